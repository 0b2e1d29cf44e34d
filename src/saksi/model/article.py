"""One published text, never changed after intake."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time

from saksi.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text and what is known of its publication.

    Attributes:
        id: stable; the input's own or `article_id` of the rawest fields.
        text: what all offsets refer to, letter for letter as it came in.
        language: ISO 639-1.
        outlet: the publisher's name, domain or handle as found.
        published: when it was published; without an offset where none is known.
        dateline: the span of the place name that opens a wire report.
        byline: who wrote it, as found.
        credit: a photo's credit, as found.
        furniture: parts of `text` that are no part of the report: captions, credit and time lines, links elsewhere.
        source: the file or stream that it came from, for messages.
        line: the line in that source, counted from 1, where one line is one article.

    """

    id: str
    text: str
    language: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    dateline: Span | None = None
    byline: str | None = None
    credit: str | None = None
    furniture: tuple[Span, ...] = ()
    source: str = "-"
    line: int | None = None


def article_id(*, outlet: str | None, published: datetime | None, text: str) -> str:
    """The id of an article that brings none: SHA-256, in hexadecimal, of outlet, publication time and text."""
    raw = "\x1f".join((outlet or "", published.isoformat() if published else "", text))
    return hashlib.sha256(raw.encode()).hexdigest()


def content_hash(article: Article) -> str:
    """The text, hashed: the same id with another hash is a new version of the article."""
    return hashlib.sha256(article.text.encode()).hexdigest()


def iso(published: datetime | None) -> str | None:
    """ISO 8601; the day alone where neither time of day nor offset are known, which intake keeps as midnight."""
    if published is None:
        return None
    day_alone = published.tzinfo is None and published.time() == time.min
    return published.date().isoformat() if day_alone else published.isoformat()
