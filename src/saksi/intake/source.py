"""Reading one source, a file or standard input, whatever its format."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Literal

from saksi.errors import InputError
from saksi.intake.decoding import MAX_BYTES, bounded_lines, decode
from saksi.intake.defaults import Defaults
from saksi.intake.jsonl import read_jsonl
from saksi.model import Article, Skipped
from saksi.model.article import article_id

InputFormat = Literal["text", "jsonl"]
Reader = Callable[[Iterator[bytes], str, Defaults], Iterator[Article | Skipped]]
"""Articles from the lines of a source; `InputError` where the whole source cannot be read."""

STDIN = "-"
SUFFIXES: Mapping[str, InputFormat] = MappingProxyType({".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "text"})


def read_source(
    source: str, *, defaults: Defaults, input_format: InputFormat | None = None
) -> Iterator[Article | Skipped]:
    """The articles of `source`, a path or `-` for standard input; what cannot be read is a Skipped with the reason.

    A plain text is one article; in JSONL every line is one. Without `input_format` the suffix tells, and where that
    says nothing, whether the first line starts a JSON object with a `text`.
    """
    try:
        with _open(source) as stream:
            lines = bounded_lines(stream)
            first = next(lines, b"")
            form = input_format or SUFFIXES.get(Path(source).suffix.lower()) or _sniff(first)
            yield from FORMATS[form](chain([first], lines), source, defaults)
    except InputError as error:
        yield Skipped(source=error.source, line=error.line, reason=error.reason)
    except IsADirectoryError:
        yield Skipped(source=source, reason="is a directory; name the files in it, as in DIRECTORY/*.txt")
    except FileNotFoundError:
        yield Skipped(source=source, reason="no such file; check the path")
    except OSError as error:
        yield Skipped(source=source, reason=f"cannot be read: {error.strerror or error}")


def read_text(lines: Iterator[bytes], source: str, defaults: Defaults) -> Iterator[Article]:
    """One plain text. Raises InputError if it is empty, too large or no text."""
    text = decode(_join(lines, source), source=source)
    if not text.strip():
        raise InputError(source=source, reason="is empty; give a file with the article's text")
    outlet, published = defaults.outlet, defaults.published
    yield Article(
        id=article_id(outlet=outlet, published=published, text=text),
        text=text,
        outlet=outlet,
        published=published,
        language=defaults.language,
        source=source,
    )


FORMATS: Mapping[InputFormat, Reader] = MappingProxyType({"text": read_text, "jsonl": read_jsonl})
"""How each format is read."""


def _open(source: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source == STDIN else Path(source).open("rb")


def _sniff(first: bytes) -> InputFormat:
    line = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    return "jsonl" if line.startswith(b"{") and b'"text"' in line else "text"


def _join(lines: Iterator[bytes], source: str) -> bytes:
    """All of the lines, read no further than the limit."""
    data = bytearray()
    for line in lines:
        data += line
        if len(data) > MAX_BYTES:
            reason = f"is larger than {MAX_BYTES:,} bytes, the most that one article may have; split it"
            raise InputError(source=source, reason=reason)
    return bytes(data)
