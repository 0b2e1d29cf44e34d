"""Parties, one of them, and two."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from saksi.asking import known, offices, party
from saksi.explorer.questions import PAGE, Actors, Pair
from saksi.store import Store, aggregates
from saksi.store.search import Question, Who, sql

FEW = 6
"""Events that are shown of a party."""
MANY = 15
"""Parties, names or witnesses that are listed."""
WEEKS, MONTHS = timedelta(weeks=104), timedelta(days=5 * 365)
"""How far back from the last one weeks and months are drawn."""


def actors(store: Store, asked: Actors) -> dict[str, Any]:
    """The parties that are asked for."""
    offset = (asked.page - 1) * PAGE
    rows = aggregates.actors(store, name=asked.name, kind=asked.kind, limit=PAGE, offset=offset)
    return {"rows": rows, "page": asked.page, "size": PAGE}


def actor(store: Store, name: str) -> dict[str, Any]:
    """A party: its names and offices, its deeds, with whom, by month, and on whose word. Raises QuestionError."""
    who = party(name[:200], store)
    done, undergone, either = Question(actor=who), Question(recipient=who), Question(party=who)
    return {
        "name": name,
        "names": aggregates.names(store, who or Who(), limit=MANY),
        "offices": offices(known(name)),
        "done": aggregates.counted(store, done, "type"),
        "undergone": aggregates.counted(store, undergone, "type"),
        "towards": aggregates.partners(store, done, "recipient", limit=MANY),
        "origin": aggregates.partners(store, undergone, "actor", limit=MANY),
        "months": _last(aggregates.over_time(store, either, "month"), MONTHS),
        "witnesses": aggregates.counted(store, either, "witness")[:MANY],
        "rows": store.rows(*sql(replace(either, limit=FEW))),
    }


def pair(store: Store, asked: Pair) -> dict[str, Any]:
    """Two parties: cooperation and conflict by week in both directions, and the last events. Raises QuestionError.

    Of one party and itself (a state and its own people) there is one direction.
    """
    one, other = party(asked.one, store), party(asked.other, store)
    if not one or not other:
        return {"one": asked.one, "other": asked.other, "ways": []}
    ways = []
    directions = ((asked.one, asked.other, one, other), (asked.other, asked.one, other, one))
    for actor_name, recipient_name, who, whom in directions[: 1 if one == other else 2]:
        question = Question(actor=who, recipient=whom, since=asked.since, until=asked.until)
        ways.append(
            {
                "actor": actor_name,
                "recipient": recipient_name,
                "weeks": _last(aggregates.over_time(store, question, "week"), WEEKS),
                "by_type": aggregates.counted(store, question, "type"),
                "rows": store.rows(*sql(replace(question, limit=FEW))),
            }
        )
    return {"one": asked.one, "other": asked.other, "ways": ways}


def _last(rows: list[dict[str, Any]], span: timedelta) -> list[dict[str, Any]]:
    """The rows that begin in a span of time before the last one."""
    return [row for row in rows if row["start"] > rows[-1]["start"] - span]
