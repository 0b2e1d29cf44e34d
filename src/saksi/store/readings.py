"""Readings, out of the rows that they were kept as."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from saksi.errors import QuestionError
from saksi.model import Actor, Article, Event, Interval, Place, Reading, Span, Statement, Testimony, Time
from saksi.store.store import Store

Row = Mapping[str, Any]
BATCH = 500
"""Articles that are asked for together."""


def reading(store: Store, article_id: str, *, version: int | None = None, wrong: bool = False) -> Reading:
    """The reading of an article, of its latest version where none is told, as people corrected it.

    Events that a person called wrong are only in it if they are asked for.
    The beginning of an id will do where no other begins so. Raises QuestionError if there is none, or more than one.
    """
    rows = store.rows(
        "SELECT * FROM articles WHERE starts_with(id, ?) AND (version = ? OR (? IS NULL AND latest)) LIMIT 2",
        [article_id, version, version],
    )
    rows = [row for row in rows if row["id"] == article_id] or rows
    if len(rows) != 1:
        reason = "has no article" if not rows else "has several articles whose id begins with"
        raise QuestionError(f"{store.path}: {reason} {article_id!r}")
    return next(_readings(store, rows, wrong=wrong))


def many(store: Store, article_ids: Sequence[str]) -> Iterator[Reading]:
    """The readings of the latest versions of articles, in order of their ids, as `reading` gives them."""
    for start in range(0, len(article_ids), BATCH):
        batch = list(article_ids[start : start + BATCH])
        yield from _readings(
            store,
            store.rows("SELECT * FROM articles WHERE latest AND id IN (SELECT unnest(?)) ORDER BY id", [batch]),
            wrong=False,
        )


def _readings(store: Store, articles: Sequence[Row], *, wrong: bool) -> Iterator[Reading]:
    parts = {name: _part(store, name, articles) for name in _ORDER}
    for row in articles:
        mine = {name: rows.get((row["id"], row["version"]), []) for name, rows in parts.items()}
        gone = {one["event_id"] for one in mine["verdicts"] if one["verdict"] == "wrong"}
        events = [one for one in mine["events"] if wrong or one["id"] not in gone]
        told: dict[str, list[Row]] = {}
        for one in mine["testimonies"]:
            told.setdefault(one["event_id"], []).append(one)
        actors = tuple(_actor(one) for one in mine["actors"])
        yield Reading(
            article=_article(row),
            outlet=_outlet(actors, row["outlet"]),
            dateline=row["dateline"],
            actors=actors,
            places=tuple(_place(one) for one in mine["places"]),
            times=tuple(_time(one) for one in mine["times"]),
            statements=tuple(_statement(one) for one in mine["statements"]),
            events=tuple(_event(one, told.get(one["id"], [])) for one in events),
        )


_ORDER = {
    **dict.fromkeys(("actors", "places", "times", "statements", "events"), "id"),
    "testimonies": "number",
    "verdicts": "event_id",
}
"""What an article has parts of, and by which column they are in order."""


def _part(store: Store, name: str, articles: Sequence[Row]) -> dict[tuple[str, int], list[Row]]:
    """The parts of articles, by id and version, in order."""
    rows = store.rows(
        f"SELECT * FROM {name} WHERE article_id IN (SELECT unnest(?))",  # noqa: S608 (our names)
        [[article["id"] for article in articles]],
    )
    found: dict[tuple[str, int], list[Row]] = {}
    for row in sorted(rows, key=lambda row: _number(row[_ORDER[name]])):
        found.setdefault((row["article_id"], row["version"]), []).append(row)
    return found


def _number(identifier: str | int) -> int:
    return identifier if isinstance(identifier, int) else int(identifier[1:])


def _outlet(actors: tuple[Actor, ...], name: str) -> str:
    named = [actor.id for actor in actors if actor.name == name]
    outlets = [actor.id for actor in actors if actor.kind == "outlet"]
    return next(iter([*named, *outlets]))


def _article(row: Row) -> Article:
    published = row["published"]
    return Article(
        id=row["id"],
        text=row["text"],
        language=row["language"],
        url=row["url"],
        title=row["title"],
        outlet=row["outlet_found"],
        published=datetime.fromisoformat(published) if published else None,
        byline=row["byline"],
        credit=row["credit"],
        furniture=tuple(_spans(row["furniture"])),
        source=row["source"],
        line=row["line"],
    )


def _actor(row: Row) -> Actor:
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        code=row["code"],
        sectors=tuple(row["sectors"]),
        wikidata=row["wikidata"],
        mentions=tuple(_spans(row["mentions"])),
    )


def _place(row: Row) -> Place:
    return Place(
        **{name: row[name] for name in ("id", "name", "country", "admin1", "latitude", "longitude", "geonames")},
        mentions=tuple(_spans(row["mentions"])),
    )


def _time(row: Row) -> Time:
    return Time(
        **{name: row[name] for name in ("id", "text", "start", "end", "grain")},
        mentions=tuple(_spans(row["mentions"])),
    )


def _statement(row: Row) -> Statement:
    return Statement(
        id=row["id"],
        speaker=row["speaker"],
        chain=tuple(row["chain"]),
        cue=_span(row["cue"]),
        content=Span(**row["content"]),
        direct=row["direct"],
        stance_of_speaker=row["stance_of_speaker"],
    )


def _event(row: Row, told: Sequence[Row]) -> Event:
    interval = None
    if row["when"] is None and row["start_date"] is not None:
        interval = Interval(start=row["start_date"].isoformat(), end=row["end_date"].isoformat())
    return Event(
        id=row["id"],
        type=row["type"],
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        trigger=Span(**row["trigger_span"]),
        actors=tuple(row["actors"]),
        recipients=tuple(row["recipients"]),
        status=row["status"],
        when=row["when"] or interval,
        where=row["where"],
        testimony=tuple(_testimony(one) for one in told),
        rule=row["rule"],
    )


def _testimony(row: Row) -> Testimony:
    return Testimony(stance=row["stance"], chain=tuple(row["chain"]), statement=row["statement"], cue=_span(row["cue"]))


def _span(row: Row | None) -> Span | None:
    return Span(**row) if row else None


def _spans(rows: list[Row]) -> Iterator[Span]:
    return (Span(**row) for row in rows)
