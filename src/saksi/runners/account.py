"""All that is told of one story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saksi.corroborate import MOSTLY, Balance, Step, course, numbers_of_dead
from saksi.runners.link import balances, dead, step_of
from saksi.store import Store, linked

Row = Mapping[str, Any]
Sources = dict[str, "Sources"]
"""By name what each had from whom: from the outlets down to the origins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is told of one story.

    Attributes:
        told: its events, rows of `events_flat` with `likeness` and `reason`, in the order of their articles' days.
        course: each change of status and standing.
        balance: its independent witnesses for and against.
        sources: who had it from whom; an outlet that copies had it from the one that it copies.
        differences: by detail and value the events that have it, for details on which reports do not agree.

    """

    told: Sequence[Row]
    course: Sequence[Step]
    balance: Balance
    sources: Sources
    differences: Mapping[str, Mapping[str, Sequence[str]]]


def account(store: Store, story: str, *, on: date | None = None) -> Account | None:
    """The account of a story, as it was known on a day; None if there is none, or nobody had told it by then."""
    told = linked.told(store, story, on=on)
    voices = linked.voices(store, story, mostly=MOSTLY, on=on)
    if not told or not voices:
        return None
    return Account(
        told=told,
        course=course(map(step_of, told)),
        balance=balances(voices)[story],
        sources=_sources(voices),
        differences=_differences(told),
    )


def _differences(rows: Iterable[Row]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {"days": {}, "places": {}, "numbers of dead": {}}
    words = dead()
    for row in rows:
        exact = row["start_date"] is not None and row["start_date"] == row["end_date"]
        values = {
            "days": [str(row["start_date"])] if exact else [],
            "places": [row["place"]] if row["place"] else [],
            "numbers of dead": [str(number) for number in sorted(numbers_of_dead(row["evidence"], words))],
        }
        for detail, told in values.items():
            for value in told:
                found[detail].setdefault(value, []).append(row["event_id"])
    return {detail: told for detail, told in found.items() if len(told) > 1}


def _sources(voices: Iterable[Row]) -> Sources:
    found: Sources = {}
    for row in voices:
        below, copied = found, row["copy_of"]
        chain = [row["outlet"], copied, *row["chain"][1:]] if copied not in (None, row["outlet"]) else row["chain"]
        for name in chain:
            below = below.setdefault(name, {})
    return found
