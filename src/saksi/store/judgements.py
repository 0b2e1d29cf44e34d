"""What people say of what was read: a log that only grows, and where it leads.

A judgement of an event holds for the words that tell it, so that it is found again when a later version of Saksi reads
the same text and numbers its events otherwise.
"""

import json
from collections.abc import Sequence
from typing import Any, Literal

import duckdb

from saksi.errors import QuestionError
from saksi.model import Deed, Event, Reading, Span, deed_of, with_deed
from saksi.store import keeping
from saksi.store.readings import reading
from saksi.store.store import Store

Kind = Literal["right", "wrong", "corrected", "withdrawn"]
Row = dict[str, Any]


def of_stories(store: Store) -> list[Row]:
    """What was said of stories, in order: `join` that events of both lists are one deed, `split` that they are not."""
    return store.rows("SELECT kind, events, others FROM judgements WHERE kind IN ('join', 'split') ORDER BY number")


def judge_stories(store: Store, kind: Literal["join", "split"], events: Sequence[str], others: Sequence[str]) -> None:
    """Keep a judgement on which events are one deed."""
    store.write(lambda connection: _log(connection, kind, events, others))


def judge_event(store: Store, event_id: str, kind: Kind, deed: Deed | None = None) -> str:
    """Keep a judgement on an event, and let the store show what it says; the event's whole id.

    Of an event that is `right` what was read holds from now on, whatever a later version reads. Raises QuestionError if
    there is no such event.
    """
    article, _, name = event_id.rpartition("#")
    found = reading(store, article, wrong=True)
    event = next((one for one in found.events if one.id == name), None)
    if event is None:
        raise QuestionError(f"{store.path}: has no event {event_id[:80]!r}")
    held = store.rows(
        "SELECT v.as_read FROM verdicts v JOIN articles a ON a.id = v.article_id AND a.version = v.version "
        "WHERE a.latest AND v.article_id = ? AND v.event_id = ?",
        [found.article.id, name],
    )
    as_read = Deed.of_plain(json.loads(held[0]["as_read"])) if held else deed_of(found, event)
    said = as_read if kind == "withdrawn" else deed or deed_of(found, event)
    version, whole = _version(store, found), f"{found.article.id}#{name}"

    def change(connection: duckdb.DuckDBPyConnection) -> None:
        number = _log(connection, kind, [whole], [])
        connection.execute(
            'UPDATE judgements SET version = ?, "trigger" = ?, deed = ? WHERE number = ?',
            [version, {"start": event.trigger.start, "end": event.trigger.end}, _json(said), number],
        )
        _apply(connection, with_deed(found, name, said), version, [(name, kind, number, as_read)])

    store.write(change)
    return whole


def reapply(store: Store) -> int:
    """Let the store show again what the log says of articles that were read anew; how many articles that are."""
    rows = store.rows(
        'SELECT number, kind, events[1] AS event, "trigger", deed FROM judgements j JOIN articles a '
        "ON a.latest AND a.version = j.version AND starts_with(j.events[1], a.id || '#') WHERE deed IS NOT NULL "
        "AND number NOT IN (SELECT judgement FROM verdicts) ORDER BY number"
    )
    last: dict[str, dict[tuple[int, int], Row]] = {}
    for row in rows:
        article = row["event"].rpartition("#")[0]
        last.setdefault(article, {})[row["trigger"]["start"], row["trigger"]["end"]] = row
    changed = 0
    for article, said in last.items():
        changed += _reapply(store, article, list(said.values()))
    return changed


def _reapply(store: Store, article: str, said: Sequence[Row]) -> bool:
    found = reading(store, article, wrong=True)
    version = _version(store, found)
    known = {row["event_id"] for row in verdicts(store, article)}
    marks: list[tuple[str, Kind, int, Deed]] = []
    for row in said:
        event = _at(found, Span(**row["trigger"]))
        if row["kind"] != "withdrawn" and event and event.id not in known:
            marks.append((event.id, row["kind"], row["number"], deed_of(found, event)))
            found = with_deed(found, event.id, Deed.of_plain(json.loads(row["deed"])))
    if marks:
        store.write(lambda connection: _apply(connection, found, version, marks))
    return bool(marks)


def _at(found: Reading, trigger: Span) -> Event | None:
    """The event that the same words tell, or words that overlap with them."""
    over = [event for event in found.events if event.trigger.overlaps(trigger)]
    return next((event for event in over if event.trigger == trigger), over[0] if over else None)


def verdicts(store: Store, article: str | None = None) -> list[Row]:
    """What holds of the events of the latest version of an article, or of all, by the last judgement on each."""
    return store.rows(
        "SELECT v.article_id, v.event_id, v.verdict FROM verdicts v JOIN articles a "
        "ON a.id = v.article_id AND a.version = v.version "
        "WHERE a.latest AND (? IS NULL OR v.article_id = ?) ORDER BY v.article_id, v.judgement",
        [article, article],
    )


def _apply(
    connection: duckdb.DuckDBPyConnection,
    found: Reading,
    version: int,
    marks: Sequence[tuple[str, Kind, int, Deed]],
) -> None:
    """Put a reading in the place of what is there of its article, with the verdicts on its events."""
    from saksi.store.rows import tables  # noqa: PLC0415 (loads Arrow)

    keeping.amend(connection, tables([found], read_by=""), version)
    for event, kind, number, as_read in marks:
        key = [found.article.id, version, event]
        connection.execute("DELETE FROM verdicts WHERE article_id = ? AND version = ? AND event_id = ?", key)
        if kind != "withdrawn":
            connection.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?)", [*key, kind, number, _json(as_read)])


def _version(store: Store, found: Reading) -> int:
    rows = store.rows("SELECT version FROM articles WHERE latest AND id = ?", [found.article.id])
    return int(rows[0]["version"])


def _log(connection: duckdb.DuckDBPyConnection, kind: str, events: Sequence[str], others: Sequence[str]) -> int:
    row = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM judgements").fetchone()
    number = int(row[0]) if row else 1
    connection.execute(
        "INSERT INTO judgements (number, said, kind, events, others) VALUES (?, now()::TIMESTAMP, ?, ?, ?)",
        [number, kind, list(events), list(others)],
    )
    return number


def _json(deed: Deed) -> str:
    return json.dumps(deed.plain(), ensure_ascii=False)
