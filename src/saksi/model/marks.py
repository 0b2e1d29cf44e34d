"""An article's text cut where anything begins or ends that is marked in it."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from saksi.model.reading import Reading
from saksi.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same marks.

    Attributes:
        text: the characters, as in the article.
        kinds: of what is marked: deed, actor, time, place, quote.
        event: the id of the event that its words name, if they do.
        title: what the marks mean, to be shown beside it.

    """

    text: str
    kinds: tuple[str, ...]
    event: str | None
    title: str


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    title: str
    event: str | None = None


def pieces(reading: Reading) -> list[Piece]:
    """The whole text, in order."""
    text = reading.article.text
    marks = list(_marks(reading))
    ahead = deque(sorted(marks, key=_start))
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.span.start, mark.span.end))})
    over: list[_Mark] = []
    found = []
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.span.end > start]
        while ahead and ahead[0].span.start == start:
            over.append(ahead.popleft())
        found.append(_piece(text, start, end, over))
    return found


def _start(mark: _Mark) -> int:
    return mark.span.start


def _piece(text: str, start: int, end: int, over: list[_Mark]) -> Piece:
    return Piece(
        text=text[start:end],
        kinds=tuple(dict.fromkeys(mark.kind for mark in over)),
        event=next((mark.event for mark in over if mark.event), None),
        title="; ".join(dict.fromkeys(mark.title for mark in over if mark.title)),
    )


def _marks(reading: Reading) -> Iterator[_Mark]:
    names = {actor.id: actor.name for actor in reading.actors}
    for event in reading.events:
        yield _Mark(event.trigger, "deed", f"{event.type}, {event.status}", event.id)
    for statement in reading.statements:
        yield _Mark(statement.content, "quote", names.get(statement.speaker or "", ""))
    for actor in reading.actors:
        yield from (_Mark(span, "actor", actor.name) for span in actor.mentions)
    for place in reading.places:
        yield from (_Mark(span, "place", place.name) for span in place.mentions)
    for time in reading.times:
        yield from (_Mark(span, "time", f"{time.start}/{time.end}") for span in time.mentions)
