"""Saved pages: the report in them, and what the page says of itself."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as markup

from saksi.errors import InputError
from saksi.intake.dates import read_date
from saksi.intake.decoding import MAX_BYTES
from saksi.intake.defaults import Defaults
from saksi.languages import codes, load_pack
from saksi.model import Article
from saksi.model.article import article_id

MAX_PAGE = 10_000_000
"""The most bytes that a page may have: a hundred times what a page of news has."""
SHORT = 3
"""Lines below which the paragraphs of a page are looked for anew."""
PARAGRAPHS = "//article//p | //*[@itemprop='articleBody' and not(ancestor-or-self::article)]//p"
BESIDE = ("//header", "//footer", "//aside", "//nav", "//figcaption")
"""What stands on a page beside its report, by what HTML calls it."""
KINDS = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "WebPage"})
"""What schema.org calls a report, best first in meaning; the page as a whole comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself, as found: schema.org's JSON-LD first, then its meta elements."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None


def read_html(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article]:
    """The report on a saved page. Raises InputError where there is none."""
    yield article_of(stream.read(MAX_PAGE + 1), source=source, defaults=defaults)


def article_of(data: bytes, *, source: str, defaults: Defaults, url: str | None = None) -> Article:
    """The report on a page that stood at `url`. Raises InputError if the page is too large, or has no report."""
    if len(data) > MAX_PAGE:
        raise InputError(source=source, reason=f"is a page of more than {MAX_PAGE:,} bytes; no report is so large")
    tree = _tree(data, source)
    page = _page(tree, url)
    text = _body(data, tree, page)
    if not text:
        raise InputError(source=source, reason="is a page without a report that could be found; give its text")
    if len(text.encode()) > MAX_BYTES:
        raise InputError(source=source, reason=f"has a report of more than {MAX_BYTES:,} bytes; split it")
    host = (urlsplit(page.url).hostname or "").removeprefix("www.") if page.url else ""
    outlet = host or page.publisher or defaults.outlet
    published = read_date(page.published) if page.published else None
    return Article(
        id=article_id(outlet=outlet, published=published or defaults.published, text=text),
        text=text,
        url=page.url,
        title=page.title,
        outlet=outlet,
        published=published or defaults.published,
        byline=page.author,
        language=defaults.language,
        source=source,
    )


def _tree(data: bytes, source: str) -> Any:
    parser = markup.HTMLParser(encoding=_encoding(data), huge_tree=False, no_network=True)
    try:
        tree = markup.document_fromstring(data or b" ", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source=source, reason="is no page: it has no element of HTML") from error
    return tree


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are that; else what the page says, or the parser guesses."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _body(data: bytes, tree: Any, described: Page) -> str:
    """The report's paragraphs, a line each, as trafilatura finds them, without its title."""
    from trafilatura import extract  # noqa: PLC0415 (takes a third of a second to load)

    encoding = _encoding(data)
    page = data.decode(encoding) if encoding else data
    text = extract(page, url=described.url, include_comments=False, include_tables=False, prune_xpath=_beside()) or ""
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) < SHORT:  # of short pages it gives one line
        lines = [" ".join(element.text_content().split()) for element in tree.xpath(PARAGRAPHS)] or lines
    titles = {described.title, _text(tree.findtext(".//h1"))}
    if lines and lines[0] in titles:
        lines = lines[1:]
    return "\n".join(line for line in lines if line)


@cache
def _beside() -> list[str]:
    """Paths to what stands beside a report: by HTML, and by the names that pages of all languages give to elements."""
    names = [name for code in codes() for name in load_pack(code).table("furniture")["page"]["beside"]]
    own = "//*[contains(@class, '{0}') or contains(@data-component, '{0}') or @id='{0}']"
    return [*BESIDE, *(own.format(name) for name in names)]


def _page(tree: Any, url: str | None) -> Page:
    said = _json_ld(tree)
    return Page(
        url=url or _first(_address(said), _attribute(tree, "//link[@rel='canonical']/@href"), _meta(tree, "og:url")),
        title=_first(_text(said.get("headline")), _meta(tree, "og:title"), tree.findtext(".//h1")),
        published=_first(
            _text(said.get("datePublished")), _meta(tree, "article:published_time"), _meta(tree, "datePublished")
        ),
        author=_first(_name(said.get("author")), _meta(tree, "author")),
        publisher=_first(_name(said.get("publisher")), _meta(tree, "og:site_name")),
    )


def _json_ld(tree: Any) -> Mapping[str, Any]:
    """The report among what the page describes by schema.org in JSON-LD; nothing where it describes none."""
    found: list[Mapping[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found += _things(json.loads(script.text_content() or "null", strict=False))
        except (ValueError, RecursionError):
            continue
    reports = [thing for thing in found if _kinds(thing) & KINDS]
    return min(reports, key=lambda thing: "WebPage" in _kinds(thing), default={})


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _things(item)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph"))


def _kinds(thing: Mapping[str, Any]) -> set[str]:
    kind = thing.get("@type")
    return {str(one) for one in kind} if isinstance(kind, list) else {str(kind)}


def _address(said: Mapping[str, Any]) -> str | None:
    page = said.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, dict) else page
    return _text(address) or _text(said.get("url"))


def _name(value: Any) -> str | None:
    """The name of a person or organisation, or of several."""
    if isinstance(value, list):
        names = [name for one in value if (name := _name(one))]
        return ", ".join(names) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _meta(tree: Any, name: str) -> str | None:
    return _attribute(tree, "//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name)


def _attribute(tree: Any, path: str, **values: str) -> str | None:
    found = tree.xpath(path, **values)
    return _text(str(found[0])) if found else None


def _first(*values: str | None) -> str | None:
    return next((text for value in values if (text := _text(value))), None)
