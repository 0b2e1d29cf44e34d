"""The stretches of a text that stand in quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksi.model import Span

_LINE = re.compile(r"[^\n]+")
_BEFORE_OPENING = frozenset(" \t([{/-–—:")
_STRAIGHT = str.maketrans("“”«»„", '"' * 5)
_MARK = re.compile('"')
_DOUBLED = re.compile(r"(?<!['`])(?:''|``)(?!['`])")
_LONGEST_SINGLE = 400
_SINGLE = re.compile(rf"(?<![^\s(\[/\"])'(?=\w)(?P<inner>[^\n\"]{{1,{_LONGEST_SINGLE}}}?)(?<=[\w.,!?%)])'(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch in quotation marks: `outer` with them, `inner` without, and its words."""

    outer: Span
    inner: Span
    text: str


def find_quotes(text: str) -> list[Quote]:
    """The quoted stretches of a text, in order and never inside each other.

    Curly double marks count as straight ones: pages use them the wrong way round as often as not. Two single marks
    count as a double one.

    An apostrophe is no mark: a single mark counts where white space stands before it and another one closes it.
    A paragraph that opens a quote and leaves it open counts as quoted if the next one opens with a mark again.
    """
    quotes: list[Quote] = []
    text = _DOUBLED.sub(_as_one, text.translate(_STRAIGHT))
    for line in _LINE.finditer(text):
        double = list(_double(text, line.start(), line.end()))
        single = [
            _quote(text, match.start(), match.end() - 1) for match in _SINGLE.finditer(text, line.start(), line.end())
        ]
        outside = [quote for quote in single if not any(quote.outer.overlaps(other.outer) for other in double)]
        quotes += sorted([*double, *outside], key=_start)
    return quotes


def _as_one(marks: re.Match[str]) -> str:
    """A double mark where two single ones stand, next to the words that it quotes, and a space for the other."""
    start = marks.start()
    opens = start == 0 or marks.string[start - 1].isspace() or marks.string[start - 1] in _BEFORE_OPENING
    return ' "' if opens else '" '


def _start(quote: Quote) -> int:
    return quote.outer.start


def _double(text: str, start: int, end: int) -> Iterator[Quote]:
    opened: int | None = None
    for position in [match.start() for match in _MARK.finditer(text, start, end)]:
        if _opens(text, position, start, end, opened=opened is not None):
            opened = position
        elif opened is not None:
            if text[opened + 1 : position].strip():
                yield _quote(text, opened, position)
            opened = None
    if opened is not None and _goes_on(text, opened, start, end):
        yield _quote(text, opened, end)


def _opens(text: str, position: int, start: int, end: int, *, opened: bool) -> bool:
    """Whether a mark opens: space before it and none after it; where both or neither stand, marks take turns."""
    before = position == start or text[position - 1] in _BEFORE_OPENING
    after = position + 1 < end and not text[position + 1].isspace()
    if before == after:
        return before
    return not opened and position + 1 < end


def _goes_on(text: str, opened: int, start: int, end: int) -> bool:
    whole_paragraph = not text[start:opened].strip()
    return whole_paragraph and text[end:].lstrip().startswith('"')


def _quote(text: str, opened: int, closed: int) -> Quote:
    inner = text[opened + 1 : closed]
    left = opened + 1 + len(inner) - len(inner.lstrip())
    right = closed - (len(inner) - len(inner.rstrip()))
    return Quote(
        outer=Span(start=opened, end=min(closed + 1, len(text))),
        inner=Span(start=left, end=right),
        text=text[left:right],
    )
