"""The record of a reading: the one shape in which it leaves the program."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from saksi.model import Actor, Article, Event, Interval, Place, Reading, Span, Statement, Testimony, Time
from saksi.model.article import iso

SCHEMA = "saksi/1"


def record(reading: Reading) -> dict[str, Any]:
    """The JSON object of `reading`: spans as `{start, end}`, references as ids, what is unknown as None.

    Example:
        >>> from saksi.export import record
        >>> record(saksi.read("Rusia memuji Korea Utara.", language="id"))["events"][0]["type"]
        'SUPPORT'

    """
    article = reading.article
    return {
        "schema": SCHEMA,
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": reading.outlet,
        "published": iso(article.published),
        "dateline": reading.dateline,
        "language": article.language,
        "byline": article.byline,
        "credit": article.credit,
        "text": article.text,
        "actors": [_actor(actor) for actor in reading.actors],
        "places": [_place(place) for place in reading.places],
        "times": [_time(moment) for moment in reading.times],
        "statements": [_statement(statement) for statement in reading.statements],
        "events": [_event(event, outlet=reading.outlet) for event in reading.events],
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "code": actor.code,
        "sectors": list(actor.sectors),
        "wikidata": actor.wikidata,
        "mentions": _spans(actor.mentions),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames": place.geonames,
        "mentions": _spans(place.mentions),
    }


def _time(moment: Time) -> dict[str, Any]:
    return {
        "id": moment.id,
        "text": moment.text,
        "start": moment.start,
        "end": moment.end,
        "grain": moment.grain,
        "mentions": _spans(moment.mentions),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "chain": list(statement.chain),
        "cue": _span(statement.cue),
        "content": _span(statement.content),
        "direct": statement.direct,
        "stance_of_speaker": statement.stance_of_speaker,
    }


def _event(event: Event, *, outlet: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "trigger": _span(event.trigger),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "status": event.status,
        "when": {"start": event.when.start, "end": event.when.end} if isinstance(event.when, Interval) else event.when,
        "where": event.where,
        "testimony": [_testimony(testimony) for testimony in event.testimony],
        "standing": event.standing(outlet),
    }


def _testimony(testimony: Testimony) -> dict[str, Any]:
    return {
        "stance": testimony.stance,
        "chain": list(testimony.chain),
        "statement": testimony.statement,
        "cue": _span(testimony.cue),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def reading_of(table: Mapping[str, Any]) -> Reading:
    """The reading whose record that is. Raises KeyError, TypeError or ValueError if it is none."""
    published = table["published"]
    return Reading(
        article=Article(
            **{name: table[name] for name in ("id", "url", "title", "language", "byline", "credit", "text")},
            published=datetime.fromisoformat(published) if published else None,
        ),
        outlet=table["outlet"],
        dateline=table["dateline"],
        actors=tuple(
            Actor(**_with_spans(row, "mentions") | {"sectors": tuple(row["sectors"])}) for row in table["actors"]
        ),
        places=tuple(Place(**_with_spans(row, "mentions")) for row in table["places"]),
        times=tuple(Time(**_with_spans(row, "mentions")) for row in table["times"]),
        statements=tuple(
            Statement(**_with_spans(row, "cue", "content") | {"chain": tuple(row["chain"])})
            for row in table["statements"]
        ),
        events=tuple(_event_of(row) for row in table["events"]),
    )


def _actor_of(row: Mapping[str, Any]) -> Actor:
    return Actor(**_with_spans(row, "mentions") | {"sectors": tuple(row["sectors"])})


def _statement_of(row: Mapping[str, Any]) -> Statement:
    return Statement(**_with_spans(row, "cue", "content") | {"chain": tuple(row["chain"])})


def _event_of(row: Mapping[str, Any]) -> Event:
    known = {name: value for name, value in row.items() if name not in ("standing", "testimony", "when")}
    when = row["when"]
    lists = {name: tuple(row[name]) for name in ("contexts", "actors", "recipients")}
    told = (_with_spans(one, "cue") | {"chain": tuple(one["chain"])} for one in row["testimony"])
    return Event(
        **_with_spans(known, "trigger") | lists,
        when=Interval(**when) if isinstance(when, Mapping) else when,
        testimony=tuple(Testimony(**one) for one in told),
    )


def _with_spans(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A row with the named spans, or lists of them, as spans."""

    def made(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(Span(**one) for one in value)
        return Span(**value) if value else None

    return {**row, **{name: made(row[name]) for name in names}}
