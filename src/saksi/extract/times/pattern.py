"""Patterns over word classes: how the grammar is written down, and what a match of one gives."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from saksi.extract.times.atoms import Line
from saksi.extract.times.interval import Interval
from saksi.extract.times.words import Lexicon, Value

PLACEHOLDER: Final = re.compile(r"<(?P<silent>_?)(?P<role>\w+?)(?:=(?P<name>\w+))?>")
BEFORE: Final = r"(?<![-/'])(?<!<_number>[.,:])(?<!\$)(?<!\$ )(?<!<_currency> )"
"""A time is not the rest of a longer number or word, and no sum of money."""

AFTER: Final = r"(?![-/'.,:]<_number>|[- ]?%| ?<_measure>)"
"""Nor does it end inside a number, or count things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a time is counted from.

    Attributes:
        published: the day of publication, if known.
        anchors: the intervals told before, the latest last.
        direction: +1 if the clause tells of what is planned, -1 of what has been, 0 if nothing tells (`tense`).
        day_first: whether `5/6` is the fifth of June; None where writers differ.

    """

    published: date | None
    anchors: tuple[Interval, ...]
    direction: int
    day_first: bool | None


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match: the value of each of its names."""

    values: Mapping[str, Value]

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def value(self, name: str) -> Value | None:
        """All numbers of a name, or None where it did not take part."""
        return self.values.get(name)

    def number(self, name: str) -> int | None:
        """The first number of a name, or None where it did not take part."""
        value = self.values.get(name)
        return value[0] if value else None


Reader = Callable[[Found, Situation], Interval | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern and what reads its matches; `reads` returns None where the words name no interval that is known."""

    name: str
    pattern: str
    reads: Reader

    def compiled(self, lexicon: Lexicon) -> re.Pattern[str]:
        """The pattern as a regular expression over the letters of one language."""
        guarded = f"{BEFORE}(?:{self.pattern}){AFTER}"
        return re.compile(PLACEHOLDER.sub(lambda match: placed(match, lexicon), guarded))


def placed(match: re.Match[str], lexicon: Lexicon) -> str:
    """`<month>` a named group, `<month=second>` one of another name, `<_month>` none."""
    letters = lexicon.letters_of(match["role"])
    return f"(?:{letters})" if match["silent"] else f"(?P<{match['name'] or match['role']}>{letters})"


def found_in(match: re.Match[str], line: Line, roles: Mapping[str, str]) -> Found:
    """The values of a match; `roles` maps the pattern's names to roles."""
    taken = {name: match.start(name) for name in roles if match.start(name) >= 0}
    return Found({name: line.atoms[index].senses[roles[name]] for name, index in taken.items()})


def roles_of(pattern: str) -> dict[str, str]:
    """The role behind each name of a pattern."""
    return {
        match["name"] or match["role"]: match["role"] for match in PLACEHOLDER.finditer(pattern) if not match["silent"]
    }


RULES: Final[list[Rule]] = []
"""All rules, in the order in which the modules of the grammar register them."""


def rule(*patterns: str) -> Callable[[Reader], Reader]:
    """Registers what reads the matches of these patterns, under its own name."""

    def register(reads: Reader) -> Reader:
        RULES.extend(Rule(name=reads.__name__, pattern=pattern, reads=reads) for pattern in patterns)
        return reads

    return register
