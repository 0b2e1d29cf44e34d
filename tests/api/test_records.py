"""Records of whole readings: JSON in which every reference leads somewhere and all evidence lies inside the text."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import saksi
from saksi.codebook import CODES_WITHOUT_STATE, SECTORS, plover
from saksi.export import record
from saksi.knowledge import load

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
HARD = {
    "emoji": ("id", "🇮🇩 Turki memuji Qatar 😀.\r\n\r\n“Kami siap,” kata Presiden Turki.\r\n"),
    "combining": ("id", "Co\u0302te d’Ivoire\u00a0menuduh Mali menyerang kapal pada Selasa.\n\tMali membantahnya."),
    "one line of many": ("en", "France praised Mali. " * 30),
    "no words": ("en", "— … 123\n\n?!"),
}
NAMES = [*sorted(path.name for path in EXAMPLES.glob("*.txt")), *HARD]


@cache
def read(name: str) -> dict[str, Any]:
    """The record of an example or of a hard text, as it comes back from JSON."""
    if name in HARD:
        language, text = HARD[name]
        reading = saksi.read(text, language=language, published="2024-06-18T13:51+07:00", outlet="Detik")
    else:
        reading = next(saksi.read_files([EXAMPLES / name], published="2025-11-04"))
    made = record(reading)
    back = json.loads(json.dumps(made, ensure_ascii=False))
    assert back == made
    return made


def spans(value: object) -> Iterator[tuple[int, int]]:
    """Every span anywhere in a record."""
    if isinstance(value, dict) and set(value) == {"start", "end"} and isinstance(value["start"], int):
        yield value["start"], value["end"]
    elif isinstance(value, dict):
        yield from (span for inner in value.values() for span in spans(inner))
    elif isinstance(value, list):
        yield from (span for inner in value for span in spans(inner))


def ids(made: dict[str, Any], name: str) -> set[str]:
    return {entry["id"] for entry in made[name]}


@pytest.mark.parametrize("name", NAMES)
def test_all_evidence_lies_inside_the_text(name: str) -> None:
    made = read(name)
    assert [span for span in spans(made) if not 0 <= span[0] < span[1] <= len(made["text"])] == []
    touching = [made["text"][start:end] for start, end in spans(made)]
    assert [words for words in touching if not words.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_mentions_say_what_they_show(name: str) -> None:
    made = read(name)
    for time in made["times"]:
        assert time["text"] in [made["text"][span["start"] : span["end"]] for span in time["mentions"]]
        assert time["start"] <= time["end"]


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name: str) -> None:
    made = read(name)
    actors, places, times, statements = (ids(made, part) for part in ("actors", "places", "times", "statements"))
    assert made["outlet"] in actors
    assert made["dateline"] is None or made["dateline"] in places
    for statement in made["statements"]:
        assert {statement["speaker"], *statement["chain"]} - {None} <= actors
    for event in made["events"]:
        assert {*event["actors"], *event["recipients"]} <= actors
        assert event["where"] is None or event["where"] in places
        assert not isinstance(event["when"], str) or event["when"] in times
        for testimony in event["testimony"]:
            assert set(testimony["chain"]) <= actors
            assert testimony["statement"] is None or testimony["statement"] in statements


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique(name: str) -> None:
    made = read(name)
    for part in ("actors", "places", "times", "statements", "events"):
        assert len(ids(made, part)) == len(made[part]), part


@pytest.mark.parametrize("name", NAMES)
def test_values_are_the_codebooks(name: str) -> None:
    made = read(name)
    states = {state.code for state in load().states}
    for actor in made["actors"]:
        assert actor["code"] in states | CODES_WITHOUT_STATE, actor
        assert SECTORS.issuperset(actor["sectors"]), actor
    for event in made["events"]:
        assert event["mode"] in [None, *plover().types[event["type"]]["modes"]], event
        assert plover().contexts.issuperset(event["contexts"]), event


@pytest.mark.parametrize("name", NAMES)
def test_every_deed_has_a_witness_and_chains_begin_with_the_outlet(name: str) -> None:
    made = read(name)
    for event in made["events"]:
        assert event["testimony"], event
        assert all(testimony["chain"][0] == made["outlet"] for testimony in event["testimony"]), event


@pytest.mark.parametrize("name", NAMES)
def test_nobody_does_a_deed_to_himself(name: str) -> None:
    """The same party is never actor and recipient of one deed, however the two were found."""
    same = [event for event in read(name)["events"] if set(event["actors"]) & set(event["recipients"])]
    assert same == []


@pytest.mark.parametrize("name", [path.name for path in EXAMPLES.glob("*.txt")])
def test_the_examples_have_events(name: str) -> None:
    assert read(name)["events"]
