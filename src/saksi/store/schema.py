"""The tables of a store: made, and brought up to date."""

import re
from importlib import resources
from pathlib import Path

import duckdb

from saksi.errors import StoreError

NEWER = "was made by a newer Saksi (schema {found}, this one knows {known}); update Saksi, or name another store"
FOREIGN = "is a DuckDB file but no store of Saksi; name another file"


def migrations() -> list[str]:
    """The SQL of each schema version, from 1 on."""
    folder = resources.files(__package__).joinpath("migrations")
    files = sorted(path.name for path in folder.iterdir() if re.fullmatch(r"\d{4}\.sql", path.name))
    return [folder.joinpath(name).read_text(encoding="utf-8") for name in files]


def version(connection: duckdb.DuckDBPyConnection) -> int:
    """The schema version of a file; 0 for one without any table, -1 for somebody else's."""
    names = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if "saksi_schema" in names:
        row = connection.execute("SELECT version FROM saksi_schema").fetchone()
        return int(row[0]) if row else 0
    return -1 if names else 0


def check(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The schema version of a store. Raises StoreError if it is no store, or one of a newer Saksi."""
    found, known = version(connection), len(migrations())
    if found < 0:
        raise StoreError(f"{path}: {FOREIGN}")
    if found > known:
        raise StoreError(f"{path}: {NEWER.format(found=found, known=known)}")
    return found


def migrate(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Bring a store up to this Saksi's schema, each version in one transaction. Raises StoreError as `check`."""
    for number, sql in enumerate(migrations()[check(connection, path) :], check(connection, path) + 1):
        connection.begin()
        connection.execute(sql)
        connection.execute("CREATE OR REPLACE TABLE saksi_schema AS SELECT ?::INTEGER AS version", [number])
        connection.commit()
