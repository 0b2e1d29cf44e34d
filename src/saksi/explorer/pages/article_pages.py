"""Articles, and one of them: its text with marks, its events, its record."""

from collections.abc import Mapping
from typing import Any

from saksi.explorer.questions import PAGE, Articles
from saksi.export import record as as_record
from saksi.model.evidence import opening
from saksi.model.marks import pieces
from saksi.runners import FIELDS
from saksi.store import Store, judgements
from saksi.store.readings import reading
from saksi.store.search import articles_sql

EVENTS = (
    "SELECT e.*, e.article_id || '#' || e.id AS event_id, e.trigger_words AS \"trigger\", "
    "e.actor_names AS actors, e.recipient_names AS recipients FROM events e JOIN articles a "
    "ON a.latest AND a.id = e.article_id AND a.version = e.version WHERE e.article_id = ?"
)
"""The events of an article, those too that a person called wrong."""


def articles(store: Store, asked: Articles) -> dict[str, Any]:
    """The articles that are asked for."""
    rows = store.rows(*articles_sql(asked.question()))
    return {"rows": rows, "page": asked.page, "size": PAGE}


def article(store: Store, identifier: str) -> dict[str, Any]:
    """An article's text with its marks, and its events. Raises QuestionError if there is none."""
    found = reading(store, identifier, wrong=True)
    name = found.article.id
    stories_of = store.rows("SELECT event_id, story_id FROM story_events WHERE starts_with(event_id, ?)", [f"{name}#"])
    said = {row["event_id"]: row["verdict"] for row in judgements.verdicts(store, name)}
    rows = sorted(store.rows(EVENTS, [name]), key=lambda row: int(row["id"][1:]))
    chains = store.rows("SELECT event_id, stance, chain FROM testimonies_flat WHERE article_id = ?", [name])
    return {
        "article": found.article,
        "title": found.article.title or opening(found.article),
        "outlet": next((actor.name for actor in found.actors if actor.id == found.outlet), found.outlet),
        "pieces": pieces(found),
        "events": [
            row
            | {
                "verdict": said.get(row["id"]),
                "fields": as_fields(row),
                "chains": [chain for chain in chains if chain["event_id"] == row["event_id"]],
            }
            for row in rows
        ],
        "story_of": {row["event_id"]: row["story_id"] for row in stories_of},
    }


def record(store: Store, identifier: str) -> dict[str, Any]:
    """An article's whole record, as people corrected it. Raises QuestionError if there is none."""
    return dict(as_record(reading(store, identifier)))


def fields(store: Store, event_id: str) -> dict[str, str]:
    """The fields of an event as a form has them; nothing for what is unknown."""
    article_id, _, number = event_id.rpartition("#")
    rows = store.rows(f"{EVENTS} AND e.id = ?", [article_id, number])
    return as_fields(rows[0]) if rows else dict.fromkeys(FIELDS, "")


def as_fields(row: Mapping[str, Any]) -> dict[str, str]:
    """The same of a row."""
    return {name: "; ".join(row[name]) if isinstance(row[name], list) else str(row[name] or "") for name in FIELDS}
