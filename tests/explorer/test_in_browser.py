"""The pages in a real browser: every page, forms, keyboard, hostile text, small screens, no scripts, no leaks."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, expect

from saksi.store import Store
from tests.explorer.conftest import HOSTILE, serving

PHONE = ViewportSize(width=500, height=800)
SERIOUS = {"serious", "critical"}
HARD = "/articles/bad%2Fone"


@pytest.fixture
def context(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser that fails the test when a page asks anybody else, or complains."""
    opened = chromium.new_context(base_url=address)
    with opened:
        yield from _watched(opened, address)


def _watched(opened: BrowserContext, address: str) -> Iterator[BrowserContext]:
    asked: list[str] = []
    complaints: list[str] = []

    def look(route: Route) -> None:
        asked.append(urlsplit(route.request.url).netloc)
        route.continue_()

    opened.route("**/*", look)
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("weberror", lambda error: complaints.append(str(error.error)))
    opened.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield opened
    assert set(asked) == {urlsplit(address).netloc}
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def addresses(store: Path) -> dict[str, str]:
    """A page of each kind."""
    asked = Store(store)
    contested = asked.rows("SELECT id FROM stories WHERE standing = 'contested' AND articles > 1 ORDER BY id LIMIT 1")
    article = asked.rows("SELECT id FROM articles WHERE language = 'en' ORDER BY id LIMIT 1")
    return {
        "start": "/",
        "events": "/events?actor=CHN",
        "nothing": "/events?text=zzzz",
        "stories": "/stories?sort=contested",
        "story": f"/stories/{contested[0]['id']}",
        "articles": "/articles?text=Tiongkok",
        "actors": "/actors?kind=state",
        "article": f"/articles/{article[0]['id']}",
        "hostile": HARD,
        "actor": "/actors/CHN",
        "pair": "/pairs?one=China&other=PHL",
        "map": "/map",
        "country": "/map?place=IDN",
        "network": "/network",
        "sources": "/sources",
        "refused": "/stories/none",
    }


KINDS = (
    *("start", "events", "nothing", "stories", "story", "article", "hostile", "actor", "pair", "map", "country"),
    *("network", "sources", "articles", "actors"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_is_whole_for_eyes_and_for_screen_readers(page: Page, examples: Path, kind: str) -> None:
    where = addresses(examples)[kind]
    answer = page.goto(where)
    assert answer is not None
    assert answer.status == 200
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS] == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_speaks_indonesian(page: Page, examples: Path, kind: str) -> None:
    where = addresses(examples)[kind]
    page.goto(f"{where}{'&' if '?' in where else '?'}lang=id")
    assert page.locator("html").get_attribute("lang") == "id"
    expect(page.get_by_role("link", name="Jaringan")).to_be_visible()


def test_what_is_not_there_is_said(chromium: Browser, address: str, examples: Path) -> None:
    page = chromium.new_page(base_url=address)
    answer = page.goto(addresses(examples)["refused"])
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("That did not work")
    page.close()


def test_a_search_by_form(page: Page) -> None:
    page.goto("/events")
    page.get_by_label("Who does it").fill("Tiongkok")
    page.get_by_label("Type").select_option("AID")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Events: 1")
    expect(page.locator(".wide tbody tr")).to_contain_text("memasok")
    assert "actor=Tiongkok" in page.url
    with page.expect_download() as got:
        page.get_by_role("link", name="CSV").click()
    assert "memasok" in Path(got.value.path()).read_text(encoding="utf-8")


def test_a_search_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("memasok")
    page.keyboard.press("Enter")
    expect(page.locator(".wide tbody tr").first).to_contain_text("memasok")
    assert page.evaluate("new URLSearchParams(location.search).get('text')") == "memasok"


def test_hostile_text_is_shown_and_does_nothing(page: Page) -> None:
    page.goto(HARD)
    assert page.locator(".text").text_content() == HOSTILE
    assert page.title() == '<b onmouseover="x">Judul · Saksi'
    assert page.locator(".text script, .text img, .text style, [onmouseover]").count() == 0
    assert page.locator('a[href^="javascript:"]').count() == 0
    expect(page.get_by_role("heading", name="Events")).to_be_visible()


def test_hover_shows_the_record_and_escape_hides_it(page: Page, examples: Path) -> None:
    page.goto(addresses(examples)["article"])
    mark = page.locator(".text a.deed").first
    mark.hover()
    record = page.locator(".record")
    expect(record).to_be_visible()
    expect(record).to_contain_text((mark.text_content() or "").strip())
    page.keyboard.press("Escape")
    expect(record).to_have_count(0)
    mark.focus()
    expect(record).to_be_visible()


def test_a_tap_shows_the_record(chromium: Browser, address: str, examples: Path) -> None:
    phone = chromium.new_context(base_url=address, has_touch=True, viewport=PHONE)
    page = phone.new_page()
    page.goto(addresses(examples)["article"])
    page.locator(".text a.deed").first.tap()
    expect(page.locator(".record")).to_be_visible()
    phone.close()


def test_without_scripts_all_is_there(chromium: Browser, address: str, examples: Path) -> None:
    plain = chromium.new_context(base_url=address, java_script_enabled=False)
    page = plain.new_page()
    page.goto(addresses(examples)["article"])
    mark = page.locator(".text a.deed").first
    mark.click()
    card = (mark.get_attribute("href") or "").removeprefix("#")
    assert page.url.endswith(f"#{card}")
    expect(page.locator(f"article#{card}")).to_be_in_viewport()
    page.goto(addresses(examples)["pair"])
    assert page.locator("svg rect").count() > 0
    page.goto("/stories")
    page.get_by_label("Words").fill("meriam air")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("article.card").first).to_contain_text("China")
    plain.close()


def test_pictures_lead_to_what_is_behind_them(page: Page, examples: Path) -> None:
    page.goto(addresses(examples)["pair"])
    page.locator("svg a").first.click(force=True)
    assert urlsplit(page.url).path == "/events"
    assert page.locator(".wide tbody tr").count() > 0
    page.goto("/network")
    page.locator("svg circle.node").first.click()
    assert urlsplit(page.url).path.startswith("/actors/")
    page.goto("/map")
    page.locator("svg circle").last.click(force=True)
    assert "place=" in page.url


def test_a_person_judges(chromium: Browser, copy_of_examples: Path) -> None:
    with serving(copy_of_examples, "--edit") as address, chromium.new_context(base_url=address) as opened:
        page = opened.new_page()
        supply = Store(copy_of_examples).rows("SELECT article_id FROM events_flat WHERE \"trigger\" = 'memasok'")
        page.goto(f"/articles/{supply[0]['article_id']}")
        card = page.locator("article.card", has_text="memasok").first
        card.get_by_role("button", name="Right", exact=True).click()
        expect(card.locator(".badge")).to_have_text("judged right")
        card.get_by_text("Correct it").click()
        card.get_by_label("Who undergoes it").fill("Pakistan Armed Forces; India")
        card.get_by_label("First day").fill("2025-04-01")
        card.get_by_label("Last day").fill("2025-04-30")
        card.get_by_role("button", name="Keep the correction").click()
        expect(card.locator("h3")).to_contain_text("India")
        expect(card.locator(".badge")).to_have_text("corrected")
        expect(card).to_contain_text("2025-04-01/2025-04-30")
        card.get_by_role("button", name="Wrong").click()
        expect(card.locator(".badge")).to_have_text("judged wrong")
        card.get_by_role("button", name="Take back").click()
        expect(card.locator(".badge")).to_have_count(0)
        expect(card.locator("h3")).not_to_contain_text("India")
        assert not [one for one in Axe().run(page).response["violations"] if one["impact"] in SERIOUS]


def test_a_person_splits_and_joins_stories(chromium: Browser, copy_of_examples: Path) -> None:
    story = addresses(copy_of_examples)["story"]
    with serving(copy_of_examples, "--edit") as address, chromium.new_context(base_url=address) as opened:
        page = opened.new_page()
        page.goto(story)
        told = page.locator(".told li")
        before = told.count()
        told.last.get_by_role("checkbox").check()
        page.get_by_role("button", name="Take apart").click()
        expect(told).to_have_count(before - 1)
        parted = Store(copy_of_examples).rows(
            "SELECT story_id FROM story_events WHERE reason = 'taken apart by a person'"
        )
        page.get_by_label("Another story").fill(str(parted[0]["story_id"]))
        page.get_by_role("button", name="Put together").click()
        expect(told).to_have_count(before)
        assert not [one for one in Axe().run(page).response["violations"] if one["impact"] in SERIOUS]


def test_a_token_is_asked_for(chromium: Browser, examples: Path) -> None:
    with serving(examples, "--token", "a-word-of-some-length") as address:
        opened = chromium.new_context(base_url=address)
        page = opened.new_page()
        page.goto("/stories")
        assert urlsplit(page.url).path == "/login"
        assert not [one for one in Axe().run(page).response["violations"] if one["impact"] in SERIOUS]
        page.get_by_label("Token").fill("another word")
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_label("Token").fill("a-word-of-some-length")
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What is new")
        opened.close()
