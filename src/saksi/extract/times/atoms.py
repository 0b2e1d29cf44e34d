"""From a Doc to a line of word classes, one character for each word, sign and space."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from spacy.tokens import Doc

from saksi.extract.times.words import Lexicon, Meaning, Phrases, Senses
from saksi.extract.words import column, forms
from saksi.languages import MEMORY

WORD_OR_SIGN: Final = re.compile(r"[^\W_]+|.")
DASHES: Final = frozenset("-‐‑–—−")
QUOTES: Final = frozenset('"“”„«»')
APOSTROPHES: Final = frozenset("'’‘`")
SIGNS: Final = frozenset("()/.,:;%|")
OPENING: Final = frozenset("\"(-'")
"""Signs that may stand before a sentence's first word."""

BREAK: Final = "|"


class Atom(NamedTuple):
    """A word, a sign, or a space, wherever it stands; the same one for all its places.

    Attributes:
        letter: its class (`Lexicon.letter`), the sign itself, `_` for any other word, `|` where a sentence ends.
        cue: what it tells of the tense (`Lexicon.cues`), or the letter where it is a sign.
        word: as written.
        senses: what it may mean.
        leads: whether an entry of several words may begin with it.

    """

    letter: str
    cue: str
    word: str
    senses: Senses
    leads: bool = False


Placed = tuple[int, Atom]
"""An atom and its offset."""

BREAK_ATOM: Final = Atom(BREAK, BREAK, "", {})
SPACE_ATOM: Final = Atom(" ", " ", " ", {})


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A text as word classes: the same index counts in all four.

    Attributes:
        letters: the classes of all atoms.
        cues: their cues of tense.
        atoms: the atoms themselves.
        starts: their offsets in the text.

    """

    letters: str
    cues: str
    atoms: tuple[Atom, ...]
    starts: tuple[int, ...]

    def end(self, index: int) -> int:
        """The offset behind the atom."""
        return self.starts[index] + len(self.atoms[index].word)


def line_of(doc: Doc, lexicon: Lexicon) -> Line:
    """The word classes of a Doc; furniture and line breaks (SPACE tokens) end a sentence."""
    placed = _merged(_atoms(doc, lexicon), lexicon)
    starts, atoms = zip(*placed, strict=True) if placed else ((), ())
    return Line("".join([atom.letter for atom in atoms]), "".join([atom.cue for atom in atoms]), atoms, starts)


def _atoms(doc: Doc, lexicon: Lexicon) -> list[Placed]:
    pieces_of, space = _splitter(lexicon), doc.vocab.strings["SPACE"]
    placed: list[Placed] = []
    opens = True
    columns = (column(doc, name) for name in ("IDX", "SPACY", "SENT_START", "POS"))
    for form, start, spaced, sentence, pos in zip(forms(doc, "ORTH"), *columns, strict=True):
        pieces = () if pos == space else pieces_of(form, opens)
        if not opens and (not pieces or (sentence == 1 and not _is_shortened(placed))):
            placed.append((start, BREAK_ATOM))
            opens = True
        for left, atom in pieces:
            placed.append((start + left, atom))
        if pieces:
            opens = opens and pieces[-1][1].letter in OPENING
            if spaced:
                placed.append((start + len(form), SPACE_ATOM))
    return placed


def _is_shortened(placed: list[Placed]) -> bool:
    """Whether a full stop just read may end a shortened month or weekday rather than a sentence."""
    words = [atom for _, atom in placed[-3:] if atom.word not in (" ", ".")]
    return bool(words) and ("month_short" in words[-1].senses or "weekday_short" in words[-1].senses)


@cache
def _splitter(lexicon: Lexicon) -> Callable[[str, bool], tuple[Placed, ...]]:
    """What splits a token into atoms with offsets inside it; none if white space is in it.

    It remembers what it split, for the same words come again and again.
    """

    @lru_cache(MEMORY)
    def pieces_of(form: str, opens_sentence: bool) -> tuple[Placed, ...]:
        if any(char.isspace() for char in form):
            return ()
        pieces = WORD_OR_SIGN.finditer(form)
        return tuple((match.start(), _atom(match[0], lexicon, opens_sentence=opens_sentence)) for match in pieces)

    return pieces_of


def _atom(word: str, lexicon: Lexicon, *, opens_sentence: bool) -> Atom:
    if not word[0].isalnum():
        sign = _sign(word)
        return Atom(sign, sign, word, {})
    senses, small = lexicon.senses(word, opens_sentence=opens_sentence), word.lower()
    leads = small in lexicon.phrases or small in lexicon.cue_phrases
    return Atom(lexicon.letter(senses), lexicon.cues.get(small, "_"), word, senses, leads)


def _sign(char: str) -> str:
    for signs, one in ((SIGNS, char), (DASHES, "-"), (QUOTES, '"'), (APOSTROPHES, "'")):
        if char in signs:
            return one
    return "$" if unicodedata.category(char) == "Sc" else "_"


def _merged(placed: list[Placed], lexicon: Lexicon) -> list[Placed]:
    """Joins the words of an entry of several (`hari ini`) into one atom, and marks cues of several (`going to`)."""
    merged: list[Placed] = []
    done = 0
    for index in [index for index, (_, atom) in enumerate(placed) if atom.leads]:
        if index >= done:
            count, atom = _joined(placed, index, lexicon)
            merged += [*placed[done:index], (placed[index][0], atom)]
            done = index + count
    return merged + placed[done:]


def _joined(placed: list[Placed], index: int, lexicon: Lexicon) -> tuple[int, Atom]:
    """How many atoms the entry that begins here takes, one if none does, and the atom that they make."""
    atom = placed[index][1]
    word = atom.word.lower()
    cue = _phrase_at(placed, index, lexicon.cue_phrases.get(word, ()))
    if cue:
        atom = atom._replace(cue=cue[1])
    phrase = _phrase_at(placed, index, lexicon.phrases.get(word, ()))
    if phrase is None:
        return 1, atom
    count, senses = phrase
    words = "".join(each.word for _, each in placed[index : index + count])
    return count, atom._replace(letter=lexicon.letter(senses), word=words, senses=senses)


def _phrase_at(placed: list[Placed], index: int, phrases: Phrases[Meaning]) -> tuple[int, Meaning] | None:
    """How many atoms the longest phrase that begins here takes, and what it means."""
    for rest, meaning in phrases:
        count = 2 * len(rest) + 1
        words = [atom.word.lower() for _, atom in placed[index + 1 : index + count]]
        if words[1::2] == list(rest) and words[::2] == [" "] * len(rest):
            return count, meaning
    return None
