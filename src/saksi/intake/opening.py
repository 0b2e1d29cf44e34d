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

DAMAGE = (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error)
"""What decompressors raise on damaged data."""


@contextmanager
def opened(source: str) -> Iterator[io.BufferedReader]:
    """A source as plain bytes, that can be peeked into. Raises InputError where the compressed data is damaged."""
    with _raw(source) as raw:
        stream = io.BufferedReader(cast("io.RawIOBase", raw)) if not isinstance(raw, io.BufferedReader) else raw
        start = stream.peek(PEEKED)
        kind, opener = next(
            ((name, opener) for magic, (name, opener) in _OPENERS.items() if start.startswith(magic)), ("", None)
        )
        if opener is not None:
            stream = io.BufferedReader(cast("io.RawIOBase", opener(stream)))
        try:
            yield stream
        except DAMAGE as error:
            reason = f"is damaged or cut short as a {kind or 'compressed'} file; what stands before that was read"
            raise InputError(source=source, reason=reason) from error


@contextmanager
def _raw(source: str) -> Iterator[BinaryIO]:
    if source == STDIN:
        yield sys.stdin.buffer
        return
    with Path(source).open("rb") as stream:
        yield stream
