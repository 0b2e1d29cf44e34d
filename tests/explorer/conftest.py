"""A served store, and a real browser to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from saksi.intake import Defaults, read_sources
from saksi.model import Article
from saksi.runners import add, link
from saksi.runners.batch import Settings
from saksi.store import Store

HOSTILE = """<script>document.title = "broken in"</script>
Presiden Rusia Vladimir Putin mengunjungi Korea Utara pada 19 Juni 2024.
Amerika Serikat mengecam kunjungan itu.</div></section>
<img src=x onerror="document.title='broken in'"> {{ 7 * 7 }} "'&amp;
<a href="javascript:document.title=1">Rusia</a> membantah telah menyerang Ukraina.
<!-- <style>body{display:none}</style>"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
]


@pytest.fixture(scope="session")
def examples(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the example articles and a hostile one."""
    path = tmp_path_factory.mktemp("served") / "s.duckdb"
    store = Store(path, create=True)
    hostile = Article(
        id="bad/one", text=HOSTILE, title='<b onmouseover="x">Judul', url="javascript:alert(1)", outlet="Uji<i>"
    )
    items = [*read_sources([str(root / "examples")], defaults=Defaults()), hostile]
    add(items, store, settings=Settings(read_by="test"), workers=1, command="test")
    link(store)
    return path


@contextmanager
def serving(store: Path, *options: str) -> Iterator[str]:
    """`saksi serve` in a process of its own; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "saksi", "serve", "--store", str(store), "--port", str(port), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:  # noqa: S603 - our own program
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/static/saksi.css", server)
            yield address
        finally:
            server.terminate()


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("saksi serve did not start")


@pytest.fixture(scope="session")
def address(examples: Path) -> Iterator[str]:
    """The served examples, for people who only look."""
    with serving(examples) as served:
        yield served


@pytest.fixture
def copy_of_examples(examples: Path, tmp_path: Path) -> Path:
    """The examples in a store that a test may change."""
    return Path(shutil.copy(examples, tmp_path / "s.duckdb"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        say: Callable[[str], object] = pytest.fail if os.environ.get("SAKSI_BROWSER") == "required" else pytest.skip
        say("no Chromium on this machine; .ci/run installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()
