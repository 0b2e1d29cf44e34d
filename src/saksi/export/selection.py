"""Which deeds are exported, in a connection of their own, and all that formats ask of them, a part at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from saksi.codebook import cameo, plover
from saksi.errors import StoreError
from saksi.knowledge import load
from saksi.knowledge.country_codes import CountryCodes, country_codes
from saksi.store import Store
from saksi.store.search import Question, where

if TYPE_CHECKING:
    import pyarrow as pa

SIZE = 100_000
"""Deeds that are in memory together."""
MEMORY = "500MB"
"""What the database may take for it."""
UNREAL = ("negated", "hypothetical", "requested")
"""What has not been done: formats without a status leave it out."""
_PER_EVENT = """
SELECT f.event_id AS id, s.story_id, f.event_id, f.article_id, f.type, f.mode, f.status, f.standing, f.start_date,
       f.end_date, 1 AS mentions, 1 AS articles, [f.outlet] AS outlets, f.published AS first_told,
       f.published AS last_told, f.verdict
FROM events_flat f LEFT JOIN story_events s USING (event_id) WHERE {condition}
"""
_PER_STORY = """
SELECT t.id, t.id AS story_id, f.event_id, f.article_id, t.type, f.mode, t.status, t.standing, t.start_date,
       t.end_date, t.events AS mentions, t.articles, t.outlets, t.first_told, t.last_told, f.verdict
FROM (
    SELECT s.story_id, events_flat.*, row_number() OVER (
        PARTITION BY s.story_id
        ORDER BY type = (SELECT u.type FROM stories u WHERE u.id = s.story_id) DESC,
                 (len(actors) > 0)::INTEGER + (len(recipients) > 0)::INTEGER DESC, len(evidence), event_id
    ) AS turn
    FROM events_flat JOIN story_events s USING (event_id) WHERE {condition}
) f JOIN stories t ON t.id = f.story_id WHERE f.turn = 1
"""


@dataclass(slots=True)
class Part:
    """Deeds that follow each other, in the temporary table `deeds`; as rows they are made once for all who ask."""

    connection: duckdb.DuckDBPyConnection
    _rows: list[dict[str, Any]] | None = field(default=None, init=False)

    def table(self, query: str, values: Mapping[str, Any] | None = None) -> "pa.Table":
        """What a query over `deeds` gives."""
        return self.connection.sql(query, params=dict(values or {})).to_arrow_table()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The deeds as dictionaries."""
        if self._rows is None:
            found = self.connection.sql("SELECT * FROM deeds ORDER BY pos")
            self._rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        return self._rows


@dataclass(frozen=True, slots=True)
class Selection:
    """Deeds: events, or stories told by the event that tells them best. They stand in the temporary table `chosen`.

    Attributes:
        store: where they are.
        connection: reads it and has those tables.
        count: how many deeds.

    """

    store: Store
    connection: duckdb.DuckDBPyConnection
    count: int

    def parts(self) -> Iterator[Part]:
        """All deeds, a part at a time, in order of their articles."""
        for first in range(1, self.count + 1, SIZE):
            _between(self.connection, first, first + SIZE - 1)
            yield Part(self.connection)


@contextmanager
def selected(store: Store, question: Question, *, per_event: bool, spill: Path) -> Iterator[Selection]:
    """The deeds that a question asks for.

    Raises StoreError where stories are wanted and none have been found yet, PackError where a type is nobody's.
    """
    condition, values = where(question)
    with store.session(memory=MEMORY, spill=spill) as connection:
        if not per_event and connection.execute("SELECT 1 FROM stories LIMIT 1").fetchone() is None:
            raise StoreError(f"{store.path}: has no stories; find them with saksi link, or export --per-event")
        connection.execute("SET preserve_insertion_order = false")  # it costs memory, and files say their order
        _lookups(connection)
        query = (_PER_EVENT if per_event else _PER_STORY).format(condition=condition)
        numbered = f"SELECT row_number() OVER (ORDER BY article_id, event_id) AS pos, * FROM ({query})"  # noqa: S608 (ours)
        connection.execute(f"CREATE TEMP TABLE chosen AS {numbered}", values)
        for (name,) in connection.execute("SELECT DISTINCT type FROM chosen").fetchall():
            plover().facts(name)
        _between(connection, 0, 0)
        row = connection.execute("SELECT count(*) FROM chosen").fetchone()
        yield Selection(store.through(connection), connection, int(row[0]) if row else 0)


def _lookups(connection: duckdb.DuckDBPyConnection) -> None:
    """What others call types and states, as tables to join."""
    import pyarrow as pa  # noqa: PLC0415

    none = CountryCodes("", "")
    states = [
        {"code": state.code, "name": state.name, "cow": codes.cow, "fips": codes.fips}
        for state in load().states
        for codes in [country_codes().get(state.code, none)]
    ]
    planned = [{"type": name, "counts_as": other} for name, other in cameo().planned.items()]
    for name, rows in (("countries", states), ("cameo", list(cameo().rows())), ("planned", planned)):
        incoming = pa.Table.from_pylist(rows)  # noqa: F841 - DuckDB finds it by its name
        connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM incoming")  # noqa: S608 (ours)


def _between(connection: duckdb.DuckDBPyConnection, first: int, last: int) -> None:
    """Let `deeds` have those from one place to another."""
    query = resources.files(__package__).joinpath("deeds.sql").read_text(encoding="utf-8")
    connection.execute(query, {"first": first, "last": last})
