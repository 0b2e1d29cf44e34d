"""What each page shows, asked of the store."""

from dataclasses import replace
from typing import Any

from saksi.asking import party
from saksi.codebook import plover
from saksi.errors import QuestionError
from saksi.explorer import questions
from saksi.explorer.marks import pieces
from saksi.explorer.questions import PAGE, Asked
from saksi.export import record as as_record
from saksi.runners import balances, differences, sources, steps
from saksi.store import Store, linked
from saksi.store.readings import reading
from saksi.store.search import SORTS, Question, StoriesQuestion, Who, sql, stories_sql, where

Page = dict[str, Any]
FEW = 6
"""Stories of each list of the start page, and events of an actor's."""
PARTNERS = 15
"""Parties, names or witnesses that are listed on the page of an actor."""
MOST = 100_000
"""Events of a downloaded file at most."""
MONTH, MONTHS = "strftime(coalesce(start_date, published), '%Y-%m')", 24
"""The month of an event, and how many of the last are shown."""


def start(store: Store) -> Page:
    """What is new, what is contested, what is best witnessed."""
    counts = store.rows(
        "SELECT (SELECT count(*) FROM articles WHERE latest) AS articles, "
        "(SELECT count(*) FROM events_flat) AS events, "
        "(SELECT count(*) FROM stories) AS stories, (SELECT max(day) FROM articles WHERE latest) AS last"
    )[0]
    lists = {sort: store.rows(*stories_sql(StoriesQuestion(sort=sort, limit=FEW))) for sort in SORTS}
    lists["contested"] = [row for row in lists["contested"] if row["witnesses_for"] and row["witnesses_against"]]
    return {"counts": counts, "lists": lists}


def events(store: Store, asked: Asked) -> Page:
    """The events that are asked for, and how many there are by type and by month."""
    question = questions.events(asked, store)
    by_type = _counted(store, question, "type")
    return {
        "rows": store.rows(*sql(question)),
        "total": sum(row["events"] for row in by_type),
        "by_type": by_type,
        "by_month": _counted(store, question, MONTH, order="name")[-MONTHS:],
        "page": questions.number(asked),
        "size": PAGE,
    }


def all_events(store: Store, asked: Asked) -> list[Page]:
    """All events that are asked for, for a file. Raises QuestionError if they are too many for one."""
    question = replace(questions.events(asked, store), limit=MOST + 1, offset=0)
    rows = store.rows(*sql(question))
    if len(rows) > MOST:
        raise QuestionError(f"more than {MOST:,} events; narrow the question, or write the file with saksi find")
    return rows


def stories(store: Store, asked: Asked) -> Page:
    """The stories that are asked for."""
    rows = store.rows(*stories_sql(questions.stories(asked, store)))
    return {"rows": rows, "page": questions.number(asked), "size": PAGE}


def story(store: Store, name: str) -> Page:
    """One story: its course, both sides, who had it from whom, what differs. Raises QuestionError if there is none."""
    rows = store.rows("SELECT * FROM stories WHERE id = ?", [name])
    if not rows:
        raise QuestionError(f"there is no story {name[:40]!r}")
    return {
        "story": rows[0],
        "course": steps(store, name),
        "balance": balances(store, name)[name],
        "told": linked.told(store, name),
        "sources": sources(store, name),
        "differences": differences(store, name),
    }


def actor(store: Store, name: str) -> Page:
    """A party: its names, what it did and underwent, with whom, by month, and on whose word. Raises QuestionError."""
    who = party(name[:200], store)
    done, undergone, either = (Question(actor=who), Question(recipient=who), Question(party=who))
    return {
        "name": name,
        "names": _names(store, either.party or Who()),
        "done": _counted(store, done, "type"),
        "undergone": _counted(store, undergone, "type"),
        "towards": _partners(store, done, "recipient_codes"),
        "origin": _partners(store, undergone, "actor_codes"),
        "by_month": _counted(store, either, MONTH, order="name")[-MONTHS:],
        "witnesses": _counted(store, either, "unnest(witnesses)")[:PARTNERS],
        "rows": store.rows(*sql(replace(either, limit=FEW))),
    }


def _names(store: Store, who: Who) -> list[Page]:
    """The names under which a party's own articles have it, the most frequent first."""
    return store.rows(
        "SELECT name, kind, code, count(*) AS articles FROM actors "
        "WHERE kind = 'state' AND list_contains(?, code) OR list_contains(?, name) "
        "GROUP BY ALL ORDER BY articles DESC, name LIMIT ?",
        [list(who.codes), list(who.names), PARTNERS],
    )


def _counted(store: Store, question: Question, column: str, *, order: str = "events DESC, name") -> list[Page]:
    """How many events of a question there are for each value of a column."""
    condition, values = where(question)
    query = (
        f"SELECT name, count(*) AS events FROM (SELECT {column} AS name FROM events_flat WHERE {condition}) "  # noqa: S608 (ours)
        f"WHERE name IS NOT NULL GROUP BY name ORDER BY {order}"
    )
    return store.rows(query, values)


def _partners(store: Store, question: Question, column: str) -> list[Page]:
    """Who is at the other end, and how friendly it was: events, and the mean of PLOVER's scores of their types."""
    condition, values = where(question)
    scores = {name: float(facts["score"]) for name, facts in plover().types.items()}
    return store.rows(
        f"SELECT name, count(*) AS events, round(avg(score), 1) AS score FROM "  # noqa: S608 (ours)
        f"(SELECT DISTINCT event_id, type, unnest({column}) AS name FROM events_flat WHERE {condition}) "
        "JOIN (SELECT unnest(?) AS type, unnest(?) AS score) USING (type) "
        "WHERE name <> '---' GROUP BY name ORDER BY events DESC, name LIMIT ?",
        [*values, list(scores), list(scores.values()), PARTNERS],
    )


def article(store: Store, identifier: str) -> Page:
    """An article's text with its marks, and its events. Raises QuestionError if there is none."""
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
    """An article's whole record. Raises QuestionError if there is none."""
    return dict(as_record(reading(store, identifier)))


def _events_of(store: Store, identifier: str) -> list[Page]:
    rows = store.rows("SELECT * FROM events_flat WHERE article_id = ?", [identifier])
    return sorted(rows, key=lambda row: int(row["event_id"].rpartition("#e")[2]))
