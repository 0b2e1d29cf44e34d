"""The one mapping of nouns to columns: from readings to Arrow tables, as the store and shards have them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import pyarrow as pa

from saksi.model import Actor, Event, Reading, Span, Statement, Testimony
from saksi.model.article import content_hash, iso
from saksi.model.evidence import around

SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
WORDS = pa.list_(pa.string())
SPANS = pa.list_(SPAN)

_KEY = [("article_id", pa.string()), ("version", pa.int32())]
SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("id", pa.string()),
            ("version", pa.int32()),
            ("latest", pa.bool_()),
            *((name, pa.string()) for name in ("url", "title", "outlet", "outlet_found", "published")),
            ("day", pa.date32()),
            *((name, pa.string()) for name in ("language", "dateline", "byline", "credit", "text", "content")),
            ("furniture", SPANS),
            ("source", pa.string()),
            ("line", pa.int32()),
            ("read_by", pa.string()),
            ("run", pa.int32()),
        ]
    ),
    "actors": pa.schema(
        [
            *_KEY,
            *((name, pa.string()) for name in ("id", "name", "kind", "code")),
            ("sectors", WORDS),
            ("wikidata", pa.string()),
            ("mentions", SPANS),
        ]
    ),
    "places": pa.schema(
        [
            *_KEY,
            *((name, pa.string()) for name in ("id", "name", "country", "admin1")),
            ("latitude", pa.float64()),
            ("longitude", pa.float64()),
            ("geonames", pa.int32()),
            ("mentions", SPANS),
        ]
    ),
    "times": pa.schema(
        [*_KEY, *((name, pa.string()) for name in ("id", "text", "start", "end", "grain")), ("mentions", SPANS)]
    ),
    "statements": pa.schema(
        [
            *_KEY,
            ("id", pa.string()),
            ("speaker", pa.string()),
            ("chain", WORDS),
            ("chain_names", WORDS),
            ("cue", SPAN),
            ("content", SPAN),
            ("direct", pa.bool_()),
            ("stance_of_speaker", pa.string()),
            ("text", pa.string()),
        ]
    ),
    "events": pa.schema(
        [
            *_KEY,
            *((name, pa.string()) for name in ("id", "type", "mode")),
            ("contexts", WORDS),
            ("trigger_words", pa.string()),
            ("trigger_span", SPAN),
            *((name, WORDS) for name in ("actors", "actor_names", "actor_codes")),
            *((name, WORDS) for name in ("recipients", "recipient_names", "recipient_codes")),
            *((name, pa.string()) for name in ("status", "standing", "when")),
            ("start_date", pa.date32()),
            ("end_date", pa.date32()),
            *((name, pa.string()) for name in ("where", "place", "country")),
            ("latitude", pa.float64()),
            ("longitude", pa.float64()),
            ("witnesses", WORDS),
            ("deniers", WORDS),
            ("evidence", pa.string()),
            ("rule", pa.string()),
        ]
    ),
    "testimonies": pa.schema(
        [
            *_KEY,
            ("event_id", pa.string()),
            ("number", pa.int32()),
            ("stance", pa.string()),
            *((name, WORDS) for name in ("chain", "chain_names", "chain_codes")),
            ("statement", pa.string()),
            ("cue", SPAN),
        ]
    ),
}
"""The tables that hold what readings say, with their columns; `store/migrations` says what each means."""

Row = dict[str, Any]
Tables = dict[str, pa.Table]


def tables(readings: Iterable[Reading], *, read_by: str) -> Tables:
    """The rows of readings, a table a noun; `version`, `latest` and `run` are for the store to set."""
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for reading in readings:
        for name, found in _rows(reading, read_by).items():
            rows[name] += found
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in SCHEMAS.items()}


def _rows(reading: Reading, read_by: str) -> dict[str, list[Row]]:
    key = {"article_id": reading.article.id, "version": 1}
    actors = {actor.id: actor for actor in reading.actors}

    def keyed(make: Callable[[Any], Row], items: Sequence[Any]) -> list[Row]:
        return [key | make(item) for item in items]

    return {
        "articles": [_article(reading, actors, read_by)],
        "actors": keyed(asdict, reading.actors),
        "places": keyed(asdict, reading.places),
        "times": keyed(asdict, reading.times),
        "statements": keyed(lambda one: _statement(one, actors, reading.article.text), reading.statements),
        "events": keyed(lambda event: _event(event, reading, actors), reading.events),
        "testimonies": [
            key | _testimony(event, number, testimony, actors)
            for event in reading.events
            for number, testimony in enumerate(event.testimony, 1)
        ],
    }


def _article(reading: Reading, actors: Mapping[str, Actor], read_by: str) -> Row:
    article = reading.article
    return {
        "id": article.id,
        "version": 1,
        "latest": True,
        "url": article.url,
        "title": article.title,
        "outlet": actors[reading.outlet].name,
        "outlet_found": article.outlet,
        "published": iso(article.published),
        "day": article.published.date() if article.published else None,
        "language": article.language,
        "dateline": reading.dateline,
        "byline": article.byline,
        "credit": article.credit,
        "text": article.text,
        "content": content_hash(article),
        "furniture": _spans(article.furniture),
        "source": article.source,
        "line": article.line,
        "read_by": read_by,
        "run": 0,
    }


def _statement(statement: Statement, actors: Mapping[str, Actor], text: str) -> Row:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "chain": list(statement.chain),
        "chain_names": [actors[link].name for link in statement.chain],
        "cue": _span(statement.cue),
        "content": _span(statement.content),
        "direct": statement.direct,
        "stance_of_speaker": statement.stance_of_speaker,
        "text": statement.content.of(text),
    }


def _event(event: Event, reading: Reading, actors: Mapping[str, Actor]) -> Row:
    place = next((place for place in reading.places if place.id == event.where), None)
    when = reading.time_of(event)
    before, after = around(event.trigger, reading.article)
    words = event.trigger.of(reading.article.text)
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "trigger_words": words,
        "trigger_span": _span(event.trigger),
        "actors": list(event.actors),
        "actor_names": [actors[actor].name for actor in event.actors],
        "actor_codes": list(dict.fromkeys(actors[actor].code for actor in event.actors)),
        "recipients": list(event.recipients),
        "recipient_names": [actors[actor].name for actor in event.recipients],
        "recipient_codes": list(dict.fromkeys(actors[actor].code for actor in event.recipients)),
        "status": event.status,
        "standing": event.standing(reading.outlet),
        "when": event.when if isinstance(event.when, str) else None,
        "start_date": _day(when.start) if when else None,
        "end_date": _day(when.end) if when else None,
        "where": event.where,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "witnesses": _witnesses(event, actors, "asserts"),
        "deniers": _witnesses(event, actors, "denies"),
        "evidence": f"{before}{words}{after}",
        "rule": event.rule,
    }


def _witnesses(event: Event, actors: Mapping[str, Actor], stance: str) -> list[str]:
    told = (testimony for testimony in event.testimony if testimony.stance == stance)
    return list(dict.fromkeys(actors[testimony.chain[-1]].name for testimony in told))


def _testimony(event: Event, number: int, testimony: Testimony, actors: Mapping[str, Actor]) -> Row:
    return {
        "event_id": event.id,
        "number": number,
        "stance": testimony.stance,
        "chain": list(testimony.chain),
        "chain_names": [actors[link].name for link in testimony.chain],
        "chain_codes": [actors[link].code for link in testimony.chain],
        "statement": testimony.statement,
        "cue": _span(testimony.cue),
    }


def _day(moment: str) -> date | None:
    """The day of an ISO date or time; None for years that no calendar of the store has (0000, 10000)."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _span(span: Span | None) -> Row | None:
    return {"start": span.start, "end": span.end} if span is not None else None


def _spans(spans: Iterable[Span]) -> list[Row | None]:
    return [_span(span) for span in spans]
