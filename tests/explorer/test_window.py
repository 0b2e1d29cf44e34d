"""Many look at once, and a writer still gets its turn."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from saksi.explorer import window
from saksi.explorer.window import Window
from saksi.store import Store, judgements

WRITE = """
import sys
from saksi.store import Store, judgements
judgements.judge_stories(Store(sys.argv[1]), "join", ["a#e1"], ["b#e1"])
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s.duckdb", create=True)


def test_many_threads_are_answered_at_once(store: Store) -> None:
    shared = Window(store)
    together = threading.Barrier(8)

    def look(number: int) -> int:
        with shared.looking() as seen:
            together.wait(timeout=20)  # nobody gets here unless all may look at once
            return int(seen.rows("SELECT ? AS number", [number])[0]["number"])

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(look, range(8))) == list(range(8))


def test_a_writer_gets_its_turn_among_constant_readers(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "LONG", 0.1)
    shared, done = Window(store), threading.Event()

    def look() -> int:
        answers = 0
        while not done.is_set():
            with shared.looking() as seen:
                answers += len(seen.rows("SELECT count(*) FROM judgements"))
        return answers

    with ThreadPoolExecutor(4) as threads:
        readers = [threads.submit(look) for _ in range(4)]
        try:
            subprocess.run([sys.executable, "-c", WRITE, str(store.path)], check=True, timeout=60)  # noqa: S603
        finally:
            done.set()
        assert all(reader.result() for reader in readers)
    with shared.looking() as seen:
        assert len(judgements.of_stories(seen)) == 1


def test_the_store_is_let_go_when_nobody_looks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "LONG", 0.05)
    with Window(store).looking() as seen:
        assert seen.rows("SELECT 1 AS one") == [{"one": 1}]
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            duckdb.connect(str(store.path), read_only=False).close()
        except duckdb.Error:  # open for reading in this very process
            time.sleep(0.02)
        else:
            return
    pytest.fail("the store stayed open")
