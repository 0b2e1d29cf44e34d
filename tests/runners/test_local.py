"""Worker processes read what is new, once, whatever happens to them."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from saksi.model import Article, Skipped
from saksi.runners import add, reread
from saksi.runners.batch import Settings, read_batch
from saksi.runners.local import Summary
from saksi.store import Store

EXAMPLES = sorted(str(path) for path in (Path(__file__).parents[2] / "examples").glob("*.txt"))
SETTINGS = Settings(read_by="1")


def articles(count: int, *, words: str = "Iran mengecam Israel") -> list[Article]:
    return [
        Article(id=f"a{n}", text=f"{words} untuk ke-{n} kali.", outlet="Kompas", language="id") for n in range(count)
    ]


def summed(store: Store, items: list[Article | Skipped], *, settings: Settings = SETTINGS) -> Summary:
    return add(items, store, settings=settings, workers=1, command="test")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s.duckdb", create=True)


def contents(path: Path) -> Iterator[tuple[object, ...]]:
    store = Store(path)
    for name in ("articles", "actors", "events", "testimonies", "statements", "places", "times", "skipped"):
        rows = store.frame(name).rows()
        kept = [{key: value for key, value in row.items() if key not in ("run", "source")} for row in rows]
        yield (name, *sorted(map(repr, kept)))


def test_articles_are_read_once_and_what_cannot_be_read_is_counted(store: Store) -> None:
    dutch = Article(id="nl", text="De minister heeft gisteren in Den Haag een verklaring afgelegd over de begroting.")
    items: list[Article | Skipped] = [*articles(20), Skipped(source="x.txt", reason="is empty"), dutch]
    first = summed(store, list(items))
    assert (first.articles, first.known, first.skipped) == (20, 0, 2)
    again = summed(store, [*items, *articles(21)])
    assert (again.articles, again.known) == (1, 20 + 1 + 20)
    assert len(store.articles) == 21
    newer = summed(store, [*items], settings=Settings(read_by="2"))
    assert (newer.articles, newer.known, newer.skipped) == (0, 20, 2)


def test_the_same_article_twice_in_a_run_is_read_once_and_its_last_text_is_the_latest(store: Store) -> None:
    one, changed = articles(1)[0], articles(1, words="Rusia memuji Kuba")[0]
    summary = summed(store, [one, one, changed, *articles(3)])
    assert (summary.articles, summary.known) == (4, 2)
    assert [(row["id"], row["version"], row["text"][:5]) for row in store.articles.rows()] == [
        ("a0", 2, "Rusia"),
        ("a1", 1, "Iran "),
        ("a2", 1, "Iran "),
    ]


def test_another_text_at_the_same_address_is_a_newer_version_of_it(store: Store) -> None:
    one, other, last = (replace(article, url="https://a.example/1") for article in articles(3))
    assert summed(store, [one, other, *articles(5)[3:], last]).articles == 5
    rows = store.rows("SELECT id, version, latest FROM articles WHERE url IS NOT NULL ORDER BY version")
    assert [(row["id"], row["version"], row["latest"]) for row in rows] == [
        ("a0", 1, False),
        ("a1", 2, False),
        ("a2", 3, True),
    ]


def test_an_article_that_fails_is_skipped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Iterator[object]:
        raise RuntimeError("broken")

    monkeypatch.setattr("saksi.pipeline.read_articles", fail)
    batch = read_batch(articles(1), SETTINGS)
    assert batch.tables["articles"].num_rows == 0
    assert "RuntimeError: broken" in batch.unread[0].reason


def test_rereading_replaces_what_another_version_read(store: Store) -> None:
    summed(store, list(articles(3)))
    newer = Settings(read_by="2")
    assert reread(store, settings=newer, workers=1, command="test").articles == 3
    assert {row["read_by"] for row in store.articles.rows()} == {"2"}
    assert [row["version"] for row in store.articles.rows()] == [1, 1, 1]
    assert reread(store, settings=newer, workers=1, command="test").articles == 0


def test_a_full_disk_stops_the_run_and_is_no_fault_of_the_articles(tmp_path: Path) -> None:
    """No file may grow beyond a megabyte, which is what a full disk comes to: unpacking a model fails."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))

    command = [sys.executable, "-m", "saksi", "add", EXAMPLES[0], "--store", "s.duckdb", "--workers", "1"]
    full = subprocess.run(  # noqa: S603
        command,
        cwd=tmp_path,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (full.returncode, full.stderr.count("\n")) == (1, 1), full.stderr
    assert "the same command goes on from there" in full.stderr
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert "1 articles read, 0 known before, 0 skipped" in again.stderr


def test_a_killed_run_leaves_a_store_that_the_same_command_finishes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "saksi", "add", *EXAMPLES, "--workers", "1", "--store"]
    whole, killed = tmp_path / "whole.duckdb", tmp_path / "killed.duckdb"
    subprocess.run([*command, str(whole)], check=True, capture_output=True)  # noqa: S603 (our own program)
    for seconds in (1.0, 5.0):
        process = subprocess.Popen(  # noqa: S603
            [*command, str(killed)], stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run([*command, str(killed)], check=True, capture_output=True)  # noqa: S603
    assert list(contents(killed)) == list(contents(whole))
