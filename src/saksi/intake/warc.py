"""WARC files, as web archives and crawls keep pages (ISO 28500)."""

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from saksi.errors import InputError
from saksi.intake.defaults import Defaults
from saksi.intake.html import MAX_PAGE, article_of
from saksi.model import Article, Skipped

PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    """The reports on the pages of an archive; other records are passed over, a page without a report is skipped."""
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
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
    except ArchiveLoadFailed as error:
        raise InputError(source=source, reason=f"is no WARC file, or a damaged one ({error})") from error
