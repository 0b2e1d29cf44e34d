"""Loading a language pack."""

import csv
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from os import PathLike
from pathlib import Path
from typing import Any

from saksi.codebook import cameo, plover
from saksi.errors import LanguageError, PackError
from saksi.folders import name_folders, own_folders, packs_in

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
NOT_INHERITED = frozenset({"examples"})
"""Tables that a pack has for itself alone, whatever it extends."""


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
        base: the pack that it extends: what it does not have is that one's.

    """

    code: str
    folder: Path
    additions: Additions | None = None
    base: "Pack | None" = None

    def table(self, name: str) -> Mapping[str, Any]:
        """The contents of `name`.toml. Raises PackError if it is missing or not TOML."""
        return _table(self, name)

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows of `name`.csv by column; lines that start with `#` are comments. Raises PackError if broken."""
        return _with_additions(self, name) if self.additions and name in self.additions.tables else _rows(self, name)

    @property
    def pipeline(self) -> Path:
        """Where the language's trained spaCy pipeline stands."""
        own = self.folder / "pipeline"
        return self.base.pipeline if self.base and not own.exists() else own

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
    """The languages that have a pack, as ISO 639-1 codes in alphabetical order. Raises PackError for a broken one."""
    return tuple(sorted(_folders()))


@cache
def load_pack(code: str) -> Pack:
    """The pack of a language. Raises LanguageError, naming the languages there are, if there is none."""
    if code not in codes():
        raise LanguageError(f"no language pack for {code!r}; there are: {', '.join(codes())}")
    return _pack(code, _folders()[code])


def use_packs(folders: Iterable[str | PathLike[str]]) -> None:
    """Take packs, types and knowledge from further folders, here and in processes that are started from here.

    Raises PackError, naming the file, if one is broken.

    Example:
        >>> saksi.use_packs(["examples/packs/cyber"])
        >>> saksi.read("North Korea hacked Seoul's Defence Ministry.").events[0].type
        'CYBERATTACK'

    """
    name_folders(folders)
    for cached in (_folders, codes, load_pack, plover, cameo):
        cached.cache_clear()
    plover()
    for code in codes():
        load_pack(code)


def _pack(code: str, folders: Sequence[Path]) -> Pack:
    """The last of the folders with what it extends: another language's pack, or what stands before it."""
    *before, folder = folders
    path = folder / "pack.toml"
    extended = _read_toml(path).get("extends")
    if not extended:
        return Pack(code, folder)
    if extended == code and before:
        return Pack(code, folder, base=_pack(code, before))
    if extended == code or extended not in codes():
        raise PackError(f"{path}: extends {extended!r}, which is no other pack")
    return Pack(code, folder, base=load_pack(extended))


@cache
def _folders() -> Mapping[str, tuple[Path, ...]]:
    """The folders of each language: Saksi's own, those of installed packages, those that a person names."""
    found: dict[str, tuple[Path, ...]] = {}
    for home in (_home(), *own_folders()):
        for folder in packs_in(home):
            code = str(_read_toml(folder / "pack.toml").get("code", folder.name))
            found[code] = (*found.get(code, ()), folder)
    return found


@cache
def _table(pack: Pack, name: str) -> Mapping[str, Any]:
    path = pack.folder / f"{name}.toml"
    if pack.base is None:
        return _read_toml(path)
    own = _read_toml(path) if path.exists() else {}
    return own if name in NOT_INHERITED else _over(pack.base.table(name), own)


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """A table over another: tables are merged, lists added, single values replaced."""
    found = dict(base)
    for key, value in own.items():
        below = base.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            found[key] = _over(below, value)
        elif isinstance(value, list) and isinstance(below, list):
            found[key] = [*value, *(one for one in below if one not in value)]
        else:
            found[key] = value
    return found


@cache
def _rows(pack: Pack, name: str) -> tuple[Row, ...]:
    path = pack.folder / f"{name}.csv"
    if pack.base is None:
        return _read_csv(path)
    own, base = _read_csv(path) if path.exists() else (), pack.base.rows(name)
    if own and own[0].keys() != base[0].keys():
        raise PackError(f"{path}: has columns {', '.join(own[0])}; it needs {', '.join(base[0])}")
    if "key" in base[0]:
        return tuple(_joined(base, own))
    known = {(row["words"], row.get("pos")) for row in own}
    return (*own, *(row for row in base if (row["words"], row.get("pos")) not in known))


def _joined(base: Iterable[Row], own: Iterable[Row]) -> Iterator[Row]:
    """Rows of names with the names of others before their own."""
    added = {row["key"]: row for row in own}
    for row in base:
        more = added.pop(row["key"], {})
        yield {
            column: cell
            if column == "key"
            else "|".join(dict.fromkeys(filter(None, f"{more.get(column, '')}|{cell}".split("|"))))
            for column, cell in row.items()
        }
    yield from added.values()


def _home() -> Path:
    return Path(str(resources.files(__package__)))


@cache
def _with_additions(pack: Pack, table: str) -> tuple[Row, ...]:
    """The rows of a table of names with the added ones; an entry whose names all went to another keeps none."""
    assert pack.additions is not None  # noqa: S101 - only called where there are some
    rows = _rows(pack, table)
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
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(line for _, line in numbered)
    rows = []
    for row in reader:
        if None in row or None in row.values():
            fields = reader.fieldnames or []
            line = numbered[reader.line_num - 1][0]
            raise PackError(f"{path}:{line}: expected {len(fields)} fields ({', '.join(fields)}): {row}")
        rows.append({key: (value or "").strip() for key, value in row.items()})
    return tuple(rows)
