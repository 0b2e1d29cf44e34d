"""Addresses are fetched politely, and no further than they may lead. The server is one of our own, on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.intake.test_formats import PARAGRAPHS, page

from saksi.intake.defaults import Defaults
from saksi.intake.html import MAX_PAGE
from saksi.intake.web import REDIRECTS, Web
from saksi.model import Article, Skipped

FEED = """<rss version="2.0"><channel><title>Warta</title>
<item><title>a</title><link>/page</link></item><item><title>b</title><link>/gone</link></item></channel></rss>"""

PAGES = {
    "/rules": (b"User-agent: *\nDisallow: /secret\n", ""),
    "/page": (page(said=None).encode(), "v1"),
    "/feed": (FEED.encode(), "f1"),
    "/large": (b"x" * (MAX_PAGE + 1), ""),
}
LEADS = {"/robots.txt": "/rules", "/round": "/round", "/file": "file:///etc/passwd"}


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []  # noqa: RUF012 (set anew for each test)
    down = False

    def do_GET(self) -> None:
        Site.asked.append((self.path, self.headers.get("If-None-Match", "")))
        if self.path == "/robots.txt" and Site.down:
            self._answer(503)
        elif self.path == "/page" and self.headers.get("If-None-Match") == "v1":
            self._answer(304)
        elif self.path == "/opml":
            host = f"http://{self.headers['Host']}"
            self._answer(200, f'<opml><body><outline xmlUrl="{host}/feed"/></body></opml>'.encode())
        elif self.path in LEADS:
            self._answer(302, Location=LEADS[self.path])
        elif self.path in PAGES:
            self._answer(200, PAGES[self.path][0], ETag=PAGES[self.path][1])
        else:
            self._answer(404)

    def _answer(self, status: int, data: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    Site.asked, Site.down = [], False
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read(url: str, *, memory: dict[str, tuple[str, str]] | None = None) -> list[Article | Skipped]:
    web = Web({} if memory is None else memory, allow_private=True, pause=0)
    return list(web.articles(url, defaults=Defaults()))


def reason(url: str) -> str:
    (item,) = read(url)
    assert isinstance(item, Skipped), item
    return item.reason


def test_a_page_and_the_pages_of_a_feed(host: str) -> None:
    (one,) = read(f"{host}/page")
    assert isinstance(one, Article)
    assert (one.url, one.text.splitlines()) == (f"{host}/page", PARAGRAPHS)
    for source in ("/feed", "/opml"):
        found, gone = read(host + source)
        assert isinstance(found, Article)
        assert isinstance(gone, Skipped)
        assert "404" in gone.reason


def test_what_has_not_changed_is_not_fetched_again(host: str) -> None:
    memory: dict[str, tuple[str, str]] = {}
    assert len(read(f"{host}/page", memory=memory)) == 1
    assert memory[f"{host}/page"] == ("v1", "")
    assert read(f"{host}/page", memory=memory) == []
    assert Site.asked[-1] == ("/page", "v1")


def test_robots_are_kept_to(host: str) -> None:
    assert "robots.txt" in reason(f"{host}/secret/page")
    assert [path for path, _ in Site.asked] == ["/robots.txt", "/rules"]


def test_nothing_is_fetched_where_robots_cannot_be_had(host: str) -> None:
    Site.down = True
    assert "503" in reason(f"{host}/page")
    assert [path for path, _ in Site.asked] == ["/robots.txt"]


def test_a_feed_is_read_again_as_long_as_an_entry_failed(host: str) -> None:
    memory: dict[str, tuple[str, str]] = {}
    assert len(read(f"{host}/feed", memory=memory)) == 2
    assert f"{host}/feed" not in memory
    assert memory[f"{host}/page"] == ("v1", "")
    (gone,) = read(f"{host}/feed", memory=memory)  # the page has not changed
    assert isinstance(gone, Skipped)


@pytest.mark.parametrize(
    ("path", "why"),
    [("/round", f"more than {REDIRECTS} times"), ("/file", "no address of a page"), ("/large", "more than")],
)
def test_an_address_leads_no_further_than_it_may(host: str, path: str, why: str) -> None:
    assert why in reason(host + path)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/meta", "http://localhost/"],
)
def test_private_networks_are_refused_unless_allowed(url: str) -> None:
    (item,) = Web({}).articles(url, defaults=Defaults())
    assert isinstance(item, Skipped)
    assert "private network" in item.reason


def test_a_host_that_does_not_answer_is_told() -> None:
    assert "cannot be fetched" in reason("http://127.0.0.1:9/")


def test_requests_to_a_host_pause(host: str) -> None:
    waited: list[float] = []
    web = Web({}, allow_private=True, pause=5)
    for _ in range(2):
        web._wait("h", waited.append)
    assert len(waited) == 1
    assert 4 < waited[0] <= 5
