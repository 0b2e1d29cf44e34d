"""WARC files, as web archives and crawls keep pages (ISO 28500)."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from saksi.errors import InputError
from saksi.intake.defaults import Defaults
from saksi.intake.html import MAX_PAGE, article_of
from saksi.model import Article, Skipped

PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    """The reports on the pages of an archive; other records are passed over, a page without a report is skipped."""
    for number, record in enumerate(_records(stream, source), 1):
        headers = record.http_headers
        kind = headers.get_header("Content-Type", "") if headers else ""
        if record.rec_type != "response" or not kind.lower().startswith(PAGES):
            continue
        if headers and not headers.get_statuscode().startswith("2"):
            continue
        url = record.rec_headers.get_header("WARC-Target-URI")
        try:
            data = record.content_stream().read(MAX_PAGE + 1)
            yield article_of(data, source=source, defaults=defaults, url=url)
        except InputError as error:
            yield Skipped(source=source, line=number, reason=f"record {number} ({url}) {error.reason}")


def _records(stream: BinaryIO, source: str) -> Iterator[Any]:
    """The records of an archive. Raises InputError where it is damaged, which warcio tells in many ways."""
    try:
        yield from ArchiveIterator(stream)
    except (ArchiveLoadFailed, AttributeError, ValueError, KeyError, IndexError, EOFError, OSError) as error:
        raise InputError(source=source, reason=f"is no WARC file, or a damaged one ({error})") from error
