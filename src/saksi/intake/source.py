"""Reading sources: files, folders, patterns, standard input, whatever their format."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Literal

from saksi.errors import InputError
from saksi.intake.decoding import MAX_BYTES, decode
from saksi.intake.defaults import Defaults
from saksi.intake.jsonl import read_json, read_jsonl
from saksi.intake.opening import PEEKED, STDIN, opened
from saksi.intake.places import files_in, is_remote
from saksi.model import Article, Skipped
from saksi.model.article import article_id

InputFormat = Literal["text", "jsonl", "json", "html", "feed", "warc", "parquet"]
Reader = Callable[[BinaryIO, str, Defaults], Iterator[Article | Skipped]]
"""Articles from the bytes of a source; `InputError` where the whole source cannot be read."""

WEB = ("http://", "https://")
COMPRESSED = (".gz", ".xz", ".bz2")
SUFFIXES: Mapping[str, InputFormat] = MappingProxyType(
    {
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".txt": "text",
        ".json": "json",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".rss": "feed",
        ".atom": "feed",
        ".xml": "feed",
        ".warc": "warc",
        ".parquet": "parquet",
    }
)
_TAG = re.compile(rb"<(\w+)")


Fetch = Callable[[str, Defaults], Iterator[Article | Skipped]]
"""The articles at an address of the web."""


def read_sources(
    sources: Iterable[str], *, defaults: Defaults, input_format: InputFormat | None = None, fetch: Fetch | None = None
) -> Iterator[Article | Skipped]:
    """The articles of files, of all files in folders, of files that patterns match, in order of their names.

    `fetch` gives those of addresses of the web; without it they are skipped.
    """
    for source in sources:
        if source.lower().startswith(WEB):
            unfetched = Skipped(source=source, reason="is an address of the web; fetch it with: saksi add")
            yield from fetch(source, defaults) if fetch else [unfetched]
            continue
        try:
            found = files_in(source) if is_remote(source) else expanded(source)
        except InputError as error:
            yield Skipped(source=error.source, reason=error.reason)
            continue
        if not found:
            yield Skipped(source=source, reason="no file of that name, or none that matches; check the path")
        for path in found:
            yield from read_source(path, defaults=defaults, input_format=input_format)


def files_of(sources: Iterable[str]) -> list[str]:
    """All files that sources mean, with whole paths; what means none stands as it is."""
    found = (files_in(one) if is_remote(one) else expanded(one) or [one] for one in sources)
    return [path if is_remote(path) else str(Path(path).absolute()) for paths in found for path in paths]


def expanded(source: str) -> list[str]:
    """A source as the files that it means, in order."""
    path = Path(source)
    if source == STDIN or path.is_file():
        return [source]
    if path.is_dir():
        return sorted(str(file) for file in path.rglob("*") if file.is_file() and _suffix(file) in SUFFIXES)
    pattern = path.name if "**" not in source else str(Path(*path.parts[path.parts.index("**") :]))
    folder = path.parent if "**" not in source else Path(*path.parts[: path.parts.index("**")])
    return sorted(str(file) for file in folder.glob(pattern) if file.is_file())


def _suffix(path: Path) -> str:
    """The suffix that tells the format, before one that tells the compression."""
    inner = path.with_suffix("") if path.suffix.lower() in COMPRESSED else path
    return inner.suffix.lower()


def read_source(
    source: str, *, defaults: Defaults, input_format: InputFormat | None = None
) -> Iterator[Article | Skipped]:
    """The articles of `source`, a path or `-` for standard input; what cannot be read is a Skipped with the reason.

    A plain text is one article, as is a page; in JSONL every line is one. Compressed files are opened. Without
    `input_format` the suffix tells, and where that says nothing, what the file begins with.
    """
    try:
        with opened(source) as stream:
            form = input_format or SUFFIXES.get(_suffix(Path(source))) or _sniff(stream)
            yield from FORMATS[form](stream, source, defaults)
    except InputError as error:
        yield Skipped(source=error.source, line=error.line, reason=error.reason)
    except IsADirectoryError:
        yield Skipped(source=source, reason="is a directory; name the files in it, as in DIRECTORY/*.txt")
    except FileNotFoundError:
        yield Skipped(source=source, reason="no such file; check the path")
    except OSError as error:
        yield Skipped(source=source, reason=f"cannot be read: {error.strerror or error}")


def read_text(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article]:
    """One plain text. Raises InputError if it is empty, too large or no text."""
    text = decode(_whole(stream, source), source=source)
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


def _html(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    from saksi.intake.html import read_html  # noqa: PLC0415 (loads a parser that texts do not need)

    return read_html(stream, source, defaults)


def _feed(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    from saksi.intake.feed import read_feed  # noqa: PLC0415

    return read_feed(stream, source, defaults)


def _warc(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    from saksi.intake.warc import read_warc  # noqa: PLC0415

    return read_warc(stream, source, defaults)


def _parquet(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    from saksi.intake.parquet import read_parquet  # noqa: PLC0415

    return read_parquet(stream, source, defaults)


FORMATS: Mapping[InputFormat, Reader] = MappingProxyType(
    {
        "text": read_text,
        "jsonl": read_jsonl,
        "json": read_json,
        "html": _html,
        "feed": _feed,
        "warc": _warc,
        "parquet": _parquet,
    }
)
"""How each format is read."""


def _sniff(stream: io.BufferedReader) -> InputFormat:
    """The format that the first bytes tell; plain text where they tell none."""
    start = stream.peek(PEEKED)[:PEEKED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"WARC/", b"PAR1")):
        return "warc" if start.startswith(b"WARC/") else "parquet"
    if start.startswith(b"{") and b'"text"' in start:
        return "jsonl"
    if not start.startswith(b"<"):
        return "text"
    tags = {tag.lower() for tag in _TAG.findall(start)}
    return "feed" if tags & {b"rss", b"feed", b"rdf"} else "html" if tags & {b"html", b"head", b"body"} else "text"


def _whole(stream: BinaryIO, source: str) -> bytes:
    """All of a source, read no further than the limit."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        reason = f"is larger than {MAX_BYTES:,} bytes, the most that one article may have; split it"
        raise InputError(source=source, reason=reason)
    return data
