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
    "lights.toml",
    "parties.csv",
    "pronouns.toml",
    "statements.toml",
    "status.toml",
    "times.toml",
    "furniture.toml",
    "states.csv",
    "bodies.csv",
    "leaders.csv",
    "outlets.csv",
    "examples.toml",
)
"""The data files that every pack has."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One language's words. Equal packs have the same folder, so a pack can key a cache.

    Attributes:
        code: ISO 639-1.
        folder: where its files stand.

    """

    code: str
    folder: Path

    def table(self, name: str) -> Mapping[str, Any]:
        """The contents of `name`.toml. Raises PackError if it is missing or not TOML."""
        return _read_toml(self.folder / f"{name}.toml")

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """The rows of `name`.csv by column; lines that start with `#` are comments. Raises PackError if broken."""
        return _read_csv(self.folder / f"{name}.csv")

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


def _home() -> Path:
    return Path(str(resources.files(__package__)))


@cache
def _read_toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from error


@cache
def _read_csv(path: Path) -> tuple[Mapping[str, str], ...]:
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
