"""Reads the times of a Doc."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Final

from spacy.tokens import Doc

from saksi.extract.times import ranges, rules
from saksi.extract.times.atoms import Line, line_of
from saksi.extract.times.interval import Interval
from saksi.extract.times.pattern import PLACEHOLDER, RULES, Reader, Situation, found_in, placed, roles_of
from saksi.extract.times.tense import direction
from saksi.extract.times.words import Lexicon, lexicon_of
from saksi.extract.words import text_of
from saksi.languages import Pack
from saksi.model import Span, Time

GRAMMAR: Final = (rules, ranges)
"""The modules that register rules."""

PASSIVE: Final = frozenset({"filler", "to", "and", "preposition", "measure", "currency", "since"})
"""Roles of words that begin no expression."""

NAMED: Final = re.compile(r"\(\?P<\w+>")
"""How a named group opens."""

SINCE: Final = r"<_since> (?:<_filler> )?\Z"
REACH: Final = 4
"""How many atoms the words of `SINCE` take."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule's pattern in the letters of one language, the roles behind its names, and its reader."""

    pattern: re.Pattern[str]
    roles: Mapping[str, str]
    reads: Reader


@dataclass(frozen=True, slots=True, eq=False)
class _Grammar:
    """The rules in the letters of one language.

    Attributes:
        rules: each by itself.
        any: matches where one of them does.
        starts: matches where an expression may begin.
        since: matches the word for `since` before an expression.

    """

    rules: tuple[_Compiled, ...]
    any: re.Pattern[str]
    starts: re.Pattern[str]
    since: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expression:
    """Words that name a time, from atom `start` to atom `end` (exclusive), and the interval they name."""

    start: int
    end: int
    interval: Interval


def read_times(doc: Doc, *, pack: Pack, published: datetime | None) -> list[Time]:
    """The times that a text names, in text order, ids `t1`, `t2`, ...

    What is counted from the publication (`kemarin`, `last year`) or lacks its year is left out if `published` is None;
    what is counted from another time (`sehari sebelumnya`) is left out if the text names none before. Vague
    spans (`recently`), ages, sums and clock times are no times. The word for `since` belongs to the
    mention (`opens`), the interval is that of the words after it.

    Sentence bounds are used where the Doc has them; a SPACE token, or one with white space in it, ends a sentence.
    """
    lexicon, text = lexicon_of(pack), text_of(doc)
    line = line_of(doc, lexicon)
    mentions: dict[tuple[str, Interval], list[Span]] = {}
    for expression in _expressions(line, lexicon, published.date() if published else None):
        span = _span_of(expression, line, _grammar_of(lexicon))
        mentions.setdefault((span.of(text), expression.interval), []).append(span)
    return [
        _time(number, text=words, interval=interval, spans=tuple(spans))
        for number, ((words, interval), spans) in enumerate(mentions.items(), 1)
    ]


def opens(time: Time, *, pack: Pack) -> bool:
    """Whether the words say that something goes on from this time (`sejak 2000`, `since Friday`)."""
    return "since" in lexicon_of(pack).senses(time.text.split()[0])


def _time(number: int, *, text: str, interval: Interval, spans: tuple[Span, ...]) -> Time:
    start, end = interval.iso()
    return Time(id=f"t{number}", text=text, start=start, end=end, grain=interval.grain, mentions=spans)


@cache
def _grammar_of(lexicon: Lexicon) -> _Grammar:
    compiled = tuple(_Compiled(each.compiled(lexicon), roles_of(each.pattern), each.reads) for each in RULES)
    starts = "".join(letter for roles, letter in lexicon.letters.items() if roles - PASSIVE)
    since = PLACEHOLDER.sub(lambda match: placed(match, lexicon), SINCE)
    return _Grammar(compiled, _any_of(compiled), re.compile(f"[{starts}(]"), re.compile(since))


def _any_of(rules: Sequence[_Compiled]) -> re.Pattern[str]:
    """What matches where one of the rules does; most places where one might are none."""
    return re.compile("|".join(NAMED.sub("(?:", rule.pattern.pattern) for rule in rules))


def _expressions(line: Line, lexicon: Lexicon, published: date | None) -> Iterator[_Expression]:
    """The longest match at each place, left to right; one that names no known interval is passed over as a whole."""
    grammar = _grammar_of(lexicon)
    anchors: list[Interval] = []
    place = grammar.starts.search(line.letters)
    while place:
        match, rule = _longest(grammar, line, place.start())
        if match and rule:
            situation = Situation(
                published=published,
                anchors=tuple(anchors),
                direction=direction(line, *match.span()),
                day_first=lexicon.day_first,
            )
            interval = _read(rule, match, line, situation)
            if interval:
                anchors.append(interval)
                yield _Expression(start=match.start(), end=match.end(), interval=interval)
        place = grammar.starts.search(line.letters, match.end() if match else place.end())


def _longest(grammar: _Grammar, line: Line, start: int) -> tuple[re.Match[str] | None, _Compiled | None]:
    best: re.Match[str] | None = None
    by: _Compiled | None = None
    for rule in grammar.rules if grammar.any.match(line.letters, start) else ():
        match = rule.pattern.match(line.letters, start)
        if match and (best is None or match.end() > best.end()):
            best, by = match, rule
    return best, by


def _read(rule: _Compiled, match: re.Match[str], line: Line, situation: Situation) -> Interval | None:
    """What the rule makes of its match; None also where the calendar ends (the year 9999)."""
    try:
        return rule.reads(found_in(match, line, rule.roles), situation)
    except (ValueError, OverflowError):
        return None


def _span_of(expression: _Expression, line: Line, grammar: _Grammar) -> Span:
    """The words, with `since` before them, without brackets and full stops that do not belong inside."""
    start, end = expression.start, expression.end
    end -= line.letters[end - 1] == "."
    if line.letters[start] == "(":
        start, end = start + 1, end - (line.letters[end - 1] == ")")
    elif line.letters[end - 1] == ")" and "(" not in line.letters[start:end]:
        end -= 1
    since = grammar.since.search(line.letters, max(0, start - REACH), start)
    return Span(start=line.starts[since.start() if since else start], end=line.end(end - 1))
