"""Readings, out of the rows that they were kept as."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from saksi.errors import QuestionError
from saksi.model import Actor, Article, Event, Interval, Place, Reading, Span, Statement, Testimony, Time
from saksi.store.store import Store

Row = Mapping[str, Any]


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
    (row,) = rows
    parts = {name: _part(store, name, row) for name in ("actors", "places", "times", "statements", "events")}
    told = _part(store, "testimonies", row)
    if not wrong:
        gone = {one["event_id"] for one in _part(store, "verdicts", row) if one["verdict"] == "wrong"}
        parts["events"] = [one for one in parts["events"] if one["id"] not in gone]
    actors = tuple(_actor(one) for one in parts["actors"])
    return Reading(
        article=_article(row),
        outlet=_outlet(actors, row["outlet"]),
        dateline=row["dateline"],
        actors=actors,
        places=tuple(_place(one) for one in parts["places"]),
        times=tuple(_time(one) for one in parts["times"]),
        statements=tuple(_statement(one) for one in parts["statements"]),
        events=tuple(_event(one, [row for row in told if row["event_id"] == one["id"]]) for one in parts["events"]),
    )


def _part(store: Store, name: str, article: Row) -> list[dict[str, Any]]:
    order = {"testimonies": "number", "verdicts": "event_id"}.get(name, "id")
    found = store.rows(
        f"SELECT * FROM {name} WHERE article_id = ? AND version = ?",  # noqa: S608 (our names)
        [article["id"], article["version"]],
    )
    return sorted(found, key=lambda row: _number(row[order]))


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


def _event(row: Row, told: list[dict[str, Any]]) -> Event:
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
