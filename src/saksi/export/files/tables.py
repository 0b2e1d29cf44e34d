"""Saksi's own tables, one file a noun: what `docs/reference/store.md` describes, without loss."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import duckdb

from saksi.export.files.base import Format
from saksi.store import Store
from saksi.store.keeping import PARTS

CHOSEN = "(SELECT c.article_id FROM chosen c)"


class _Tables(Format):
    """A file for each noun: all rows of the articles that tell the chosen deeds, and their stories."""

    one_file = False
    options: ClassVar[str]

    def finish(self) -> None:
        """Write the files."""
        for noun, query in _queries():
            path = str(self.target.file(f"{noun}.{self.name}")).replace("'", "''")
            columns = self._columns(query)
            self.selection.connection.execute(f"COPY (SELECT {columns} FROM ({query})) TO '{path}' ({self.options})")  # noqa: S608

    def _columns(self, _query: str) -> str:
        return "*"


class Parquet(_Tables):
    """Apache Parquet."""

    name = "parquet"
    options = "FORMAT parquet, COMPRESSION zstd"


class Csv(_Tables):
    """CSV with a header (RFC 4180); words of a list stand between bars, what has parts is JSON."""

    name = "csv"
    options = "FORMAT csv, HEADER"

    def _columns(self, query: str) -> str:
        rows = self.selection.connection.execute(f"DESCRIBE {query}").fetchall()
        return ", ".join(_flat(name, kind) for name, kind, *_ in rows)


def _flat(name: str, kind: str) -> str:
    if kind == "VARCHAR[]":
        return f'array_to_string("{name}", \'|\') AS "{name}"'
    if kind.startswith("STRUCT"):
        return f'to_json("{name}")::VARCHAR AS "{name}"'
    return f'"{name}"'


def _queries() -> Iterator[tuple[str, str]]:
    yield "articles", f"SELECT * FROM articles WHERE latest AND id IN {CHOSEN}"  # noqa: S608 (our names)
    for noun in PARTS:
        yield (
            noun,
            f"SELECT x.* FROM {noun} x JOIN articles a ON a.latest AND a.id = x.article_id AND a.version = x.version "  # noqa: S608
            f"WHERE x.article_id IN {CHOSEN}",
        )
    yield "stories", "SELECT * FROM stories WHERE id IN (SELECT story_id FROM chosen)"
    yield "story_events", "SELECT * FROM story_events WHERE story_id IN (SELECT story_id FROM chosen)"


def load(folder: Path, path: Path) -> Store:
    """A new store at `path` of the Parquet files in a folder, as the format wrote them.

    Example:
        >>> from pathlib import Path
        >>> from saksi.export import export, load
        >>> from saksi.store.search import Question
        >>> count, files = export(saksi.open("demo.duckdb"), Question(), formats=["parquet"], out=Path("parquet"))
        >>> len(load(Path("parquet"), Path("again.duckdb")).events) == len(saksi.open("demo.duckdb").events)
        True

    """
    store = Store(path, create=True)
    nouns = [noun for noun, _ in _queries()]

    def take(connection: duckdb.DuckDBPyConnection) -> None:
        for noun in nouns:
            file = str(folder / f"{noun}.parquet")
            connection.execute(f"INSERT INTO {noun} BY NAME SELECT * FROM read_parquet(?)", [file])  # noqa: S608 (ours)

    store.write(take)
    return store
