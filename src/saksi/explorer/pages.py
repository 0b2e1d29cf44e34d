"""What each page shows, asked of the store."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from saksi.codebook import plover
from saksi.errors import StoreError
from saksi.explorer import questions
from saksi.explorer.marks import pieces
from saksi.explorer.questions import PAGE, Asked
from saksi.export import record as as_record
from saksi.model import Standing, Status
from saksi.runners import balances, differences, steps
from saksi.store import Store, linked
from saksi.store.readings import reading
from saksi.store.search import SORTS, StoriesQuestion, sql, stories_sql, where

Page = dict[str, Any]
FEW = 6
"""Stories of each list of the start page."""


def start(store: Store) -> Page:
    """What is new, what is contested, what is best witnessed."""
    counts = store.rows(
        "SELECT (SELECT count(*) FROM articles WHERE latest) AS articles, "
        "(SELECT count(*) FROM events_flat) AS events, "
        "(SELECT count(*) FROM stories) AS stories, (SELECT max(day) FROM articles WHERE latest) AS last"
    )[0]
    lists = {sort: store.rows(*stories_sql(StoriesQuestion(sort=sort, limit=FEW))) for sort in SORTS}
    lists["contested"] = [row for row in lists["contested"] if row["witnesses_for"] and row["witnesses_against"]]
    return {"counts": counts, "lists": lists, **choices()}


def choices() -> Page:
    """What a form lets one choose from."""
    return {"types": list(plover().types), "statuses": get_args(Status), "standings": get_args(Standing)}


def events(store: Store, asked: Asked) -> Page:
    """The events that are asked for, and how many there are by type and by month."""
    question = questions.events(asked, store)
    condition, values = where(question)
    month = "strftime(coalesce(start_date, published), '%Y-%m')"
    by_type, by_month = (
        store.rows(
            f"SELECT {column} AS name, count(*) AS events FROM events_flat WHERE {condition} "  # noqa: S608 (ours)
            f"GROUP BY ALL HAVING name IS NOT NULL ORDER BY {order}",
            values,
        )
        for column, order in (("type", "events DESC"), (month, "name"))
    )
    return {
        "rows": store.rows(*sql(question)),
        "total": sum(row["events"] for row in by_type),
        "by_type": by_type,
        "by_month": by_month[-24:],
        "page": questions.number(asked),
        "size": PAGE,
        **choices(),
    }


def stories(store: Store, asked: Asked) -> Page:
    """The stories that are asked for."""
    rows = store.rows(*stories_sql(questions.stories(asked, store)))
    return {"rows": rows, "page": questions.number(asked), "size": PAGE, "sorts": list(SORTS), **choices()}


def story(store: Store, name: str) -> Page:
    """One story: its course, both sides, who had it from whom, what differs. Raises StoreError if there is none."""
    rows = store.rows("SELECT * FROM stories WHERE id = ?", [name])
    if not rows:
        raise StoreError(f"there is no story {name[:40]!r}")
    return {
        "story": rows[0],
        "course": steps(store, name),
        "balance": balances(store, name)[name],
        "told": linked.told(store, name),
        "sources": tree(linked.voices(store, name)),
        "differences": differences(store, name),
    }


def tree(voices: Sequence[Mapping[str, Any]]) -> Page:
    """Who had it from whom: from the outlets down to the origins, as dictionaries in one another."""
    root: Page = {}
    for voice in voices:
        below = root
        for name in voice["chain"]:
            below = below.setdefault(name, {})
    return root


def article(store: Store, identifier: str) -> Page:
    """An article's text with its marks, and its events. Raises StoreError if there is none."""
    found = reading(store, identifier)
    stories_of = store.rows(
        "SELECT event_id, story_id FROM story_events WHERE starts_with(event_id, ?)", [f"{found.article.id}#"]
    )
    return {
        "article": found.article,
        "outlet": next((actor.name for actor in found.actors if actor.id == found.outlet), found.outlet),
        "pieces": pieces(found),
        "events": [row | {"number": row["event_id"].rpartition("#")[2]} for row in _events_of(store, found.article.id)],
        "story_of": {row["event_id"]: row["story_id"] for row in stories_of},
    }


def record(store: Store, identifier: str) -> Page:
    """An article's whole record. Raises StoreError if there is none."""
    return dict(as_record(reading(store, identifier)))


def _events_of(store: Store, identifier: str) -> list[Page]:
    rows = store.rows("SELECT * FROM events_flat WHERE article_id = ?", [identifier])
    return sorted(rows, key=lambda row: int(row["event_id"].rpartition("#e")[2]))
