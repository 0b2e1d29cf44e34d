"""A person's judgements: kept in the log, and shown at once.

Stories are changed where they are touched, without comparing all events anew; the next `link` goes by the log too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast, get_args

from saksi.asking import actor, place
from saksi.codebook import plover
from saksi.corroborate import TOGETHER, story_id
from saksi.errors import QuestionError
from saksi.model import Actor, Deed, Reading, Stance, Status, deed_of
from saksi.runners.link import refresh
from saksi.store import Store, judgements, linked
from saksi.store.readings import reading

Fields = Mapping[str, str]
"""What a person writes: any of `FIELDS`; names stand between semicolons, days are ISO dates, empty is unknown."""
FIELDS = (
    *("type", "mode", "status", "actors", "recipients", "start_date", "end_date", "place"),
    *("witnesses", "deniers"),
)
APART = "taken apart by a person"


def mark(store: Store, event: str, kind: judgements.Kind, fields: Fields | None = None) -> None:
    """Say that an event is right, wrong, or corrected to `fields`; or take back what was said.

    Raises QuestionError if there is no such event or a field cannot be, StoreError if somebody else writes.
    """
    with store.writing():
        deed = _corrected(store, event, fields or {}) if kind == "corrected" else None
        settle(store, judgements.judge_event(store, event, kind, deed), gone=kind == "wrong")


def settle(store: Store, event: str, *, gone: bool) -> None:
    """Let the stories of a linked store follow a judgement on an event."""
    rows = store.rows("SELECT story_id FROM story_events WHERE event_id = ?", [event])
    story = rows[0]["story_id"] if rows else None
    if gone and story:
        linked.move(store, [(event, "", "")])
    elif not gone and story is None and store.rows("SELECT 1 FROM stories LIMIT 1"):
        story = story_id(event)
        linked.move(store, [(event, story, "told alone")])
    if story:
        refresh(store, [story])


def split(store: Store, story: str, events: Sequence[str]) -> None:
    """Say that events are not of a story: they are one of their own. Raises QuestionError, StoreError as `mark`."""
    with store.writing():
        members = _members(store, story)
        if strange := [event for event in events if event not in members]:
            raise QuestionError(f"{store.path}: story {story!r} does not have {', '.join(strange)}")
        rest = [event for event in members if event not in events]
        if not rest or not events:
            raise QuestionError(f"{store.path}: name some of the {len(members)} events of story {story!r}, but not all")
        judgements.judge_stories(store, "split", events, rest)
        _regroup(store, [list(events), rest], APART)


def join(store: Store, one: str, other: str) -> str:
    """Say that two stories are one; its id. Raises QuestionError, StoreError as `mark`."""
    with store.writing():
        if one == other:
            raise QuestionError(f"{store.path}: name another story than {one!r}")
        first, second = _members(store, one), _members(store, other)
        judgements.judge_stories(store, "join", first, second)
        _regroup(store, [[*first, *second]], TOGETHER)
    return story_id(min(first + second))


def _regroup(store: Store, groups: Sequence[Sequence[str]], reason: str) -> None:
    before = {row["event_id"]: row["story_id"] for row in store.rows("SELECT event_id, story_id FROM story_events")}
    after = {event: story_id(min(group)) for group in groups for event in group}
    linked.move(store, [(event, story, reason) for event, story in after.items() if before[event] != story])
    refresh(store, {*after.values(), *(before[event] for event in after)})


def _members(store: Store, story: str) -> list[str]:
    members = [str(row["event_id"]) for row in linked.told(store, story)]
    if not members:
        raise QuestionError(f"{store.path}: has no story {story[:40]!r}")
    return members


def _corrected(store: Store, event_id: str, fields: Fields) -> Deed:
    """What the program read, with what a person writes instead."""
    article, _, name = event_id.rpartition("#")
    found = reading(store, article, wrong=True)
    event = next((one for one in found.events if one.id == name), None)
    if event is None:
        raise QuestionError(f"{store.path}: has no event {event_id[:80]!r}")
    if strange := fields.keys() - set(FIELDS):
        raise QuestionError(f"no field {', '.join(sorted(strange))}; there are: {', '.join(FIELDS)}")
    deed = deed_of(found, event)
    changes: dict[str, Any] = {**_days(deed, fields), **_kinds(deed, fields)}
    for field in ("actors", "recipients"):
        if field in fields:
            changes[field] = tuple(_parties(fields[field], found, store))
    if "place" in fields:
        words = fields["place"].strip()
        changes["place"] = place(words, found.places, store) if words else None
    if fields.keys() & {"witnesses", "deniers"}:
        changes["testimony"] = tuple(_testimony(deed, found, fields, store))
    return replace(deed, **changes)


def _kinds(deed: Deed, fields: Fields) -> dict[str, str | None]:
    """Type, mode and status, each one that there is."""
    kind = fields.get("type", deed.type)
    status = fields.get("status", deed.status)
    types = plover().types
    if kind not in types:
        raise QuestionError(f"type: {kind[:40]!r} is none of {', '.join(types)}")
    if status not in get_args(Status):
        raise QuestionError(f"status: {status[:40]!r} is none of {', '.join(get_args(Status))}")
    modes = types[kind]["modes"]
    mode = fields.get("mode", deed.mode if deed.mode in modes else "") or None
    if mode and mode not in modes:
        raise QuestionError(f"mode: {kind} has {', '.join(modes) or 'no modes'}, not {mode[:40]!r}")
    return {"type": kind, "mode": mode, "status": status}


def _days(deed: Deed, fields: Fields) -> dict[str, str | None]:
    """First and last day; one that is told alone is both."""
    if not fields.keys() & {"start_date", "end_date"}:
        return {"start": deed.start, "end": deed.end}
    start, end = (fields.get(field, "").strip() for field in ("start_date", "end_date"))
    start, end = start or end, end or start
    for day in filter(None, (start, end)):
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise QuestionError(f"{day[:20]!r} is no date; write it as 2024-06-18") from error
    if start > end:
        raise QuestionError(f"the deed ends ({end}) before it begins ({start})")
    return {"start": start or None, "end": end or None}


def _parties(names: str, found: Reading, store: Store) -> list[Actor]:
    return [actor(words.strip(), found.actors, store) for words in names.split(";") if words.strip()]


def _testimony(deed: Deed, found: Reading, fields: Fields, store: Store) -> list[tuple[Stance, tuple[Actor, ...]]]:
    """The chains of those who are named; of one whom the article does not credit, from the outlet straight to it."""
    outlet = replace(next(one for one in found.actors if one.id == found.outlet), mentions=())
    told: list[tuple[Stance, tuple[Actor, ...]]] = []
    for stance, field in (("asserts", "witnesses"), ("denies", "deniers")):
        stance = cast("Stance", stance)
        own = [(one, chain) for one, chain in deed.testimony if one == stance]
        if field not in fields:
            told += own
            continue
        for party in _parties(fields[field], found, store):
            kept = [pair for pair in own if pair[1][-1].name == party.name]
            told += kept or [(stance, (outlet,) if party.name == outlet.name else (outlet, party))]
    if not told:
        raise QuestionError("somebody must vouch for the deed or deny it; the outlet itself is named as it is shown")
    return told
