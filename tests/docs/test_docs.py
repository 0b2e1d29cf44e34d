"""The documentation keeps up with the program: what exists is documented, what is shown works."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import typer

import saksi
from saksi import errors
from saksi.cli import app
from saksi.cli.types import page
from saksi.codebook import frames, plover
from saksi.codebook.plover import SECTORS
from saksi.explorer.api import create_api
from saksi.explorer.window import Window
from saksi.export import FORMATS as OUTPUT_FORMATS
from saksi.export import record
from saksi.export.table import TableWriter
from saksi.intake import FORMATS as INPUT_FORMATS
from saksi.intake import MAX_BYTES
from saksi.knowledge.entries import COLUMNS
from saksi.knowledge.schema import schema
from saksi.languages import FILES, codes, load_pack
from saksi.store import Store

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(part.startswith((".", "build")) for part in page.relative_to(ROOT).parts)
)
REFERENCE = ROOT / "docs" / "reference"
SAMPLE = "examples/id-01-islamabad.txt"

BY_WORD = frozenset({"irregular", "irregular_nouns", "zones"})
"""Keys of packs whose tables have words for keys."""

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TERM = re.compile(r"`([^`]+)`")
TARGET = re.compile(r"(?:^ {4}|`)make ([a-z]+)", re.MULTILINE)


def section(page: str, title: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    heading = re.search(rf"^(#+) {re.escape(title)}$", text, re.MULTILINE)
    assert heading, f"{page} has no section {title!r}"
    below = text[heading.end() :]
    end = re.search(rf"^#{{1,{len(heading[1])}}} ", below, re.MULTILINE)
    return below[: end.start()] if end else below


def undocumented(names: Iterable[str], text: str) -> list[str]:
    """The names that do not stand in backticks; a pair of backticks may hold several."""
    told = {word for term in TERM.findall(text) for word in (term, *term.replace(",", " ").split())}
    return sorted(set(names) - told)


def keys(table: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a TOML table and of the tables in it; those that hold words by word are one key."""
    for key, value in table.items():
        if isinstance(value, Mapping) and key not in BY_WORD:
            yield from keys(value)
        else:
            yield key


def commands() -> dict[str, Any]:
    """Each command by its section; typer has its own click in some versions, hence no type."""
    root: Any = typer.main.get_command(app)
    return {"Command line": root, **{f"`saksi {name}`": command for name, command in root.commands.items()}}


@pytest.mark.parametrize("title", commands())
def test_every_option_is_documented(title: str) -> None:
    options = [name for parameter in commands()[title].params for name in parameter.opts if name.startswith("-")]
    assert undocumented([*options, "--help"], section("command-line.md", title)) == []


def test_every_format_and_limit_is_documented() -> None:
    text = section("command-line.md", "`saksi read`")
    assert undocumented([*OUTPUT_FORMATS, *INPUT_FORMATS, *codes()], text) == []
    assert f"{MAX_BYTES:,} bytes" in text


def test_every_address_and_parameter_of_the_api_is_documented(tmp_path: Path) -> None:
    api = create_api(Window(Store(tmp_path / "s.duckdb", create=True))).openapi()["paths"]
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")
    names = {path: {one["name"] for one in told["get"].get("parameters", [])} for path, told in api.items()}
    assert undocumented([path.replace("{name}", "NAME" if "actors" in path else "ID") for path in names], text) == []
    assert undocumented({name for asks in names.values() for name in asks} - {"name"}, text) == []


@pytest.mark.parametrize("language", codes())
def test_every_file_of_a_pack_is_documented(language: str) -> None:
    files = [path.name for path in load_pack(language).folder.iterdir() if path.is_file()]
    assert undocumented([*FILES, *files], (REFERENCE / "language-packs.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("file", ["pack", "lights", "pronouns", "statements", "status", "furniture", "times"])
def test_every_key_of_a_pack_is_documented(language: str, file: str) -> None:
    table = dict(load_pack(language).table(file))
    if file == "furniture":
        del table["parts"]  # named by whoever writes the patterns
    roles = table.pop("values", {})  # of times.toml; below each role stand the words themselves
    assert undocumented([*roles, *keys(table)], section("language-packs.md", f"`{file}.toml`")) == []


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("file", ["triggers", "parties", "states", "bodies", "leaders", "outlets"])
def test_every_column_of_a_pack_is_documented(language: str, file: str) -> None:
    title = f"`{file}.csv`" if file in ("triggers", "parties") else "Names"
    assert undocumented(load_pack(language).rows(file)[0], section("language-packs.md", title)) == []


def test_every_frame_and_slot_is_documented_and_no_other() -> None:
    text = section("language-packs.md", "Frames")
    slots = {slot for frame in frames().values() for slot in (*frame.actors, *frame.recipients)}
    assert undocumented([*frames(), *slots], text) == []
    assert _first_cells(text) - frames().keys() - slots == {"slot", "frame"}


def test_every_complement_is_documented_and_no_other() -> None:
    used = {row["complement"] for code in codes() for row in load_pack(code).rows("triggers")} - {""}
    assert _first_cells(section("language-packs.md", "Complements")) == {*used, "complement"}


@pytest.mark.parametrize(("title", "column"), [("Frames", "frame"), ("Complements", "complement")])
def test_examples_of_frames_and_complements_are_in_the_lexicon(title: str, column: str) -> None:
    rows = {(row["words"], row[column]) for code in codes() for row in load_pack(code).rows("triggers")}
    cells = [line.split("|") for line in section("language-packs.md", title).splitlines() if line.startswith("| `")]
    examples = [(words, cell[1].strip(" `")) for cell in cells for words in TERM.findall(cell[-2])]
    shown = [(words, name) for words, name in examples if name in {name for _, name in rows}]
    assert len(shown) > 10
    assert [pair for pair in shown if pair not in rows] == []


def _first_cells(text: str) -> set[str]:
    cells = (line.split("|")[1] for line in text.splitlines() if line.startswith("|") and not line.startswith("|-"))
    return {name for cell in cells for name in re.findall(r"[\w-]+", cell)}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_of_knowledge_is_documented(table: str) -> None:
    lines = (ROOT / "src" / "saksi" / "knowledge" / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    assert undocumented(lines[0].split(","), section("knowledge.md", f"`{table}.csv`")) == []


def test_every_office_and_medium_is_documented() -> None:
    assert undocumented(schema()["offices"], section("knowledge.md", "`terms.csv`")) == []
    assert undocumented(schema()["media"], section("knowledge.md", "`outlets.csv`")) == []


def test_every_type_is_explained_with_its_score() -> None:
    text = (ROOT / "docs" / "explanation" / "events.md").read_text(encoding="utf-8")
    missing = [name for name, facts in plover().types.items() if f"| {name} | {facts['score']} |" not in text]
    assert missing == []


def test_the_page_of_types_is_up_to_date() -> None:
    assert (REFERENCE / "types.md").read_text(encoding="utf-8") == page(plover().types, codes()), (
        "run: saksi types --format markdown > docs/reference/types.md"
    )


def test_every_public_name_and_error_is_documented() -> None:
    text = (REFERENCE / "python.md").read_text(encoding="utf-8")
    kinds = [name for name, kind in vars(errors).items() if isinstance(kind, type) and kind is not errors.SaksiError]
    assert [name for name in saksi.__all__ if f"`saksi.{name}(" not in text] == []
    assert undocumented(kinds, section("python.md", "Errors")) == []


@pytest.fixture(scope="module")
def reading() -> Any:
    return next(saksi.read_files([ROOT / SAMPLE]))


def test_every_field_of_the_record_is_documented(reading: Any) -> None:
    whole = record(reading)
    assert undocumented(whole, section("record.md", "Article")) == []
    for name in ("actors", "places", "times", "statements", "events"):
        assert undocumented(whole[name][0], section("record.md", f"`{name}`")) == []
    assert undocumented(whole["events"][0]["testimony"][0], section("record.md", "`testimony`")) == []
    assert undocumented(SECTORS, section("record.md", "`actors`")) == []


def test_the_readme_shows_what_the_program_prints(reading: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"saksi read {SAMPLE}" in page
    TableWriter(printed := StringIO()).write(reading)
    shown = [body for language, body in FENCE.findall(page) if language == "text"]
    paragraphs = [paragraph.strip("\n") for body in shown for paragraph in body.split("\n\n")]
    assert paragraphs
    assert [paragraph for paragraph in paragraphs if paragraph not in printed.getvalue()] == []


@pytest.mark.parametrize("page", [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")])
def test_python_shown_runs(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    snippets = [body for language, body in FENCE.findall(page.read_text(encoding="utf-8")) if language == "python"]
    assert snippets
    for body in snippets:
        exec(compile(body, str(page), "exec"), {})  # noqa: S102 - our own page
        assert capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    local = [link for link in LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not _leads(page, link)] == []


def _leads(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or anchor in {_slug(title) for title in HEADING.findall(target.read_text(encoding="utf-8"))}


def _slug(title: str) -> str:
    """A heading's anchor as code hosts make it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in PAGES if page.is_relative_to(ROOT / "docs")}
    decisions = {page for page in pages if page.startswith("decisions/") and not page.endswith("README.md")}
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert sorted(pages - decisions - {"README.md"} - set(LINK.findall(index))) == []
    assert sorted(page for page in decisions if Path(page).name not in LINK.findall(listed)) == []


@pytest.mark.parametrize("language", codes())
def test_every_source_of_a_pipeline_is_credited_with_its_licence(language: str) -> None:
    meta = json.loads((load_pack(language).pipeline / "meta.json").read_text(encoding="utf-8"))
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    owed = [f"{source['name']}. {source['license']}. {source['url']}" for source in meta["sources"]]
    assert owed
    assert [credit for credit in owed if credit not in notice] == []


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {target for page in PAGES for target in TARGET.findall(page.read_text(encoding="utf-8"))}
    assert {"demo", "test"} <= named
    assert sorted(target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)) == []
