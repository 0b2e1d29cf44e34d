"""`saksi read`, with a pipeline that knows only one thing to say."""

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from saksi import model  # its Testimony would look like a test class here
from saksi.cli import app
from saksi.errors import PipelineError
from saksi.model import Actor, Article, Event, Reading, Skipped, Span

WELL = b'{"id": "baik", "text": "Menteri menuduh."}'


def reading(article: Article) -> Reading:
    """One event at the article's second word."""
    start = article.text.index(" ") + 1
    testimony = (model.Testimony(stance="asserts", chain=("a1",)),)
    trigger = Span(start=start, end=start + len(article.text[start:].split()[0]))
    event = Event(id="e1", type="ACCUSE", trigger=trigger, status="happened", testimony=testimony)
    outlet = Actor(id="a1", name=article.outlet or "unnamed", kind="outlet", code="---")
    return Reading(article=article, outlet="a1", actors=(outlet,), events=(event,))


def read_articles(
    items: Iterable[Article | Skipped], *, pipeline: str | None = None, own: tuple[Path, ...] = ()
) -> Iterator[Reading | Skipped]:
    """What `saksi.pipeline.read_articles` does, without models: French is in neither language."""
    for item in items:
        if isinstance(item, Skipped):
            yield item
        elif item.text.startswith("Le "):
            yield Skipped(source=item.source, line=item.line, reason="is in no language that Saksi reads")
        else:
            yield reading(item)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("saksi.pipeline")
    monkeypatch.setattr(module, "read_articles", read_articles, raising=False)
    monkeypatch.setitem(sys.modules, "saksi.pipeline", module)
    return module


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "baik.jsonl"
    path.write_bytes(WELL)
    return path


def run(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def test_a_good_input_says_nothing_else(good: Path) -> None:
    status, out, err = run("read", good, "--format", "jsonl")
    assert (status, err) == (0, "")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["baik"]


def test_table_is_the_default(good: Path) -> None:
    _, out, _ = run("read", good)
    assert "⟦menuduh.⟧" in out
    assert "\x1b" not in out


BAD_INPUTS = [
    ("kosong.txt", b"", "is empty"),
    ("biner.txt", b"a\0b", "binary"),
    ("latin.txt", b"abc\xe9", "not UTF-8 at byte 3; save it as UTF-8"),
    ("baris.jsonl", b"{", ":1: is not JSON"),
    ("tanpa.jsonl", b"\n{}", ':2: has no "text"'),
    ("besar.txt", b"a" * 5_000_000, "split it"),
    ("besar.jsonl", b'{"text": "' + b"a" * 5_000_000 + b'"}', ":1: is longer than"),
    ("tanggal.jsonl", b'{"text": "a b", "published": "kapan-kapan"}', ':1: "published" is no date'),
    ("bahasa.jsonl", b'{"text": "a b", "language": "xx"}', ':1: "language" is unknown'),
    ("prancis.txt", b"Le ministre accuse.", "is in no language that Saksi reads"),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD_INPUTS, ids=[name for name, _, _ in BAD_INPUTS])
def test_a_bad_input_is_named_and_the_others_go_on(
    tmp_path: Path, good: Path, name: str, data: bytes, words: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    status, out, err = run("read", good, bad, good, "--format", "jsonl")
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["baik", "baik"]
    message, summary = err.splitlines()
    assert message.startswith(f"saksi: {bad}")
    assert words in message
    assert summary == "read 2 articles, skipped 1"


def test_missing_files_and_directories(tmp_path: Path, good: Path) -> None:
    status, out, err = run("read", tmp_path / "tidak-ada.txt", tmp_path, good, "--format", "jsonl")
    assert status == 1
    assert len(out.splitlines()) == 1
    assert err.splitlines() == [
        f"saksi: {tmp_path / 'tidak-ada.txt'}: no such file; check the path",
        f"saksi: {tmp_path}: is a directory; name the files in it, as in DIRECTORY/*.txt",
        "read 1 article, skipped 2",
    ]


WRONG_USE = [
    (["--published", "kemarin"], "'kemarin' is no date"),
    (["--language", "klingon"], "There are: en (English), id (Indonesian)"),
    (["--language", "indonesia"], "did you mean id?"),
    (["--format", "jsnol"], "did you mean jsonl? There are: table, jsonl, json"),
    (["--input-format", "csv"], "There are: text, jsonl"),
    (["--nonsense"], "--nonsense"),
]


@pytest.mark.parametrize(("options", "words"), WRONG_USE, ids=[words for _, words in WRONG_USE])
def test_wrong_use_stops_the_run_before_it_starts(good: Path, options: list[str], words: str) -> None:
    status, out, err = run("read", good, *options)
    assert (status, out) == (2, "")
    assert words in " ".join(err.split())


def test_no_path_is_wrong_use() -> None:
    status, out, err = run("read")
    assert (status, out) == (2, "")
    assert "PATH" in err


def test_options_fill_what_the_input_does_not_say(tmp_path: Path, pipeline: ModuleType) -> None:
    seen: list[Article] = []

    def remember(
        items: Iterable[Article | Skipped], *, pipeline: str | None, own: tuple[Path, ...]
    ) -> Iterator[Reading | Skipped]:
        for item in items:
            assert isinstance(item, Article)
            seen.append(item)
            yield reading(item)

    pipeline.__dict__["read_articles"] = remember
    path = tmp_path / "a.txt"
    path.write_text("Menteri menuduh.", encoding="utf-8")
    status, _, _ = run("read", path, "--published", "18 Juni 2024 13:51 WIB", "--outlet", "Kabar", "--language", "ID")
    assert status == 0
    (article,) = seen
    assert article.published is not None
    assert (article.outlet, article.language) == ("Kabar", "id")
    assert article.published.isoformat() == "2024-06-18T13:51:00+07:00"


@pytest.mark.parametrize("stdin", [b"Menteri menuduh.", WELL])
def test_standard_input(stdin: bytes) -> None:
    status, out, err = run("read", "-", "--format", "json", stdin=stdin)
    assert (status, err) == (0, "")
    assert json.loads(out)["text"] == "Menteri menuduh."


def test_readings_are_written_as_they_come(good: Path, pipeline: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    stdout = io.StringIO()

    def watch(
        items: Iterable[Article | Skipped], *, pipeline: str | None, own: tuple[Path, ...]
    ) -> Iterator[Reading | Skipped]:
        for item in read_articles(items):
            yield item
            shown.append(stdout.getvalue())

    pipeline.__dict__["read_articles"] = watch
    monkeypatch.setattr("saksi.cli.read._stdout", lambda: stdout)
    run("read", good, good, "--format", "jsonl")
    assert [text.count("\n") for text in shown] == [1, 2]


def test_a_fault_of_the_program_is_one_line(good: Path, pipeline: ModuleType) -> None:
    def broken(
        items: Iterable[Article | Skipped], *, pipeline: str | None, own: tuple[Path, ...]
    ) -> Iterator[Reading | Skipped]:
        raise PipelineError("id/pipeline: no such folder")

    pipeline.__dict__["read_articles"] = broken
    assert run("read", good) == (1, "", "saksi: id/pipeline: no such folder\n")


def test_version() -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("saksi ")


def test_help_names_every_option() -> None:
    status, out, _ = run("read", "--help")
    assert status == 0
    assert {"--published", "--outlet", "--language", "--format", "--input-format"} <= set(out.split())


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, saksi.cli; print(*sorted({'spacy', 'numpy', 'thinc', 'py3langid'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert result.stdout.strip() == ""


BROKEN_PIPE = """
import sys, types
sys.path[:0] = [{folder!r}]
from test_cli_read import read_articles
module = types.ModuleType("saksi.pipeline")
module.read_articles = read_articles
sys.modules["saksi.pipeline"] = module
from saksi.cli import main
sys.argv = ["saksi", "read", *[{path!r}] * 20_000, "--format", {format!r}]
main()
"""


@pytest.mark.parametrize("format_name", ["table", "jsonl"])
def test_a_closed_pipe_ends_quietly(good: Path, format_name: str) -> None:
    code = BROKEN_PIPE.format(folder=str(Path(__file__).parent), path=str(good), format=format_name)
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""


def test_a_pipeline_that_cannot_be_used_stops_the_run_before_it_starts(good: Path) -> None:
    status, shown, said = run("read", good, "--pipeline", "no_such_pipeline")
    assert (status, shown) == (2, "")
    assert "no_such_pipeline: the pipeline cannot be loaded" in " ".join(said.split())
