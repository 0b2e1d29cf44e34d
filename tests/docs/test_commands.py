"""Every command that the documentation shows is typed, on files like those that it speaks of."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")])
    if page.name != "command-line.md"  # forms of commands; test_docs.py holds them beside the program
]
BLOCK = re.compile(r"(?:^ {4,}\S.*\n)+|^```sh\n.*?^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\s*((?:(?:echo .*\| )?(?:\.venv/bin/)?saksi|jq) \S.*)$", re.MULTILINE)
MODULE = re.compile(r"python -m ((?:evaluation|training)[\w.]*)")
ELSEWHERE = (" serve", " watch ", "https://", "--pipeline my_pipeline", "--pipeline build/id", "s3://")
"""What answers until it is stopped, asks the network, or needs a pipeline of one's own: tried in tests of their own."""


def commands(page: Path) -> list[str]:
    """The lines of a page that call Saksi."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in COMMAND.findall(block)]
    absent = ELSEWHERE if shutil.which("jq") else (*ELSEWHERE, "jq ")
    return [line for line in lines if not any(words in line for words in absent)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the pages speak of: articles, stores, packs and knowledge of one's own."""
    folder = tmp_path_factory.mktemp("typed")
    for path in (".venv/bin", "articles", "more", "my"):
        (folder / path).mkdir(parents=True)
    program = folder / ".venv" / "bin" / "saksi"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m saksi "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (folder / "examples").symlink_to(ROOT / "examples")
    article = (ROOT / "examples" / "id-05-rudal-korut.txt").read_text(encoding="utf-8")
    for path in ("article.txt", "articles/a.txt", "more/b.txt", "my/article.txt"):
        (folder / path).write_text(article, encoding="utf-8")
    for pack in ("ms", "cyber"):
        (folder / "my" / pack).symlink_to(ROOT / "examples" / "packs" / pack)
    done = typed(folder, "saksi add examples --store news.duckdb")
    assert done.returncode == 0, done.stderr
    shutil.copy(folder / "news.duckdb", folder / "saksi.duckdb")
    return folder


def typed(folder: Path, line: str) -> "subprocess.CompletedProcess[str]":
    script = f'PATH="$PWD/.venv/bin:$PATH"\nset -eo pipefail\n{line}'
    return subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603, S607


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.stem)
def test_the_commands_of_a_page_can_be_typed(page: Path, place: Path) -> None:
    for line in commands(page):
        done = typed(place, line)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert done.stdout or done.stderr or " > " in line, line


def test_most_commands_are_typed() -> None:
    assert sum(len(commands(page)) for page in PAGES) > 30


@pytest.mark.parametrize("name", sorted({name for page in PAGES for name in MODULE.findall(page.read_text("utf-8"))}))
def test_a_module_named_exists(name: str) -> None:
    assert find_spec(name.rstrip("."))
