"""The pages and the JSON API, asked without a browser."""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from saksi import read
from saksi.explorer import create_app
from saksi.explorer.pages import event_pages
from saksi.languages import load_pack
from saksi.model import Article
from saksi.runners import add, link
from saksi.runners.batch import Settings
from saksi.store import Store

MANY = 12
"""Addresses of each kind that are tried."""
TEXT = "Russian President Vladimir Putin visited North Korea on June 19, 2024, and met Kim. Kyiv condemned the visit."
HOSTILE = """<script>alert("halo")</script> Presiden Rusia Vladimir Putin mengunjungi Korea Utara pada 19 Juni 2024.
Amerika Serikat mengecam kunjungan itu.</div><img src=x onerror=alert(1)> {{ 7 * 7 }} "'&amp;
Rusia membantah telah menyerang Ukraina."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("explorer") / "s.duckdb"
    store = Store(path, create=True)
    articles = [
        Article(id="bad/one", text=HOSTILE, title='<b onmouseover="x">Judul', url="javascript:alert(1)", outlet="Uji"),
        Article(id="two", text=TEXT, language="en", outlet="Test"),
    ]
    add(articles, store, settings=Settings(read_by="test"), workers=1, command="test")
    link(store)
    return TestClient(create_app(path), base_url="http://127.0.0.1")


def links(page: str) -> set[str]:
    return {address for address in re.findall(r'href="(/[^"#]*)', page) if not address.startswith("/static")}


def test_every_page_that_is_linked_to_is_there(browser: TestClient) -> None:
    seen: set[str] = set()
    kinds: Counter[str] = Counter()
    ahead = {"/"}
    while ahead:
        address = min(ahead)
        ahead.remove(address)
        seen.add(address)
        kind = address.split("?")[0].split("/")[1]
        if kinds[kind] >= MANY:
            continue
        kinds[kind] += 1
        answer = browser.get(address)
        assert answer.status_code == 200, address
        if "html" in answer.headers["content-type"]:
            ahead |= links(answer.text) - seen
    files = {"events.csv", "events.jsonl", "events.parquet"}
    assert kinds.keys() == {"", "stories", "events", "articles", "actors", "pairs", "map", "network", "sources", *files}


def test_text_of_articles_stays_text(browser: TestClient) -> None:
    for address in ("/", "/events", "/stories", "/articles/bad/one"):
        page = browser.get(address).text
        assert re.findall(r"<script[^>]*>", page) == ['<script src="/static/saksi.js" defer>']
        assert "<img" not in page
        assert "<b onmouseover" not in page
        assert "javascript:" not in page
    shown = browser.get("/articles/bad/one").text
    assert "{{ 7 * 7 }}" in shown
    assert "&lt;script&gt;" in shown


def test_what_is_marked_is_the_text_letter_for_letter(browser: TestClient) -> None:
    shown = browser.get("/articles/two").text
    body = re.search(r'<div class="text"[^>]*>(.*?)</div>', shown, re.DOTALL)
    assert body
    assert re.sub(r"<[^>]+>", "", body[1]) == TEXT
    assert re.search(r'<a class="[^"]*deed[^"]*" href="#e1"[^>]*>visited</a>', body[1])


def test_browsers_are_told_to_load_nothing_else(browser: TestClient) -> None:
    for address in ("/", "/api/v1/events", "/events.csv", "/articles/none"):
        assert "default-src 'none'" in browser.get(address).headers["content-security-policy"]


def test_a_page_of_another_name_does_not_reach_the_server(browser: TestClient) -> None:
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/articles/none", 404, "has no article"),
        ("/stories/none", 404, "there is no story"),
        ("/articles/../../etc/passwd", 404, ""),
        ("/static/../app.py", 404, ""),
        ("/events?type=WAR", 400, "none of"),
        ("/events?since=yesterday", 400, "is no date"),
        ("/events?page=0", 400, "is no number"),
        ("/events?actor=Nobody+at+all", 400, "nobody is known by"),
        ("/stories?sort=id;drop", 400, "none of"),
        ("/events.csv?type=WAR", 400, "none of"),
        ("/api/v1/articles/none", 404, "has no article"),
    ],
)
def test_what_is_wrong_is_said(browser: TestClient, address: str, status: int, told: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == status
    assert told in answer.text.replace("&#39;", "'")


def test_a_form_asks_as_find_does(browser: TestClient) -> None:
    rows = browser.get("/api/v1/events?actor=Rusia&recipient=PRK").json()["rows"]
    assert {row["article_id"] for row in rows} == {"bad/one", "two"}
    assert all("RUS" in row["actor_codes"] for row in rows)
    shown = browser.get("/events?actor=Rusia&recipient=PRK").text
    assert all(row["evidence"].split(".")[0][-20:] in shown for row in rows)
    assert 'value="Rusia"' in shown
    table = list(csv.DictReader(io.StringIO(browser.get("/events.csv?actor=Rusia&recipient=PRK").text)))
    assert [row["event_id"] for row in table] == [row["event_id"] for row in rows]


def test_an_actor_has_what_it_did_and_underwent(browser: TestClient) -> None:
    told = browser.get("/api/v1/actors/Rusia").json()
    rows = browser.get("/api/v1/events?party=RUS").json()["rows"]
    assert sum(row["events"] for row in told["done"]) == sum("RUS" in row["actor_codes"] for row in rows)
    assert sum(row["events"] for row in told["undergone"]) == sum("RUS" in row["recipient_codes"] for row in rows)
    north = next(row for row in told["towards"] if row["name"] == "PRK")
    assert north["tone"] > 0
    assert browser.get("/actors/Nobody at all").status_code == 404


def test_a_story_as_data_has_its_parts_as_objects(browser: TestClient) -> None:
    story = browser.get("/api/v1/stories").json()["rows"][0]
    told = browser.get(f"/api/v1/stories/{story['id']}").json()
    assert [witness["name"] for witness in told["balance"]["witnesses_for"]] == story["witnesses_for"]
    assert told["balance"]["witnesses_for"][0]["events"]
    assert told["course"][0]["status"] == story["status"]
    assert set(told["sources"]) == set(story["outlets"])


def test_a_file_has_all_events_whatever_page_is_looked_at(browser: TestClient) -> None:
    files = [browser.get(f"/events.jsonl?page={page}").text for page in (1, 2)]
    assert files[0] == files[1]
    assert len(files[0].splitlines()) == browser.get("/api/v1/events").json()["total"]


def test_too_many_events_for_a_file_are_refused(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_pages, "MOST", 1)
    answer = browser.get("/events.csv")
    assert (answer.status_code, "narrow the question" in answer.text) == (400, True)


def test_the_record_is_that_of_read(browser: TestClient) -> None:
    told = browser.get("/api/v1/articles/two").json()
    assert [event["type"] for event in told["events"]] == [event.type for event in read(TEXT, id="two").events]


def test_pages_are_in_the_language_that_is_chosen(browser: TestClient) -> None:
    words = {code: load_pack(code).table("interface")["nothing"] for code in ("en", "id")}
    empty = "/events?text=zzzz"
    assert 'lang="id"' in browser.get(empty, headers={"accept-language": "id-ID,id;q=0.9"}).text
    found = {code: browser.get(f"/stories?text=zzzz&lang={code}").text for code in words}
    assert all(words[code] in page for code, page in found.items())
    assert 'lang="en"' in browser.get("/?lang=en").text
    assert 'lang="en"' in browser.get("/").text  # kept


def keys(table: Mapping[str, Any], above: str = "") -> set[str]:
    found = {f"{above}{name}" for name, value in table.items() if not isinstance(value, Mapping)}
    return found.union(*(keys(one, f"{above}{name}.") for name, one in table.items() if isinstance(one, Mapping)))


def test_both_languages_say_all() -> None:
    assert keys(load_pack("id").table("interface")) == keys(load_pack("en").table("interface"))


def test_a_broken_store_is_no_fault_of_the_question(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True)
    asking = TestClient(create_app(path), base_url="http://127.0.0.1")
    path.write_bytes(b"no store any more")
    assert asking.get("/articles/one").status_code == 503


def test_a_missing_store_stops_the_start(tmp_path: Path) -> None:
    from saksi.errors import StoreError  # noqa: PLC0415

    with pytest.raises(StoreError, match=r"none\.duckdb"):
        create_app(tmp_path / "none.duckdb")
