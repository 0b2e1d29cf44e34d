"""Saksi's own records and stories as JSON lines."""

from collections.abc import Iterator, Mapping
from typing import Any

from saksi.export.files.base import Format, Lines
from saksi.export.record import record
from saksi.export.rows import to_json
from saksi.export.selection import Part
from saksi.store.readings import many


class Records(Format):
    """The record of each article that tells a chosen deed, as people corrected it."""

    name = "jsonl"

    def finish(self) -> None:
        """Write the records, in order of their ids."""
        rows = self.selection.connection.execute(
            "SELECT DISTINCT article_id FROM chosen ORDER BY article_id"
        ).fetchall()
        with self.target.file("records.jsonl", main=True).open("w", encoding="utf-8") as stream:
            for found in many(self.selection.store, [article for (article,) in rows]):
                stream.write(f"{to_json(record(found))}\n")


class Stories(Lines):
    """Each story with its tellings, and its witnesses on both sides with the chains by which they are heard."""

    name = "stories"
    file = "stories.jsonl"

    def objects(self, part: Part) -> Iterator[Mapping[str, Any]]:
        """The stories of deeds."""
        tellings, chains, sides = (_grouped(part, query) for query in (_TELLINGS, _CHAINS, _SIDES))
        for row in part.rows:
            (witnesses,) = sides.get(row["id"]) or [{"witnesses_for": [], "witnesses_against": []}]
            yield {
                "id": row["story_id"] or row["id"],
                **{name: row[name] for name in ("type", "mode", "status", "standing", "start_date", "end_date")},
                **{side: [_party(one) for one in row[side]] for side in ("actors", "recipients")},
                **{name: row[name] for name in ("place", "country", "outlets", "first_told", "last_told")},
                **witnesses,
                "testimony": chains.get(row["id"], []),
                "tellings": tellings.get(row["id"], []),
            }


_TELLINGS = """
SELECT d.id AS key, e.event_id, e.article_id, e.outlet, e.published, e.status, e.standing, e.evidence, e."trigger",
       e.url
FROM deeds d JOIN story_events s ON s.story_id = d.story_id JOIN events_flat e ON e.event_id = s.event_id
ORDER BY key, e.published, e.event_id
"""
_CHAINS = """
SELECT d.id AS key, t.event_id, t.stance, t.witness, t.witness_code, t.chain
FROM deeds d JOIN story_events s ON s.story_id = d.story_id JOIN testimonies_flat t ON t.event_id = s.event_id
ORDER BY key, t.event_id, t.stance, t.witness
"""
_SIDES = "SELECT d.id AS key, s.witnesses_for, s.witnesses_against FROM deeds d JOIN stories s ON s.id = d.story_id"


def _party(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("name", "kind", "code", "sectors")}


def _grouped(part: Part, query: str) -> dict[str, list[dict[str, Any]]]:
    """Rows by their `key`."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in part.table(query).to_pylist():
        found.setdefault(row.pop("key"), []).append(row)
    return found
