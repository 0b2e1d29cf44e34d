"""What the page itself says: the dateline, who published it and when, and what is no part of the report."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from saksi.errors import PackError
from saksi.intake.dates import read_date
from saksi.languages import Pack
from saksi.model import Article, Span

HEAD_LINES = 12
"""How many lines may stand above a report: title, captions, who and when."""

_PARAGRAPH = re.compile(r"""(?=.{60}).*[.!?…]["”’')\]]*(?:\s|$)""")
_PART = re.compile(r"\$\{(\w+)\}")


def describe(article: Article, pack: Pack) -> Article:
    """`article` with what its page says and it lacks, and with its furniture; the text stays as it is.

    Fills `outlet`, `published`, `byline` and `credit` where they are None, sets `dateline` to the span of the place
    that opens the report, and `furniture` to spans in order that do not overlap; the dateline's is among them.
    """
    patterns = _patterns(pack)
    page = article.text.replace("\r", "\n")
    head, dateline = _head(page, patterns)
    links = [match for pattern in patterns.anywhere for match in pattern.finditer(page)]
    found = [*head, *([dateline] if dateline else [])]
    fields = _fields(found)
    return replace(
        article,
        outlet=article.outlet or fields.get("outlet"),
        published=article.published or _published(fields),
        byline=article.byline or fields.get("byline"),
        credit=article.credit or fields.get("credit"),
        dateline=_place(dateline),
        furniture=_merge(Span(start=match.start(), end=match.end()) for match in (*found, *links)),
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    datelines: tuple[re.Pattern[str], ...]
    head: tuple[re.Pattern[str], ...]
    anywhere: tuple[re.Pattern[str], ...]


@cache
def _patterns(pack: Pack) -> _Patterns:
    table = pack.table("furniture")
    parts: Mapping[str, str] = table["parts"]
    return _Patterns(
        datelines=_compile(table["dateline"]["patterns"], parts),
        head=_compile(table["page"]["head"], parts),
        anywhere=_compile(table["page"]["anywhere"], parts),
    )


def _compile(patterns: Iterable[str], parts: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(_compile_one(pattern, parts) for pattern in patterns)


def _compile_one(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_PART.sub(lambda match: parts[match[1]], pattern), re.MULTILINE)
    except (KeyError, re.error) as error:
        raise PackError(f"furniture.toml: pattern {pattern!r}: {error}") from error


def _head(page: str, patterns: _Patterns) -> tuple[list[re.Match[str]], re.Match[str] | None]:
    """The matches above the report, and the dateline's; both end where the report's first paragraph starts."""
    head: list[re.Match[str]] = []
    for line in _lines(page):
        if dateline := _first(patterns.datelines, page, line.start):
            return head, dateline
        if match := _first(patterns.head, page, line.start):
            head.append(match)
        elif _PARAGRAPH.match(line.of(page)):
            break
    return head, None


def _lines(page: str) -> Iterator[Span]:
    """The first lines that are not blank, from their first character that is no white space."""
    lines = re.finditer(r"\S[^\n]*", page)
    return (Span(start=match.start(), end=match.end()) for match, _ in zip(lines, range(HEAD_LINES), strict=False))


def _first(patterns: Iterable[re.Pattern[str]], page: str, start: int) -> re.Match[str] | None:
    """The match at `start` of the first pattern that has one; a date in it must be a date."""
    matches = (pattern.match(page, start) for pattern in patterns)
    return next((match for match in matches if match and _dated(match)), None)


def _dated(match: re.Match[str]) -> bool:
    published = match.groupdict().get("published")
    return published is None or read_date(published) is not None


def _fields(matches: Iterable[re.Match[str]]) -> dict[str, str]:
    """What the named groups caught, by name; the first that caught something holds."""
    fields: dict[str, str] = {}
    for match in matches:
        for name, value in match.groupdict().items():
            if value:
                fields.setdefault(name, value.strip())
    return fields


def _published(fields: Mapping[str, str]) -> datetime | None:
    return read_date(fields["published"]) if "published" in fields else None


def _place(match: re.Match[str] | None) -> Span | None:
    if match is None or not match.groupdict().get("place"):
        return None
    return Span(start=match.start("place"), end=match.end("place"))


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        elif span.end > span.start:
            merged.append(span)
    return tuple(merged)
