"""Where files are: on this machine, or on a file system that pyarrow knows (`s3://`, `gs://`, `hdfs://`, `file://`)."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from saksi.errors import InputError

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

REMOTE = "://"


def is_remote(place: str) -> bool:
    """Whether a place is an address of a file system."""
    return REMOTE in place


def file_system(place: str) -> "tuple[FileSystem, str]":
    """The file system of a place, and the path there. Raises InputError for one that nobody knows."""
    import pyarrow as pa  # noqa: PLC0415 (local files do not need it)
    from pyarrow.fs import FileSystem, LocalFileSystem  # noqa: PLC0415

    if not is_remote(place):
        return LocalFileSystem(), str(Path(place).absolute())
    try:
        found: tuple[FileSystem, str] = FileSystem.from_uri(place)
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = f"cannot be reached ({str(error).splitlines()[0][:200]}); name s3://, gs://, hdfs:// or a path"
        raise InputError(source=place, reason=reason) from error
    return found


def files_in(place: str) -> list[str]:
    """The files that a remote place means, in order: itself, or all in that folder. Raises InputError."""
    from pyarrow.fs import FileSelector, FileType  # noqa: PLC0415

    system, path = file_system(place)
    try:
        if system.get_file_info(path).type != FileType.Directory:
            return [place]
        infos = system.get_file_info(FileSelector(path, recursive=True))
    except OSError as error:
        raise InputError(source=place, reason=f"cannot be listed: {error}") from error
    root = place.rstrip("/")
    found = (info.path for info in infos if info.type == FileType.File)
    return sorted(f"{root}/{os.path.relpath(name, path)}" for name in found)
