"""Loading a language pack."""

import csv
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from saksi.errors import LanguageError, PackError

FILES = (
    "pack.toml",
    "triggers.csv",
    "classes.toml",
    "contexts.toml",
    "lights.toml",
    "parties.csv",
    "pronouns.toml",
    "statements.toml",
    "status.toml",
    "times.toml",
    "furniture.toml",
    "interface.toml",
    "states.csv",
    "bodies.csv",
    "leaders.csv",
    "outlets.csv",
    "regions.csv",
    "examples.toml",
)
"""The data files that every pack has."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Additions:
    """Names that a person's own files add to a pack, and which then nobody else has.

    Attributes:
        tables: for each table of names, key to column to names, joined by `|`.

    """

    tables: Mapping[str, Mapping[str, Row]]

    def names(self) -> frozenset[str]:
        """All the names."""
        rows = (row for table in self.tables.values() for row in table.values())
        return frozenset(name for row in rows for names in row.values() for name in names.split("|"))


@dataclass(frozen=True, slots=True)
class Pack:
    """One language's words. Equal packs have the same folder and additions, so a pack can key a cache.

    Attributes:
        code: ISO 639-1.
        folder: where its files stand.
        additions: names from a person's own files.

    """

    code: str
    folder: Path
    additions: Additions | None = None

    def table(self, name: str) -> Mapping[str, Any]:
        """The contents of `name`.toml. Raises PackError if it is missing or not TOML."""
        return _table(self, name)

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of `name`.csv by column; lines that start with `#` are comments. Raises PackError if broken."""
        rows = _read_csv(self.folder / f"{name}.csv")
        return _with_additions(self, name) if self.additions and name in self.additions.tables else rows

    @property
    def pipeline(self) -> Path:
        """Where the language's trained spaCy pipeline stands."""
        return self.folder / "pipeline"

    @property
    def meta(self) -> Mapping[str, Any]:
        """What the pipeline's meta.json says of it. Raises PackError if it is missing or broken."""
        path = self.pipeline / "meta.json"
        try:
            found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise PackError(f"{path}: {error}; reinstall Saksi") from error
        return found


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a pack, as ISO 639-1 codes in alphabetical order."""
    return tuple(sorted(path.parent.name for path in _home().glob("*/pack.toml")))


@cache
def load_pack(code: str) -> Pack:
    """The pack of a language. Raises LanguageError, naming the languages there are, if there is none."""
    if code not in codes():
        raise LanguageError(f"no language pack for {code!r}; there are: {', '.join(codes())}")
    return Pack(code, _home() / code)


@cache
def _table(pack: Pack, name: str) -> Mapping[str, Any]:
    return _read_toml(pack.folder / f"{name}.toml")


def _home() -> Path:
    return Path(str(resources.files(__package__)))


@cache
def _with_additions(pack: Pack, table: str) -> tuple[Row, ...]:
    """The rows of a table of names with the added ones; an entry whose names all went to another keeps none."""
    assert pack.additions is not None  # noqa: S101 - only called where there are some
    rows = _read_csv(pack.folder / f"{table}.csv")
    added, taken = dict(pack.additions.tables[table]), pack.additions.names()
    found = []
    for row in rows:
        own = added.pop(row["key"], {})
        rest = {column: cell if column == "key" else _without(cell, taken) for column, cell in row.items()}
        found.append({column: "|".join(filter(None, (own.get(column), cell))) for column, cell in rest.items()})
    blank = dict.fromkeys(rows[0], "")
    return (*found, *({**blank, **own, "key": key} for key, own in added.items()))


def _without(cell: str, taken: frozenset[str]) -> str:
    return "|".join(name for name in cell.split("|") if name not in taken)


@cache
def _read_toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from error


@cache
def _read_csv(path: Path) -> tuple[Row, ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}") from error
    reader = csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))
    rows = []
    for number, row in enumerate(reader, 1):
        if None in row or None in row.values():
            fields = reader.fieldnames or []
            raise PackError(f"{path}: row {number}: expected {len(fields)} fields ({', '.join(fields)}): {row}")
        rows.append({key: (value or "").strip() for key, value in row.items()})
    return tuple(rows)
