"""What is known of the world and how each language names it, with a person's own files over both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from saksi.errors import KnowledgeError
from saksi.folders import KNOWLEDGE, own_files, own_folders
from saksi.knowledge import Knowledge, OwnFile, load, read_own
from saksi.knowledge.entries import TABLES
from saksi.languages import Additions, Pack, codes, load_pack


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The known parties, and the pack of each language that names them."""

    knowledge: Knowledge
    packs: Mapping[str, Pack]


def load_world(own: tuple[Path, ...] = ()) -> World:
    """What comes with Saksi, with what one's own folders and the TOML files `own` add and correct; later files win.

    Raises KnowledgeError, naming file, line and reason, if one is broken or contradicts itself.
    """
    return _world(own_folders(), (*own_files(KNOWLEDGE), *own))


@cache
def _world(_folders: tuple[Path, ...], own: tuple[Path, ...]) -> World:
    """The world as some folders of packs and some files have it."""
    knowledge = load(own)
    files = [read_own(path) for path in own]
    for file in files:
        _check_languages(file)
    packs = {code: _named(load_pack(code), files) for code in codes()}
    return World(knowledge, packs)


def _check_languages(file: OwnFile) -> None:
    for key, (_, names) in file.names.items():
        for language in names:
            if language and language not in codes():
                raise KnowledgeError(f"{file.path}: {key}: names.{language}: there is no language pack {language!r}")


def _named(pack: Pack, files: Iterable[OwnFile]) -> Pack:
    """The pack with the names that own files give in its language."""
    tables: dict[str, dict[str, Mapping[str, str]]] = {table: {} for table in TABLES}
    for file in files:
        for key, (table, names) in file.names.items():
            if found := names.get(pack.code) or names.get(""):
                tables[table][key] = found
    return replace(pack, additions=Additions(tables)) if any(tables.values()) else pack
