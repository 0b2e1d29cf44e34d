"""Readings for the eye: one block per article, one paragraph per event and quote."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TextIO

from rich.console import Console
from rich.text import Text

from saksi.model import Event, Interval, Reading, Span, Standing, Statement, Status, Testimony, Time
from saksi.model.article import iso
from saksi.model.evidence import around, opening, printable

MAX_WIDTH = 120
"""Columns used at most: longer lines are hard to read."""

GUTTER = 20
"""Columns on the left: an event's number and status, below them its standing."""

STATUS_STYLES: Mapping[Status, str] = MappingProxyType(
    {
        "happened": "green",
        "ongoing": "green",
        "planned": "blue",
        "requested": "magenta",
        "hypothetical": "magenta",
        "negated": "red",
    }
)
STANDING_STYLES: Mapping[Standing, str] = MappingProxyType(
    {"reported": "dim", "claimed": "yellow", "contested": "bold red", "denied": "bold red"}
)
DISPUTED: frozenset[Standing] = frozenset({"contested", "denied"})
"""What stands in capitals, so that it is seen without colour too."""

IRREALIS: frozenset[Status] = frozenset({"planned", "requested", "hypothetical", "negated"})
"""What has not happened stands in parentheses, for the same reason."""

WHOLE_GRAINS: Mapping[str, int] = MappingProxyType({"year": 4, "month": 7})
"""How much of an ISO date names the whole interval, by its grain."""


class TableWriter:
    """Blocks of text as wide as the terminal; without colours where the stream is none."""

    def __init__(self, stream: TextIO) -> None:
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False)
        self._width = min(self._console.width, MAX_WIDTH)
        self._started = False

    def write(self, reading: Reading) -> None:
        """Write the block of one article."""
        if self._started:
            self._print(Text("─" * self._width, style="dim"))
        self._started = True
        names = {actor.id: actor.name for actor in reading.actors}
        for text in _header(reading, names):
            self._print(*text.wrap(self._console, self._width))
        for number, event in enumerate(reading.events, 1):
            self._paragraph(_event_left(number, event, reading), _event_body(event, reading, names))
        for statement in reading.statements:
            if statement.direct:
                self._paragraph([Text("     quote")], _quote_body(statement, reading, names))
        self._print(Text())
        self._console.file.flush()

    def _paragraph(self, left: Sequence[Text], body: Sequence[Text]) -> None:
        """A blank line, then `body` wrapped to the right of the gutter, in which `left` stands line by line."""
        self._print(Text())
        room = max(self._width - GUTTER, GUTTER)
        lines = [line for text in body for line in text.wrap(self._console, room)]
        lines += [Text()] * (len(left) - len(lines))
        for number, line in enumerate(lines):
            gutter = left[number].copy() if number < len(left) else Text()
            gutter.pad_right(GUTTER - gutter.cell_len)
            self._print(gutter + line)

    def _print(self, *lines: Text) -> None:
        for line in lines:
            line.rstrip()
            self._console.print(line, overflow="fold")


def _header(reading: Reading, names: Mapping[str, str]) -> Iterator[Text]:
    article = reading.article
    dateline = next((place.name for place in reading.places if place.id == reading.dateline), None)
    quotes = sum(statement.direct for statement in reading.statements)
    facts = (
        names.get(reading.outlet) or article.outlet,
        _moment(article.published),
        dateline,
        article.language,
        _count(len(reading.events), "event"),
        _count(quotes, "quote"),
    )
    yield Text(printable(article.title or opening(article)), style="bold")
    yield Text(" · ".join(fact for fact in facts if fact), style="dim")


def _moment(moment: datetime | None) -> str | None:
    """As the record has it, without the seconds: `2024-06-18 13:51+07:00`."""
    shown = iso(moment)
    return shown if moment is None or shown == moment.date().isoformat() else moment.isoformat(" ", "minutes")


def _event_left(number: int, event: Event, reading: Reading) -> list[Text]:
    standing = event.standing(reading.outlet)
    status = f"({event.status})" if event.status in IRREALIS else event.status
    return [
        Text(f"{number:>3}  ").append(status, STATUS_STYLES[event.status]),
        Text("     ").append(standing.upper() if standing in DISPUTED else standing, STANDING_STYLES[standing]),
    ]


def _event_body(event: Event, reading: Reading, names: Mapping[str, str]) -> list[Text]:
    """Who did what to whom; when and where; on whose word; the evidence."""
    setting = _setting(event, reading)
    return [
        _deed(event, names),
        *([setting] if setting else []),
        *(_word(testimony, names) for testimony in event.testimony),
        _evidence(event.trigger, reading),
    ]


def _deed(event: Event, names: Mapping[str, str]) -> Text:
    deed = Text(event.type, style="bold cyan")
    if event.mode:
        deed.append(f" {event.mode}", "not bold")
    deed.append("  " + (_names(event.actors, names) or "(nobody named)"), "bold default")
    if event.recipients:
        deed.append(f" → {_names(event.recipients, names)}", "bold default")
    return deed


def _setting(event: Event, reading: Reading) -> Text:
    if isinstance(event.when, Interval):
        when: str | None = _between(event.when.start, event.when.end)
    else:
        when = next((_interval(moment) for moment in reading.times if moment.id == event.when), None)
    where = next((place.name for place in reading.places if place.id == event.where), None)
    return Text(", ".join(part for part in (when, where) if part))


def _interval(moment: Time) -> str:
    """The interval in as few signs as say it: `2023`, `2024-03`, `2024-06-18`, `2024-06-17 to 2024-06-23`."""
    if size := WHOLE_GRAINS.get(moment.grain):
        return _between(moment.start[:size], moment.end[:size])
    return _between(moment.start, moment.end)


def _between(start: str, end: str) -> str:
    return start if start == end else f"{start} to {end}"


def _word(testimony: Testimony, names: Mapping[str, str]) -> Text:
    chain = _chain(testimony.chain, names)
    if testimony.stance == "denies":
        return Text("DENIED by ", style="bold red").append(chain, "not bold")
    return Text("says ", style="dim").append(chain, "not dim")


def _quote_body(statement: Statement, reading: Reading, names: Mapping[str, str]) -> list[Text]:
    speaker = Text(names.get(statement.speaker or "", "(nobody named)"), style="bold")
    words = Text(f"“{printable(statement.content.of(reading.article.text))}”", style="italic")
    return [speaker, words, Text("says ", style="dim").append(_chain(statement.chain, names), "not dim")]


def _evidence(trigger: Span, reading: Reading) -> Text:
    """The sentence of the trigger, which stands in brackets of its own."""
    before, after = around(trigger, reading.article)
    evidence = Text(before, style="italic dim")
    return evidence.append(f"⟦{printable(trigger.of(reading.article.text))}⟧", "bold not dim").append(after)


def _chain(chain: Sequence[str], names: Mapping[str, str]) -> str:
    return " › ".join(names.get(link, link) for link in chain)


def _names(ids: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(actor, actor) for actor in ids)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
