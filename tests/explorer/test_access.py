"""Who may look, who may write, and how long a question may take."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.explorer import Access, create_app, window
from saksi.explorer.pages import event_pages
from saksi.store import Store

TOKEN = "a-word-of-some-length"  # noqa: S105 - no secret
LOCAL = "http://127.0.0.1"


def asking(store: Path, access: Access, base_url: str = LOCAL) -> TestClient:
    return TestClient(create_app(store, access), base_url=base_url, follow_redirects=False)


def event(store: Path) -> str:
    return str(Store(store).rows("SELECT event_id FROM events_flat ORDER BY event_id LIMIT 1")[0]["event_id"])


def count(store: Path) -> int:
    return int(Store(store).rows("SELECT count(*) AS n FROM judgements")[0]["n"])


def test_nobody_writes_unless_it_is_let(copy_of_examples: Path) -> None:
    browser = asking(copy_of_examples, Access())
    for path in ("/judge", "/stories/s0/split", "/stories/s0/join", "/login"):
        assert browser.post(path, data={"event": event(copy_of_examples), "verdict": "wrong"}).status_code == 404
    assert 'method="post"' not in browser.get(f"/articles/{event(copy_of_examples).rpartition('#')[0]}").text
    assert count(copy_of_examples) == 0


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"key": ""}, {}, 403),
        ({"key": "another"}, {}, 403),
        ({}, {"origin": "http://evil.example"}, 400),
        ({}, {"origin": "null"}, 400),
        ({"actors": "x" * 70_000}, {}, 400),
        ({"verdict": "splendid"}, {}, 400),
        ({"event": "none#e1"}, {}, 400),
        ({"verdict": "corrected", "actors": "Nobody at all"}, {}, 400),
    ],
)
def test_a_form_that_cannot_be_changes_nothing(
    copy_of_examples: Path, change: dict[str, str], headers: dict[str, str], status: int
) -> None:
    access = Access(edit=True)
    told = {"key": access.key, "event": event(copy_of_examples), "verdict": "wrong"} | change
    assert asking(copy_of_examples, access).post("/judge", data=told, headers=headers).status_code == status
    assert count(copy_of_examples) == 0


def test_a_form_of_ours_is_kept(copy_of_examples: Path) -> None:
    access = Access(edit=True)
    name = event(copy_of_examples)
    browser = asking(copy_of_examples, access)
    told = {"key": access.key, "event": name, "verdict": "right"}
    answer = browser.post("/judge", data=told, headers={"origin": LOCAL})
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#{name.rpartition('#')[2]}")
    assert count(copy_of_examples) == 1


def test_a_form_as_it_is_shown_corrects_nothing(copy_of_examples: Path) -> None:
    access = Access(edit=True)
    browser = asking(copy_of_examples, access)
    store = Store(copy_of_examples)
    before = store.rows("SELECT * EXCLUDE verdict FROM events_flat ORDER BY event_id")
    article = event(copy_of_examples).rpartition("#")[0]
    page = browser.get(f"/articles/{article}").text
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'value="corrected"' in one)
    told = dict(re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', form))
    assert browser.post("/judge", data=told).status_code == 303
    assert store.rows("SELECT * EXCLUDE verdict FROM events_flat ORDER BY event_id") == before


def test_a_token_opens_pages_and_data(examples: Path) -> None:
    access = Access(token=TOKEN)
    browser = asking(examples, access, "http://news.example")
    assert browser.get("/").headers["location"] == "/login"
    assert browser.get("/login").status_code == 200
    for path in ("/api/v1/events", "/api/v1/openapi.json"):
        assert browser.get(path).status_code == 401
        assert browser.get(path, headers={"authorization": f"Bearer {TOKEN}x"}).status_code == 401
        assert browser.get(path, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert browser.post("/login", data={"token": "no"}).status_code == 403
    assert browser.get("/events.csv").status_code == 303
    entered = browser.post("/login", data={"token": TOKEN})
    assert entered.status_code == 303
    assert TOKEN not in entered.headers["set-cookie"]
    assert browser.get("/").status_code == 200


def test_a_question_that_takes_too_long_is_stopped(examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "LONGEST", 0.3)
    slow = "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range % 7 = b.range % 11"
    app = create_app(examples)
    monkeypatch.setattr(event_pages, "sql", lambda _question: (slow, []))
    browser = TestClient(app, base_url=LOCAL)
    for path in ("/events", "/api/v1/events"):
        answer = browser.get(path)
        assert (answer.status_code, "takes too long" in answer.text) == (503, True)
    assert browser.get("/stories").status_code == 200


def test_every_answer_of_the_api_is_as_its_document_says(examples: Path) -> None:
    browser = TestClient(create_app(examples), base_url=LOCAL)
    document = browser.get("/api/v1/openapi.json").json()
    asked = Store(examples)
    names = {
        "/stories/{name}": asked.rows("SELECT id FROM stories ORDER BY id LIMIT 1")[0]["id"],
        "/articles/{name}": "bad%2Fone",
        "/actors/{name}": "China",
    }
    paths = document["paths"]
    assert len(paths) == 12
    for path, told in paths.items():
        answer = browser.get(f"/api/v1{path.replace('{name}', names.get(path, ''))}")
        assert answer.status_code == 200, path  # an answer of another shape is refused by the server itself
        assert told["get"]["summary"]
        schema = told["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        shape = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        assert set(answer.json()) == set(shape["properties"])
    asks = {one["name"]: one for one in paths["/events"]["get"]["parameters"]}
    assert {"actor", "recipient", "witness", "since", "page"} <= set(asks)
    assert all(one["description"] for one in asks.values())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "[::1]:8765", "127.0.0.2"])
def test_whoever_is_here_gets_in_without_a_token(examples: Path, host: str) -> None:
    assert asking(examples, Access()).get("/stories", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "192.168.0.9", "[", "localhost.evil"])
def test_a_name_of_elsewhere_does_not_get_in(examples: Path, host: str) -> None:
    assert asking(examples, Access()).get("/stories", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("asked", ["until=0001-01-02", "since=9999-12-31", "since=0001-01-01&until=9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(examples: Path, asked: str) -> None:
    browser = asking(examples, Access())
    assert [browser.get(f"{path}?{asked}").status_code for path in ("/", "/api/v1/start")] == [200, 200]


def test_a_store_that_is_gone_is_told(copy_of_examples: Path) -> None:
    browser = asking(copy_of_examples, Access())
    copy_of_examples.unlink()
    assert browser.get("/stories").status_code == 503
