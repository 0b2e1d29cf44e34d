"""What an event says, apart from the article that tells it, so that it can be kept and put into another reading."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from saksi.model.event import Event, Stance, Status, Testimony
from saksi.model.party import Actor
from saksi.model.reading import Reading
from saksi.model.setting import Interval, Place, Time

Chain = tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event without references: its parties and its place stand in it, without mentions.

    Attributes:
        type, mode, status: as on an Event.
        actors, recipients: who did it, to whom.
        start, end: first and last day, ISO 8601; None without a clue.
        place: where.
        testimony: each stance with its chain, from the outlet to the witness.

    """

    type: str
    mode: str | None
    status: Status
    actors: Chain
    recipients: Chain
    start: str | None
    end: str | None
    place: Place | None
    testimony: tuple[tuple[Stance, Chain], ...]

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return asdict(self)

    @staticmethod
    def of_plain(table: Mapping[str, Any]) -> "Deed":
        """The deed that `plain` gave."""
        return Deed(
            type=table["type"],
            mode=table["mode"],
            status=table["status"],
            actors=_chain(table["actors"]),
            recipients=_chain(table["recipients"]),
            start=table["start"],
            end=table["end"],
            place=Place(**table["place"] | {"mentions": ()}) if table["place"] else None,
            testimony=tuple((stance, _chain(chain)) for stance, chain in table["testimony"]),
        )


def _chain(rows: Sequence[Mapping[str, Any]]) -> Chain:
    return tuple(Actor(**{**row, "sectors": tuple(row["sectors"]), "mentions": ()}) for row in rows)


def deed_of(reading: Reading, event: Event) -> Deed:
    """What an event of a reading says."""
    actors = {actor.id: replace(actor, mentions=()) for actor in reading.actors}
    places = {place.id: replace(place, mentions=()) for place in reading.places}
    when = reading.time_of(event)
    return Deed(
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=tuple(actors[actor] for actor in event.actors),
        recipients=tuple(actors[actor] for actor in event.recipients),
        start=when.start[:10] if when else None,
        end=when.end[:10] if when else None,
        place=places[event.where] if event.where else None,
        testimony=tuple((one.stance, tuple(actors[link] for link in one.chain)) for one in event.testimony),
    )


def with_deed(reading: Reading, event_id: str, deed: Deed) -> Reading:
    """The reading with an event saying something else; parties and places that it did not have come to its own."""
    event = next(one for one in reading.events if one.id == event_id)
    if deed == deed_of(reading, event):
        return reading
    cast = _Cast(reading)
    changed = replace(
        event,
        type=deed.type,
        mode=deed.mode,
        status=deed.status,
        actors=tuple(map(cast.actor, deed.actors)),
        recipients=tuple(map(cast.actor, deed.recipients)),
        when=_when(event, reading.times, deed),
        where=cast.place(deed.place) if deed.place else None,
        testimony=tuple(_testimony(event, stance, tuple(map(cast.actor, chain))) for stance, chain in deed.testimony),
    )
    return replace(
        reading,
        actors=tuple(cast.actors),
        places=tuple(cast.places),
        events=tuple(changed if one.id == event_id else one for one in reading.events),
    )


class _Cast:
    """The parties and places of a reading, which grow by those that a deed brings."""

    def __init__(self, reading: Reading) -> None:
        self.actors, self.places = list(reading.actors), list(reading.places)

    def actor(self, wanted: Actor) -> str:
        """The id of a party: of the same name and code."""
        for actor in self.actors:
            if (actor.name, actor.code) == (wanted.name, wanted.code):
                return actor.id
        self.actors.append(replace(wanted, id=f"a{_next(self.actors)}"))
        return self.actors[-1].id

    def place(self, wanted: Place) -> str:
        """The id of a place: of the same name and country."""
        for place in self.places:
            if (place.name, place.country) == (wanted.name, wanted.country):
                return place.id
        self.places.append(replace(wanted, id=f"p{_next(self.places)}"))
        return self.places[-1].id


def _next(rows: Sequence[Actor] | Sequence[Place]) -> int:
    return max((int(row.id[1:]) for row in rows), default=0) + 1


def _when(event: Event, times: Sequence[Time], deed: Deed) -> str | Interval | None:
    """The event's own time or another one that the text names, where it has these days; else the days alone."""
    if deed.start is None or deed.end is None:
        return None
    own = [time for time in times if time.id == event.when]
    for time in (*own, *times):
        if (time.start[:10], time.end[:10]) == (deed.start, deed.end):
            return time.id
    return Interval(start=deed.start, end=deed.end)


def _testimony(event: Event, stance: Stance, chain: tuple[str, ...]) -> Testimony:
    """The event's own testimony of that stance and chain, with its cue, where it has one."""
    found = (one for one in event.testimony if (one.stance, one.chain) == (stance, chain))
    return next(found, Testimony(stance=stance, chain=chain))
