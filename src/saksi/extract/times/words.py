"""The words of times: a pack's `times.toml`, compiled.

Every word has senses: a role (`month`, `weekday`, `after`, ...) and what it is worth in it, as a tuple of numbers.
One word may have several. Words with the same set of roles get the same character, so that a text becomes a line
of characters which regular expressions can read (`atoms`, `rules`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeVar

from saksi.errors import PackError
from saksi.extract.times.interval import UNITS
from saksi.languages import Pack

Value = tuple[int, ...]
Senses = Mapping[str, Value]
Meaning = TypeVar("Meaning")
Phrases = Sequence[tuple[tuple[str, ...], Meaning]]
"""What entries of several words mean, each without its first word; longest first."""

MODIFIERS: Final = {
    "last": (-1, 0),
    "this": (0, 0),
    "next": (1, 0),
    "previous": (-1, 1),
    "same": (0, 1),
    "following": (1, 1),
}
"""How many units away, and from where: 0 the publication, 1 the latest time told."""

NAMED: Final[dict[str, Value]] = {**MODIFIERS, **{unit: (index,) for index, unit in enumerate(UNITS)}}

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
NUMBERS: Final = (("day", "count", "number"), ("year", "count", "number"), ("count", "number"))
"""The roles of a run of digits: one that can be a day or a month, one that can be a year, any other."""

PRIVATE_USE: Final = 0xE000
"""The first code point of Unicode's private use area: no text holds these characters."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of times in one language.

    Attributes:
        words: senses by word, in the letter case of the pack.
        phrases: by first word, the entries of several words, longest first.
        cues: `+` for a word of the planned, `=` for one of the past, `^` for one that opens a clause.
        cue_phrases: by first word, the cues of several words.
        letters: the character of each set of roles.
        decade, ordinal: what turns a year into its decade (`1990s`) and a number into a day of the month (`18th`).
        day_first: whether `5/6` is the fifth of June; None where writers differ.

    """

    words: Mapping[str, Senses]
    phrases: Mapping[str, Phrases[Senses]]
    cues: Mapping[str, str]
    cue_phrases: Mapping[str, Phrases[str]]
    letters: Mapping[frozenset[str], str]
    decade: frozenset[str]
    ordinal: frozenset[str]
    day_first: bool | None

    def senses(self, word: str, *, opens_sentence: bool = False) -> Senses:
        """What a word may mean; a capital says nothing where a sentence begins."""
        if word[0].isdecimal():
            return _of_number(word, lexicon=self)
        found = self.words.get(word)
        if found is None and word.isupper():
            found = self.words.get(word.capitalize())
        if found is None:
            return self.words.get(word.lower(), {})
        return {**found, **self.words.get(word.lower(), {})} if opens_sentence else found

    def letter(self, senses: Senses) -> str:
        """The character that stands for a word of these roles."""
        return self.letters[frozenset(senses)] if senses else "_"

    def letters_of(self, role: str) -> str:
        """A regular expression's class of the characters whose words may have this role."""
        letters = "".join(letter for roles, letter in self.letters.items() if role in roles)
        return f"[{letters}]" if letters else "(?!)"


def _of_number(word: str, *, lexicon: Lexicon) -> Senses:
    """A run of digits: a count, and a day of the month or a year where it can be one; a number with an ending."""
    digits = re.match(r"\d+", word)
    assert digits is not None  # noqa: S101  the caller saw a digit
    value, ending = int(digits[0][:9]), word[digits.end() :].lower()
    if ending in lexicon.ordinal and value <= 31:
        return {"day": (value,)}
    if ending in lexicon.decade and value % 10 == 0 and FIRST_YEAR <= value <= LAST_YEAR:
        return {"decade": (value,)}
    return {} if ending else dict.fromkeys(_roles(value, digits[0]), (value,))


def _roles(value: int, digits: str) -> tuple[str, ...]:
    day, year, other = NUMBERS
    if len(digits) <= 2 and 1 <= value <= 31:
        return day
    return year if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR else other


@cache
def lexicon_of(pack: Pack) -> Lexicon:
    """The pack's words of times. Raises PackError if `times.toml` is missing or holds what is no value."""
    table = pack.table("times")
    try:
        return _compiled(pack, table)
    except KeyError as error:
        raise PackError(f"{pack.folder / 'times.toml'}: {error} is missing") from error


def _compiled(pack: Pack, table: Mapping[str, Any]) -> Lexicon:
    entries, cues = _entries(pack, table), _cues(pack, table)
    forms = table["forms"]
    return Lexicon(
        words={form: senses for form, senses in entries.items() if " " not in form},
        phrases=_phrases(entries),
        cues={form: cue for form, cue in cues.items() if " " not in form},
        cue_phrases=_phrases(cues),
        letters=_letters(entries),
        decade=frozenset(forms["decade_endings"]),
        ordinal=frozenset(forms["ordinal_endings"]),
        day_first={"day-month": True, "month-day": False}.get(forms["numeric_order"]),
    )


def _entries(pack: Pack, table: Mapping[str, Any]) -> dict[str, dict[str, Value]]:
    """Senses by form: `values` has a table for each role, `marks` a list for each."""
    entries: dict[str, dict[str, Value]] = {}
    for role, words in table["values"].items():
        for form, raw in words.items():
            entries.setdefault(form, {})[role] = _value(pack, form, raw)
    for role, forms in table["marks"].items():
        for form in forms:
            entries.setdefault(form, {})[role] = ()
    for senses in entries.values():
        senses.update(_implied(senses))
    return entries


def _implied(senses: Senses) -> dict[str, Value]:
    """Further roles: each unit its own, and months and weekdays one for names and abbreviations together."""
    implied: dict[str, Value] = {f"unit_{UNITS[senses['unit'][0]]}": ()} if "unit" in senses else {}
    for name in ("month", "weekday"):
        for role in (name, f"{name}_word", f"{name}_short"):
            if role in senses:
                implied[f"any_{name}"] = senses[role]
    return implied


def _value(pack: Pack, form: str, raw: object) -> Value:
    if isinstance(raw, int):
        return (raw,)
    if isinstance(raw, list) and all(isinstance(number, int) for number in raw):
        return tuple(raw)
    if isinstance(raw, str) and raw in NAMED:
        return NAMED[raw]
    raise PackError(f"{pack.folder / 'times.toml'}: {form!r}: {raw!r} is no number and none of {', '.join(NAMED)}")


def _phrases(entries: Mapping[str, Meaning]) -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
    phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for form in sorted(entries, key=len, reverse=True):
        if " " in form:
            first, *rest = form.split()
            phrases.setdefault(first, []).append((tuple(rest), entries[form]))
    return phrases


def _cues(pack: Pack, table: Mapping[str, Any]) -> dict[str, str]:
    """The words that tell the tense; the planned ones are those of `status.toml` that bear on what stands near them."""
    cues = table["cues"]
    planned = set(pack.table("status")["planned"]) - set(cues["not_planned"])
    marks = (("+", planned), ("^", cues["openers"]), ("=", cues["told"]))
    return {form.lower(): mark for mark, forms in marks for form in forms}


def _letters(entries: Mapping[str, Senses]) -> dict[frozenset[str], str]:
    """A character for each set of roles that a word of the pack, a number, or a word that opens a sentence can have."""
    sets = {frozenset(senses) for senses in entries.values()}
    sets |= {frozenset({*senses, *entries.get(form.lower(), {})}) for form, senses in entries.items()}
    sets |= {frozenset(roles) for roles in (*NUMBERS, ("day",), ("decade",))}
    return {roles: chr(PRIVATE_USE + index) for index, roles in enumerate(sorted(sets, key=sorted))}
