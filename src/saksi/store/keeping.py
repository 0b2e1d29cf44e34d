"""Putting what was read into the tables; each of these runs in the transaction of whoever calls it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from saksi.store.rows import Tables

PARTS = ("actors", "places", "times", "statements", "events", "testimonies")
"""The tables of what an article says, beside its own."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no reading, with what it was where that is known."""

    source: str
    reason: str
    line: int | None = None
    article_id: str | None = None
    content: str | None = None


def insert(connection: duckdb.DuckDBPyConnection, tables: "Tables", run: int) -> None:
    """Insert articles as the latest version of themselves: of those of the same id, or else of the same address."""
    articles = tables["articles"].select(["id", "url"])
    connection.register("incoming", articles)
    rows = connection.execute(
        "SELECT i.id, max(a.version) FROM incoming i JOIN articles a "
        "ON a.id = i.id OR (i.url IS NOT NULL AND a.url = i.url) GROUP BY i.id"
    ).fetchall()
    connection.execute(
        "UPDATE articles SET latest = false WHERE latest AND (id IN (SELECT id FROM incoming) "
        "OR url IN (SELECT url FROM incoming WHERE url IS NOT NULL))"
    )
    connection.unregister("incoming")
    put(connection, tables, {identifier: version + 1 for identifier, version in rows}, run)


def put(connection: duckdb.DuckDBPyConnection, tables: "Tables", versions: Mapping[str, int], run: int) -> None:
    """Insert rows as those of the given versions of their articles; 1 for an article without one."""
    import pyarrow as pa  # noqa: PLC0415 (readers need none)

    for name, table in tables.items():
        key = "id" if name == "articles" else "article_id"
        numbers = pa.array([versions.get(one, 1) for one in table[key].to_pylist()], pa.int32())
        table = table.set_column(table.schema.get_field_index("version"), "version", numbers)  # noqa: PLW2901
        if name == "articles":
            runs = pa.array([run] * table.num_rows, pa.int32())
            table = table.set_column(table.schema.get_field_index("run"), "run", runs)  # noqa: PLW2901
        connection.register("incoming", table)
        columns = ", ".join(f'"{column}"' for column in table.column_names)
        connection.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM incoming")  # noqa: S608 (our names)
        connection.unregister("incoming")


def skip(connection: duckdb.DuckDBPyConnection, unread: Sequence[Unread], run: int) -> None:
    """Note what could not be read, once for each place in a source."""
    for one in unread:
        connection.execute(
            "DELETE FROM skipped WHERE source = ? AND line IS NOT DISTINCT FROM ?", [one.source, one.line]
        )
        connection.execute(
            "INSERT INTO skipped SELECT ?, ?, ?, ?, ?, (SELECT read_by FROM runs WHERE id = ?), ?",
            [one.source, one.line, one.reason, one.article_id, one.content, run, run],
        )


def amend(connection: duckdb.DuckDBPyConnection, tables: "Tables", version: int) -> None:
    """Put other rows in the place of what is there of a version of articles; the articles themselves stay."""
    ids = tables["articles"]["id"].to_pylist()
    for name in PARTS:
        connection.execute(
            f"DELETE FROM {name} WHERE version = ? AND article_id IN (SELECT unnest(?))",  # noqa: S608 (our names)
            [version, ids],
        )
    parts = {name: table for name, table in tables.items() if name in PARTS}
    put(connection, parts, dict.fromkeys(ids, version), run=0)
