"""Opening a source: a file or standard input, whatever it is compressed with."""

import bz2
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, cast

from saksi.errors import InputError
from saksi.intake.places import file_system, is_remote

STDIN = "-"
PEEKED = 4096
"""Bytes by which a source's format is told."""

_OPENERS: Mapping[bytes, tuple[str, Callable[[BinaryIO], BinaryIO]]] = MappingProxyType(
    {
        b"\x1f\x8b": ("gzip", lambda raw: cast("BinaryIO", gzip.GzipFile(fileobj=raw))),
        b"\xfd7zXZ\x00": ("xz", lambda raw: cast("BinaryIO", lzma.LZMAFile(raw))),  # noqa: SIM115 (closed with the file below)
        b"BZh": ("bzip2", lambda raw: cast("BinaryIO", bz2.BZ2File(raw))),
    }
)
"""What opens a compressed file, by its first bytes."""

DAMAGE = (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error, OSError)
"""What decompressors raise on damaged data; bzip2 only an OSError."""


class _Unpacked(io.RawIOBase):
    """Decompressed bytes up to where the data is damaged, as if it ended there."""

    def __init__(self, packed: BinaryIO) -> None:
        self.packed = packed
        self.damaged = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any buffer will do
        try:
            data = cast("io.BufferedReader", self.packed).read1(len(buffer))
        except DAMAGE:
            self.damaged = True
            return 0
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(source: str) -> Iterator[io.BufferedReader]:
    """A source as plain bytes, that can be peeked into; damaged data ends where the damage begins.

    Raises InputError at the end if compressed data is damaged.
    """
    with _raw(source) as raw:
        start = raw.peek(PEEKED)
        kind, opener = next(
            ((name, opener) for magic, (name, opener) in _OPENERS.items() if start.startswith(magic)), ("", None)
        )
        if opener is None:
            yield raw
            return
        unpacked = _Unpacked(opener(raw))
        reason = f"is damaged or cut short as a {kind} file; what stands before that was read"
        try:
            yield io.BufferedReader(unpacked)
        except InputError as error:
            if unpacked.damaged:
                raise InputError(source=source, reason=reason) from error
            raise
        if unpacked.damaged:
            raise InputError(source=source, reason=reason)


@contextmanager
def _raw(source: str) -> Iterator[io.BufferedReader]:
    if source == STDIN:
        stream = sys.stdin.buffer
        yield stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
        return
    if is_remote(source):
        system, path = file_system(source)
        with system.open_input_file(path) as remote:
            yield io.BufferedReader(cast("io.RawIOBase", remote))
        return
    with Path(source).open("rb") as file:
        yield file
