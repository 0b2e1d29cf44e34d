"""The map of deeds, and the network of parties."""

from typing import Any

from saksi.explorer.questions import Deeds
from saksi.store import Store, aggregates

PLACES = 300
"""Places on the map at most, those with the most deeds."""
RELATIONS = 60
"""Relations in the network at most, those with the most deeds."""


def world(store: Store, asked: Deeds) -> dict[str, Any]:
    """Where the deeds that are asked for were."""
    return {"places": aggregates.places(store, asked.question(store), limit=PLACES)}


def network(store: Store, asked: Deeds) -> dict[str, Any]:
    """Between whom the deeds that are asked for were."""
    return {"relations": aggregates.relations(store, asked.question(store), limit=RELATIONS)}
