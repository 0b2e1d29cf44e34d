"""Pages and feeds by their addresses, fetched as a polite reader does.

One connection and a pause for each host; robots.txt is kept to (RFC 9309); what has not changed since is not fetched
again (ETag and Last-Modified, RFC 9110); time, size and redirects are bounded; hosts in private networks are refused.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from saksi.errors import InputError
from saksi.intake.defaults import Defaults
from saksi.intake.feed import WHOLE, Entry, addresses_of, entries_of, report
from saksi.intake.html import MAX_PAGE, article_of
from saksi.model import Article, Skipped

AGENT = "saksi (news reader for research)"
TIMEOUT = 20.0
"""Seconds for a connection, and between two parts of an answer."""
LONGEST = 60.0
"""Seconds for a whole answer."""
PAUSE = 1.0
"""Seconds between two requests to a host."""
REDIRECTS = 5
NOT_MODIFIED = 304

Kind = Literal["feed", "opml", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address gave: the bytes, and where they came from in the end."""

    url: str
    data: bytes


Memory = MutableMapping[str, tuple[str, str]]
"""By address the ETag and the Last-Modified of the last answer, either may be empty."""


class Web:
    """Fetches addresses.

    Args:
        memory: what was remembered of earlier answers; changed in place.
        allow_private: whether hosts in private networks may be asked.
        pause: seconds between two requests to a host.

    """

    def __init__(self, memory: Memory, *, allow_private: bool = False, pause: float = PAUSE) -> None:
        self.memory = memory
        self.allow_private = allow_private
        self.pause = pause
        self.client = httpx.Client(timeout=TIMEOUT, headers={"User-Agent": AGENT}, follow_redirects=False)
        self.robots: dict[str, RobotFileParser] = {}
        self.last: dict[str, float] = {}

    def articles(self, url: str, *, defaults: Defaults) -> Iterator[Article | Skipped]:
        """The report at an address; of a feed those of its entries, of an OPML file those of its feeds."""
        try:
            answer = self.get(url)
            if answer is None:
                return
            kind = _kind(answer.data)
            if kind == "page":
                yield article_of(answer.data, source=url, defaults=defaults, url=answer.url)
            elif kind == "opml":
                for feed in addresses_of(answer.data, source=url):
                    yield from self.articles(feed, defaults=defaults)
            else:
                yield from self._entries(answer, url, defaults)
        except InputError as error:
            yield Skipped(source=error.source, line=error.line, reason=error.reason)

    def _entries(self, answer: Answer, url: str, defaults: Defaults) -> Iterator[Article | Skipped]:
        outlet, entries = entries_of(answer.data, source=answer.url)
        for entry in entries:
            known = replace(defaults, outlet=outlet or defaults.outlet, published=entry.published or defaults.published)
            try:
                yield from self._entry(entry, answer.url, known)
            except InputError as error:
                self.memory.pop(url, None)  # an unchanged feed is not read, and this entry would not be tried again
                yield Skipped(source=error.source, line=error.line, reason=error.reason)

    def _entry(self, entry: Entry, feed: str, defaults: Defaults) -> Iterator[Article]:
        if len(entry.text) >= WHOLE or not entry.url:
            if entry.text:
                yield report(entry, source=feed, defaults=defaults)
            return
        if self.memory.get(urljoin(feed, entry.url)) == ("", ""):
            return  # fetched before, and its host would not say whether it has changed
        page = self.get(urljoin(feed, entry.url))
        if page is not None:
            yield article_of(page.data, source=page.url, defaults=defaults, url=page.url)

    def get(self, url: str) -> Answer | None:
        """What an address gives; None if it has not changed. Raises InputError where it may not or cannot be had."""
        address = url
        for _ in range(REDIRECTS + 1):
            self._check(address)
            try:
                if not self._may(address):
                    reason = f"robots.txt of {urlsplit(address).hostname} asks not to fetch it"
                    raise InputError(source=url, reason=reason)
                answer = self._ask(address, url)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise InputError(source=url, reason=f"cannot be fetched: {_why(error)}") from error
            if not isinstance(answer, str):
                return answer
            address = answer
        raise InputError(source=url, reason=f"leads on more than {REDIRECTS} times")

    def _check(self, url: str) -> None:
        """Raises InputError for an address that is not of the web, or lies in a private network."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError(source=url, reason="is no address of a page: give http:// or https://")
        if self.allow_private:
            return
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 0, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(source=url, reason=f"{parts.hostname} is not found") from error
        if any(not ipaddress.ip_address(str(where[4][0]).partition("%")[0]).is_global for where in found):
            reason = f"{parts.hostname} lies in a private network; allow that with --allow-private"
            raise InputError(source=url, reason=reason)

    def _may(self, url: str) -> bool:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self.robots:
            self.robots[host] = self._rules(f"{host}/robots.txt")
        return self.robots[host].can_fetch(AGENT, url)

    def _rules(self, address: str) -> RobotFileParser:
        """What a host asks of robots. Raises InputError where it cannot tell: then nothing of it may be fetched."""
        rules = RobotFileParser()
        lines: list[str] = []
        for _ in range(REDIRECTS + 1):
            self._check(address)
            with self.client.stream("GET", address) as answer:
                if answer.has_redirect_location:
                    address = urljoin(address, answer.headers["Location"])
                    continue
                if answer.is_server_error:
                    reason = f"answers {answer.status_code}; until it can be had, nothing of its host may be fetched"
                    raise InputError(source=address, reason=reason)
                if answer.is_success:
                    lines = self._read(answer, address).decode(errors="replace").splitlines()
                break
        rules.parse(lines)
        return rules

    def _ask(self, address: str, url: str) -> Answer | str | None:
        """An answer, None if nothing has changed, or the address that it leads on to."""
        self._wait(urlsplit(address).netloc)
        etag, modified = self.memory.get(url, ("", ""))
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        with self.client.stream("GET", address, headers=headers) as answer:
            if answer.status_code == NOT_MODIFIED:
                return None
            if answer.has_redirect_location:
                return urljoin(address, answer.headers["Location"])
            if not answer.is_success:
                raise InputError(source=url, reason=f"answers {answer.status_code} {answer.reason_phrase}")
            data = self._read(answer, url)
            self.memory[url] = (answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
            return Answer(url=address, data=data)

    def _read(self, answer: httpx.Response, url: str) -> bytes:
        data, end = bytearray(), time.monotonic() + LONGEST
        for part in answer.iter_bytes():
            data += part
            if len(data) > MAX_PAGE:
                raise InputError(source=url, reason=f"gives more than {MAX_PAGE:,} bytes")
            if time.monotonic() > end:
                raise InputError(source=url, reason=f"takes longer than {LONGEST:.0f} seconds")
        return bytes(data)

    def _wait(self, host: str, sleep: Callable[[float], None] = time.sleep) -> None:
        rest = self.last.get(host, 0.0) + self.pause - time.monotonic()
        if rest > 0:
            sleep(rest)
        self.last[host] = time.monotonic()


def _kind(data: bytes) -> Kind:
    start = data[:2000].lower()
    if b"<opml" in start:
        return "opml"
    is_feed = any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf"))
    return "feed" if is_feed and b"<html" not in start else "page"


def _why(error: Exception) -> str:
    return "it takes too long to answer" if isinstance(error, httpx.TimeoutException) else str(error) or "no answer"
