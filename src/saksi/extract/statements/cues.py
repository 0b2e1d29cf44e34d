"""Where a sentence says that somebody says something."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from saksi.extract.statements.lexicon import Lexicon, Words
from saksi.extract.statements.sentence import Piece, Sentence
from saksi.model import Span

_NEAR = 2
_NOMINAL = frozenset({"NOUN", "PROPN"})


class Side(Enum):
    """Where the speaker of a cue stands."""

    BEFORE = auto()
    AFTER = auto()
    EITHER = auto()
    AGENT = auto()
    CLITIC = auto()


class Reach(Enum):
    """How much of what follows a cue is credited to its speaker."""

    CLAUSE = auto()
    AT_ONCE = auto()
    OPENED = auto()
    QUOTES = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A saying word: the piece at `index`, where its speaker stands and how far it reaches."""

    index: int
    span: Span
    side: Side
    reach: Reach
    openers: Words = frozenset()
    denies: bool = False


def find_cues(sentence: Sentence, *, lexicon: Lexicon) -> list[Cue]:
    """The cues of a sentence in order; what a negated one says is not credited, yet it names who is spoken of."""
    return list(_cues(sentence, lexicon))


def _cues(sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    for index, piece in enumerate(sentence):
        if piece.quote is not None or piece.actor is not None or not lexicon.may_say(piece.word):
            continue
        if _is_no_verb(sentence, index, lexicon):
            continue
        if found := _classify(sentence, index, lexicon):
            side, reach, openers = found
            if _negated(sentence, index, lexicon):
                reach = Reach.NOTHING
            bare = lexicon.stem(piece.word) or piece.word
            denies = piece.word in lexicon.denies or bare in lexicon.denies
            yield Cue(index=index, span=piece.span, side=side, reach=reach, openers=openers, denies=denies)


def _classify(sentence: Sentence, index: int, lexicon: Lexicon) -> tuple[Side, Reach, Words] | None:
    """The first kind that fits the word where it stands; a word may be of several kinds."""
    word = sentence[index].word
    stem = lexicon.stem(word)
    closes = _closes_content(sentence, index)
    openers = lexicon.openers_of(word)
    kinds = (
        (word in lexicon.before or stem in lexicon.before, Side.BEFORE, Reach.CLAUSE),
        (word in lexicon.either, Side.EITHER, Reach.CLAUSE),
        (word in lexicon.after and closes and _names_speaker(sentence, index, lexicon), Side.AFTER, Reach.QUOTES),
        (stem in lexicon.after and closes, Side.CLITIC, Reach.QUOTES),
        (stem in lexicon.passive, Side.CLITIC, Reach.CLAUSE),
        (word in lexicon.passive, Side.AGENT, Reach.OPENED),
        (bool(openers), Side.BEFORE, Reach.OPENED),
        (word in lexicon.at_once, Side.BEFORE, Reach.AT_ONCE),
        (word in lexicon.echo, Side.BEFORE, Reach.QUOTES),
    )
    return next(((side, reach, openers) for fits, side, reach in kinds if fits), None)


def _is_no_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a word in the form of a verb is none here: a noun, a passive, or a participle that opens the sentence."""
    piece = sentence[index]
    if piece.word in lexicon.after or lexicon.stem(piece.word) is not None or piece.word in lexicon.passive:
        return False
    if index == 0 or sentence[index - 1].word in lexicon.passives:
        return True
    return piece.word in lexicon.nouns and all(token.pos_ in _NOMINAL for token in piece.tokens)


def _negated(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    return any(piece.word in lexicon.negators for piece in sentence[max(0, index - _NEAR) : index])


def _closes_content(sentence: Sentence, index: int) -> bool:
    """Whether what was said can end right before: at a quote, a comma, or the sentence's start."""
    return index == 0 or sentence[index - 1].quote is not None or sentence[index - 1].word == ","


def _names_speaker(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a speaker can follow: a party, a pronoun, a title, or anything after a quote."""
    if index + 1 >= len(sentence):
        return False
    following = sentence[index + 1]
    if index > 0 and sentence[index - 1].quote is not None:
        return following.word != ","
    return _party_like(following) or following.word in lexicon.pronouns | lexicon.carried


def _party_like(piece: Piece) -> bool:
    return piece.actor is not None or piece.tokens[0].text[:1].isupper()
