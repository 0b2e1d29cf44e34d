"""Argument frames: who of the filled slots acted, and upon whom."""

import pytest

from saksi.codebook import Frame, frames

Slots = dict[str, list[str]]

ROWS: list[tuple[str, Slots, list[str], list[str]]] = [
    ("transitive", {"subject": ["A"], "object": ["B"]}, ["A"], ["B"]),
    ("transitive", {"subject": ["A", "B"], "object": ["C", "D"]}, ["A", "B"], ["C", "D"]),
    ("transitive", {"subject": ["A"], "against": ["B"], "to": ["C"]}, ["A"], ["B"]),
    ("transitive", {"subject": ["A"], "object": [], "against": ["B"]}, ["A"], ["B"]),
    ("transitive", {"subject": ["A"], "with": ["B"]}, ["A"], []),
    ("transitive", {"object": ["B"]}, [], ["B"]),
    ("transitive", {}, [], []),
    ("transitive", {"subject": ["A"], "object": ["A", "B"]}, ["A"], ["B"]),
    ("transitive", {"subject": ["A"], "object": ["A"]}, ["A"], []),
    ("dative", {"subject": ["A"], "to": ["B"], "object": ["C"]}, ["A"], ["B"]),
    ("dative", {"subject": ["A"], "indirect": ["B"], "object": ["C"]}, ["A"], ["B"]),
    ("dative", {"subject": ["A"], "object": ["C"]}, ["A"], ["C"]),
    ("dative", {"subject": ["A"], "object": ["A"]}, ["A"], []),
    ("mutual", {"subject": ["A"], "with": ["B"]}, ["A", "B"], []),
    ("mutual", {"subject": ["A", "B"], "object": ["C"], "between": ["A", "D"]}, ["A", "B", "C", "D"], []),
    ("host", {"subject": ["A"], "object": ["B"]}, ["B"], ["A"]),
    ("visit", {"subject": ["A"], "to": ["B"], "in": ["C"]}, ["A"], ["B"]),
    ("suffer", {"subject": ["B"], "by": ["A"]}, ["A"], ["B"]),
    ("suffer", {"subject": ["B"]}, [], ["B"]),
    ("solo", {"subject": ["A"], "object": ["B"]}, ["A"], []),
    ("deed-of", {"possessor": ["A"], "against": ["B"]}, ["A"], ["B"]),
    ("deed-of", {"by": ["A"], "possessor": ["B"]}, ["A"], []),
    ("deed-on", {"possessor": ["B"], "by": ["A"]}, ["A"], ["B"]),
    ("deed-among", {"possessor": ["A"], "with": ["B"]}, ["A", "B"], []),
]


@pytest.mark.parametrize(("name", "slots", "actors", "recipients"), ROWS)
def test_filling(name: str, slots: Slots, actors: list[str], recipients: list[str]) -> None:
    assert frames()[name].fill(slots) == (actors, recipients)


def test_what_is_given_is_the_last_place_to_look_for_a_recipient() -> None:
    frame = Frame(actors=("subject",), recipients=("to",), given="object")
    assert frame.fill({"subject": ["A"], "to": ["B"], "object": ["C"]}) == (["A"], ["B"])
    assert frame.fill({"subject": ["A"], "object": ["C"]}) == (["A"], ["C"])


@pytest.mark.parametrize("name", frames())
def test_nobody_is_actor_and_recipient_at_once(name: str) -> None:
    slots = {slot: ["A", "B"] for frame in frames().values() for slot in (*frame.actors, *frame.recipients)}
    actors, recipients = frames()[name].fill(slots)
    assert actors == ["A", "B"]
    assert recipients == []


def test_filling_leaves_the_slots_as_they_were() -> None:
    slots = {"subject": ["A"], "object": ["A", "B"]}
    frames()["transitive"].fill(slots)
    assert slots == {"subject": ["A"], "object": ["A", "B"]}
