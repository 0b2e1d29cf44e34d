"""Folders of a person's own, from which packs, types and knowledge are taken beside Saksi's.

A folder may hold a language pack (`pack.toml` and its tables) or packs in folders of their own, types (`types.toml`)
and entries of knowledge (`knowledge.toml`).
"""

import os
from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.metadata import entry_points
from os import PathLike
from pathlib import Path

from saksi.errors import PackError

PACKS = "SAKSI_PACKS"
"""The environment variable that names further folders, parted as in PATH; worker processes inherit it."""
POINTS = "saksi.packs"
"""The group of entry points by which installed packages bring folders: each names a package that is one."""
TYPES, KNOWLEDGE, PACK = "types.toml", "knowledge.toml", "pack.toml"


@cache
def own_folders() -> tuple[Path, ...]:
    """The folders of installed packages, then those that a person names. Raises PackError if one holds nothing."""
    named = [Path(folder) for folder in os.environ.get(PACKS, "").split(os.pathsep) if folder]
    installed = [Path(str(resources.files(point.load()))) for point in entry_points(group=POINTS)]
    for folder in named:
        if not any((folder / name).is_file() for name in (TYPES, KNOWLEDGE)) and not packs_in(folder):
            raise PackError(f"{folder}: has no {PACK}, {TYPES} or {KNOWLEDGE}")
    return (*installed, *named)


def packs_in(folder: Path) -> list[Path]:
    """The folder if it is a pack, and those in it that are."""
    return [path.parent for path in (folder / PACK, *sorted(folder.glob(f"*/{PACK}"))) if path.is_file()]


def own_files(name: str) -> tuple[Path, ...]:
    """The files of a name in a person's own folders."""
    return tuple(path for folder in own_folders() if (path := folder / name).is_file())


def name_folders(folders: Iterable[str | PathLike[str]]) -> None:
    """Take from further folders, here and in processes that are started from here."""
    os.environ[PACKS] = os.pathsep.join(
        [*filter(None, [os.environ.get(PACKS)]), *(os.fspath(folder) for folder in folders)]
    )
    own_folders.cache_clear()
