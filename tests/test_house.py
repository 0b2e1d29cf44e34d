"""Facts about the project that no other test would miss: packaging, documents, and words kept out of logic."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

import saksi
from saksi.languages import Pack, load_pack

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "saksi"
DECISIONS = ROOT / "docs" / "decisions"
MAX_PIPELINE = 32 * 2**20
"""Bytes: decision 4 says why the pipelines are as large as they are."""
ALLOWED_SUFFIXES = {".py", ".pyc"}
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def data_files() -> Iterator[str]:
    """Whatever the package needs beside its modules, as paths inside it."""
    for path in SOURCE.rglob("*"):
        if path.is_file() and path.suffix not in ALLOWED_SUFFIXES:
            yield path.relative_to(SOURCE).as_posix()


def packaged(path: str, patterns: list[str]) -> bool:
    """Whether a pattern of setuptools takes the file: `**/` stands for any folders, none included."""
    return any(fnmatch(path, form) for pattern in patterns for form in (pattern, pattern.replace("**/", "")))


def test_every_data_file_is_packaged() -> None:
    patterns = project()["tool"]["setuptools"]["package-data"]["saksi"]
    assert [path for path in data_files() if not packaged(path, patterns)] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_data_that_reading_needs_is_there(language: str) -> None:
    needed = {
        "py.typed",
        "codebook/plover.toml",
        "knowledge/states.csv",
        f"languages/{language}/pack.toml",
        f"languages/{language}/pipeline/meta.json",
        f"languages/{language}/pipeline/config.cfg",
    }
    assert needed <= set(data_files())


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_pipelines_are_small_enough_to_ship() -> None:
    for language in (SOURCE / "languages").glob("*/pipeline"):
        size = sum(path.stat().st_size for path in language.rglob("*") if path.is_file())
        assert size <= MAX_PIPELINE, language


def test_the_version_stands_the_same_everywhere() -> None:
    assert project()["project"]["version"] == saksi.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[?v?(\d+\.\d+\.\d+)", changes, re.MULTILINE)
    assert headings[:1] == [saksi.__version__]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_make_command_of_the_documents_exists() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), ROOT / "training" / "README.md"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE))
    assert named
    assert named - targets() == set()


def test_every_make_target_is_phony_and_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split())
    assert phony == targets()
    comment = " ".join(line for line in makefile.splitlines() if line.startswith("#"))
    assert [target for target in ("demo", "test", "lint", "score", "bench", "train") if target not in comment] == []


def test_the_index_lists_every_decision_and_no_other() -> None:
    listed = set(LINK.findall((DECISIONS / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in DECISIONS.glob("*.md")} - {"README.md"}


def test_links_between_documents_lead_somewhere() -> None:
    folders = ("docs", "training", "examples")
    pages = [*ROOT.glob("*.md"), *(page for folder in folders for page in (ROOT / folder).rglob("*.md"))]
    broken = [
        (page.name, link)
        for page in pages
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_every_layer_of_the_house_is_named_to_the_linter() -> None:
    (contract,) = project()["tool"]["importlinter"]["contracts"]
    named = {layer.strip() for row in contract["layers"] for layer in row.split("|")}
    parts = [path for path in SOURCE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))]
    assert contract["containers"] == ["saksi"]
    assert {path.stem for path in parts} - {"__init__"} == named


def strings(tree: ast.Module) -> Iterator[str]:
    """The text in a module that is no docstring."""
    bodies = (body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list))
    documentation = {id(statement.value) for body in bodies for statement in body if isinstance(statement, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def words_of(pack: Pack) -> set[str]:
    """Words that only a language's own text has: the verbs that name deeds, the cues of status, the pronouns."""
    phrases = [row["words"] for row in pack.rows("triggers") if row["pos"] == "verb"]
    phrases += [cue for table in ("status", "pronouns") for cues in pack.table(table).values() for cue in cues]
    return {first for phrase in phrases if len(first := phrase.split()[0]) > 3}


def test_no_module_knows_words_of_indonesian() -> None:
    """Words stand in the packs; logic that names one would work for one language only."""
    words = words_of(load_pack("id")) - words_of(load_pack("en"))
    assert {"menyerang", "akan", "mereka"} <= words
    found = {
        (path.name, word)
        for path in SOURCE.rglob("*.py")
        for text in strings(ast.parse(path.read_text(encoding="utf-8")))
        for word in re.findall(r"\w+", text.lower())
        if word in words
    }
    assert found == set()


def test_no_file_tells_where_it_was_written() -> None:
    """Absolute paths of one machine would be of no use on another."""
    home = re.compile(r"/(?:home|Users|work|root)/\w+")
    pages = [path for path in SOURCE.rglob("*") if path.suffix in {".py", ".toml", ".csv", ".cfg", ".md"}]
    pages += [path for folder in ("training", "evaluation") for path in (ROOT / folder).rglob("*.py")]
    pages += [ROOT / "Makefile", ROOT / "pyproject.toml"]
    assert [str(path.relative_to(ROOT)) for path in pages if home.search(path.read_text(encoding="utf-8"))] == []
