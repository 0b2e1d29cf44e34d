"""The start, and who rests on whom."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from saksi.explorer.questions import Period
from saksi.store import Store, aggregates
from saksi.store.search import SORTS, StoriesQuestion, stories_sql

FEW = 6
"""Stories of each list."""
RECENT = timedelta(days=30)
"""The period where none is asked for, up to the last article."""
MOST = 100
"""Outlets and credits that are listed."""


def start(store: Store, asked: Period) -> dict[str, Any]:
    """What is new, contested, most told and best witnessed in a period."""
    counts = store.rows(
        "SELECT (SELECT count(*) FROM articles WHERE latest) AS articles, "
        "(SELECT count(*) FROM events_flat) AS events, "
        "(SELECT count(*) FROM stories) AS stories, (SELECT max(day) FROM articles WHERE latest) AS last"
    )[0]
    until = asked.until or counts["last"] or datetime.now(tz=UTC).date()
    since = asked.since or max(date.min + RECENT, until) - RECENT
    lists = {
        sort: store.rows(*stories_sql(StoriesQuestion(sort=sort, since=since, until=until, limit=FEW)))
        for sort in SORTS
    }
    lists["contested"] = [row for row in lists["contested"] if row["witnesses_for"] and row["witnesses_against"]]
    return {
        "counts": counts,
        "since": since,
        "until": until,
        "days": aggregates.first_told(store, since, until),
        "lists": lists,
    }


def sources(store: Store, asked: Period) -> dict[str, Any]:
    """Outlets, how often they are first or alone, and on which outlets and agencies they rest."""
    credits = aggregates.credits(store, asked.since, asked.until)  # noqa: A001 - the field's own name
    rests: dict[str, list[dict[str, Any]]] = {}
    bears: dict[str, list[dict[str, Any]]] = {}
    for row in credits:
        rests.setdefault(row["outlet"], []).append({"name": row["source"], "articles": row["articles"]})
        bears.setdefault(row["source"], []).append({"name": row["outlet"], "articles": row["articles"]})
    outlets = aggregates.outlets(store, asked.since, asked.until)
    behind = [
        {"name": name, "articles": sum(row["articles"] for row in rows), "outlets": rows}
        for name, rows in bears.items()
    ]
    behind.sort(key=lambda row: (-row["articles"], row["name"]))
    return {
        "outlets": [row | {"rests_on": rests.get(row["name"], [])} for row in outlets[:MOST]],
        "behind": behind[:MOST],
    }
