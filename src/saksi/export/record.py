"""The record of a reading: the one shape in which it leaves the program."""

from collections.abc import Iterable
from typing import Any

from saksi.model import Actor, Event, Interval, Place, Reading, Span, Statement, Testimony, Time
from saksi.model.article import iso

SCHEMA = "saksi/1"


def record(reading: Reading) -> dict[str, Any]:
    """The JSON object of `reading`: spans as `{start, end}`, references as ids, what is unknown as None."""
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
