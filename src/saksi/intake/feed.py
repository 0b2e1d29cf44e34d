"""RSS and Atom: the reports that a feed carries whole, and the addresses of the others."""

import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

import feedparser
from lxml import etree
from lxml import html as markup

from saksi.errors import InputError
from saksi.intake.dates import YEARS
from saksi.intake.defaults import Defaults
from saksi.intake.html import MAX_PAGE
from saksi.model import Article, Skipped
from saksi.model.article import article_id

BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3"})
"""Elements behind which a line ends."""
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character to XML, and to lxml."""
WHOLE = 400
"""Characters from which on an entry's text is the report, and no summary of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed: what it links to, says of itself, and carries of the report."""

    number: int
    url: str | None
    title: str | None
    published: datetime | None
    author: str | None
    text: str


def read_feed(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    """The reports of a saved feed; an entry with a summary alone is skipped. Raises InputError if it is no feed."""
    outlet, entries = entries_of(stream.read(MAX_PAGE + 1), source=source)
    for entry in entries:
        if len(entry.text) < WHOLE:
            reason = f"entry {entry.number} has only a summary; give its address instead: {entry.url or 'none told'}"
            yield Skipped(source=source, line=entry.number, reason=reason)
            continue
        yield report(entry, source=source, defaults=replace(defaults, outlet=outlet or defaults.outlet))


def report(entry: Entry, *, source: str, defaults: Defaults) -> Article:
    """An entry that carries the whole report."""
    published = entry.published or defaults.published
    return Article(
        id=article_id(outlet=defaults.outlet, published=published, text=entry.text),
        text=entry.text,
        url=entry.url,
        title=entry.title,
        outlet=defaults.outlet,
        published=published,
        byline=entry.author,
        language=defaults.language,
        source=source,
        line=entry.number,
    )


def entries_of(data: bytes, *, source: str) -> tuple[str | None, list[Entry]]:
    """The feed's title and its entries. Raises InputError if it is too large, or no feed."""
    if len(data) > MAX_PAGE:
        raise InputError(source=source, reason=f"is a feed of more than {MAX_PAGE:,} bytes")
    if b"<!ENTITY" in data:
        raise InputError(source=source, reason="declares entities of its own, which no feed of news needs")
    try:
        found = feedparser.parse(data)
    except (ValueError, OverflowError, AssertionError, LookupError) as error:  # as of `&#x110000;`
        raise InputError(source=source, reason=f"is a damaged feed ({error})") from error
    if not found.get("version"):
        raise InputError(source=source, reason="is no RSS or Atom feed")
    entries = [_entry(number, entry) for number, entry in enumerate(found.entries, 1)]
    return found.feed.get("title"), entries


def addresses_of(data: bytes, *, source: str) -> list[str]:
    """The feeds that an OPML file lists. Raises InputError if it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    tree = etree.fromstring(data or b"<opml/>", parser=parser)
    if tree is None or etree.QName(tree).localname.lower() != "opml":
        raise InputError(source=source, reason="is no OPML file")
    return [str(address) for address in tree.xpath("//outline/@xmlUrl")]


def _entry(number: int, entry: Any) -> Entry:
    contents = [content.get("value", "") for content in entry.get("content", [])]
    body = max([*contents, entry.get("summary", "")], key=len)
    return Entry(
        number=number,
        url=entry.get("link"),
        title=entry.get("title"),
        published=_moment(entry),
        author=entry.get("author"),
        text=_plain(body),
    )


def _moment(entry: Any) -> datetime | None:
    """When an entry appeared, if it tells a moment that can be."""
    told = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")  # its own get warns
    try:
        moment = datetime.fromtimestamp(timegm(told), UTC) if told else None
    except (ValueError, OverflowError, OSError):
        return None
    return moment if moment and moment.year in YEARS else None


def _plain(body: str) -> str:
    """The paragraphs of a piece of HTML, a line each."""
    if not body.strip():
        return ""
    tree = markup.document_fromstring(f"<div>{_NO_XML.sub(' ', body)}</div>")
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment")):
        if event == "start":
            pieces.append(element.text or "")
        else:
            pieces += ["\n" if element.tag in BLOCKS else "", element.tail or ""]
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)
