"""What people judged, as records to measure and to learn from."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from saksi.export.record import record
from saksi.store import Store, judgements
from saksi.store.readings import reading


def gold(store: Store, *, partial: bool = False) -> Iterator[dict[str, Any]]:
    """The records of judged articles as people corrected them, without the events that are wrong.

    Only articles of which every event is judged, unless `partial` ones are wanted too. `judged` tells by event what was
    said of it, `wrong` which words the program took for a deed. Deeds that it missed are in none of them.
    """
    for article, rows in groupby(judgements.verdicts(store), key=_article):
        said = {row["event_id"]: row["verdict"] for row in rows}
        told = reading(store, article, wrong=True)
        if partial or all(event.id in said for event in told.events):
            wrong = [asdict(event.trigger) for event in told.events if said.get(event.id) == "wrong"]
            yield record(reading(store, article)) | {"judged": said, "wrong": wrong}


def _article(row: dict[str, Any]) -> str:
    return str(row["article_id"])
