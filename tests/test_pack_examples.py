"""Every pack's own examples, read by the bundled pipeline; examples.toml tells at its head how to read `events`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

import saksi
from saksi.languages import codes, load_pack
from saksi.model import Event, Interval, Reading

LINE = re.compile(
    r"(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<status>[a-z]+)(?: (?P<when>[\d-]+(?:/[\d-]+)?))?: "
    r"(?P<actors>[^|]+?)(?: -> (?P<recipients>[^|]+?))?"
    r"(?: \| says (?P<says>[^|]+?))?(?: \| denies (?P<denies>[^|]+?))?"
)
NOBODY = "-"
OWN_VOICE = "outlet"


@dataclass(frozen=True)
class Example:
    language: str
    text: str
    shows: str
    events: tuple[str, ...]
    published: str | None = None
    outlet: str | None = None

    def __str__(self) -> str:
        return f"{self.language}: {self.shows}: {self.text}"


def examples(table: str) -> list[Example]:
    """The examples of all packs in `[[example]]` or `[[open]]`."""
    return [
        Example(language=code, **{**row, "events": tuple(row["events"])})
        for code in codes()
        for row in load_pack(code).table("examples").get(table, [])
    ]


def expected_and_told(example: Example) -> tuple[list[str], list[str]]:
    """The example's events, and what the program reads, told in the same detail, both in the order of the text."""
    reading = saksi.read(example.text, language=example.language, published=example.published, outlet=example.outlet)
    wanted = [fields(line) for line in example.events]
    found = [told(event, reading) for event in reading.events]
    shown = [as_line(event, like) for event, like in zip(found, wanted, strict=False)]
    rest = [as_line(event, {}) for event in found[len(wanted) :]]
    return [as_line(line, line) for line in wanted], shown + rest


def fields(line: str) -> dict[str, str]:
    """The parts of a line that it gives; lists of names in alphabetical order."""
    match = LINE.fullmatch(line)
    assert match is not None, f"not in the grammar of examples.toml: {line}"
    parts = {name: part for name, part in match.groupdict().items() if part is not None}
    for name in {"actors", "recipients", "says", "denies"} & parts.keys():
        parts[name] = " & ".join(sorted(parts[name].split(" & ")))
    return parts


def told(event: Event, reading: Reading) -> dict[str, str]:
    """All parts of a line for an event that was read; an empty part stands for nothing."""
    names = {actor.id: actor.name for actor in reading.actors} | {reading.outlet: OWN_VOICE}
    parts = {
        "type": event.type,
        "mode": event.mode or "",
        "status": event.status,
        "when": _when(event, reading),
        "actors": _names(event.actors, names),
        "recipients": _names(event.recipients, names),
    }
    for stance, part in (("asserts", "says"), ("denies", "denies")):
        witnesses = [testimony.chain[-1] for testimony in event.testimony if testimony.stance == stance]
        parts[part] = _names(witnesses, names)
    return parts


def _names(ids: tuple[str, ...] | list[str], names: dict[str, str]) -> str:
    return " & ".join(sorted(names.get(actor, "unnamed") for actor in ids))


def _when(event: Event, reading: Reading) -> str:
    times = {time.id: Interval(start=time.start, end=time.end) for time in reading.times}
    when = times[event.when] if isinstance(event.when, str) else event.when
    if when is None:
        return ""
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def as_line(parts: dict[str, str], like: dict[str, str]) -> str:
    """The line, with mode, when and witnesses only where `like` gives them."""
    return "".join(_pieces(parts, like))


def _pieces(parts: dict[str, str], like: dict[str, str]) -> Iterator[str]:
    yield parts["type"]
    if like.get("mode"):
        yield f"/{parts.get('mode', '')}"
    yield f" {parts['status']}"
    if like.get("when"):
        yield f" {parts.get('when', '')}"
    yield f": {parts.get('actors') or NOBODY}"
    if parts.get("recipients"):
        yield f" -> {parts['recipients']}"
    if {"says", "denies"} & like.keys():
        yield from (f" | {part} {parts[part]}" for part in ("says", "denies") if parts.get(part))


@pytest.mark.parametrize("example", examples("example"), ids=str)
def test_the_example_is_read_as_expected(example: Example) -> None:
    expected, found = expected_and_told(example)
    assert found == expected


@pytest.mark.parametrize("example", examples("open"), ids=str)
@pytest.mark.xfail(strict=True, raises=AssertionError, reason="open: move it to [[example]] when it is read")
def test_the_open_example_is_not_yet_read(example: Example) -> None:
    expected, found = expected_and_told(example)
    assert found == expected


@pytest.mark.parametrize("table", ["example", "open"])
def test_every_line_is_in_the_grammar(table: str) -> None:
    assert all(fields(line) for example in examples(table) for line in example.events)


@pytest.mark.parametrize("code", codes())
def test_a_pack_has_examples_of_every_type(code: str) -> None:
    rows: list[dict[str, Any]] = load_pack(code).table("examples")["example"]
    assert len(rows) >= 60
    assert all(row["shows"] and row["text"] for row in rows)
    types = {fields(line)["type"] for row in rows for line in row["events"]}
    assert len(types) == 16
