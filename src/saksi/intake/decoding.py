"""Bytes to text, within limits."""

import codecs
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from saksi.errors import InputError

MAX_BYTES = 500_000
"""The most bytes that one article may have, as a file or as a line of JSONL: some 75,000 words.

Measured on running Indonesian text, one core: half a minute and 850 MB of memory.
"""

MARKS: Mapping[bytes, str] = MappingProxyType(
    {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
)
"""Byte order marks, and the encodings that they announce."""


def decode(data: bytes, *, source: str, line: int | None = None) -> str:
    """`data` as text, without its byte order mark. Raises InputError if it is binary or in an unknown encoding."""
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    encoding = MARKS.get(mark, "utf-8")
    try:
        text = data.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        reason = f"is not {encoding.upper()} at byte {offset:,}; save it as UTF-8"
        raise InputError(source=source, line=line, reason=reason) from error
    if "\0" in text:
        reason = "is a binary file (it has NUL characters); give plain text or JSONL in UTF-8"
        raise InputError(source=source, line=line, reason=reason)
    return text


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of `stream` with their ends; of a line over the limit only a first part that is over it too."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)  # the rest of an overlong line, dropped
