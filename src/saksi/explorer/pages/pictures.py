"""The map of deeds, and the network of parties."""

from typing import Any

from saksi.explorer.questions import Deeds
from saksi.store import Store, aggregates
from saksi.world import load_world

PLACES = 300
"""Places on the map at most, those with the most deeds."""
RELATIONS = 60
"""Relations in the network at most, those with the most deeds."""


def world(store: Store, asked: Deeds) -> dict[str, Any]:
    """Where the deeds that are asked for were; `whole` of a place tells that no more than the country is known."""
    states = {state.name for state in load_world().knowledge.states}
    rows = aggregates.places(store, asked.question(store), limit=PLACES)
    return {"places": [row | {"whole": row["place"] in states} for row in rows]}


def network(store: Store, asked: Deeds) -> dict[str, Any]:
    """Between whom the deeds that are asked for were."""
    return {"relations": aggregates.relations(store, asked.question(store), limit=RELATIONS)}
