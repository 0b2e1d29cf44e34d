"""Gold in, figures out, on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saksi.cli import app
from saksi.scoring import compiled

TEXT = """Moscow denied on Monday that it had attacked Odesa. Kyiv said Moscow had attacked Odesa.
Moscow praised Pyongyang."""


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "odesa.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def notes_of(article: Path, *options: str) -> Path:
    status, shown, _ = run(
        "annotate-template", str(article), "--published", "2024-06-18", "--outlet", "Reuters", *options
    )
    assert status == 0
    notes = article.with_suffix(".json")
    notes.write_text(shown, encoding="utf-8")
    return notes


def test_notes_that_nobody_corrected_are_what_was_read(article: Path) -> None:
    status, shown, _ = run("score", str(notes_of(article)))
    assert status == 0
    figures = shown.splitlines()[-1].split()
    assert figures[0] == "en"
    assert int(figures[1]) > 2
    assert {figures[2], figures[3]} == {"1.00/1.00/1.000"}


def test_words_that_occur_twice_are_told_apart(article: Path) -> None:
    notes = notes_of(article)
    events = json.loads(notes.read_text(encoding="utf-8"))["events"]
    assert any("near" in event for event in events)
    record = compiled(notes)
    spans = [(event["trigger"]["start"], event["trigger"]["end"]) for event in record["events"]]
    assert len(set(spans)) == len(spans)


def test_a_correction_shows_in_the_figures(article: Path) -> None:
    notes = notes_of(article)
    told = json.loads(notes.read_text(encoding="utf-8"))
    told["events"][0]["status"] = "planned"
    notes.write_text(json.dumps(told), encoding="utf-8")
    _, shown, _ = run("score", str(notes.parent), "--each")
    rows = [line.split() for line in shown.splitlines()[1:]]
    assert rows[0][0] == "odesa"
    assert rows[0][2] == "1.00/1.00/1.000"
    assert float(rows[0][5]) < 1


def test_an_empty_template_is_to_be_filled(article: Path) -> None:
    told = json.loads(notes_of(article, "--empty").read_text(encoding="utf-8"))
    assert (told["events"], told["statements"], len(told["actors"])) == ([], [], 1)
    assert told["published"] == "2024-06-18"


def test_records_of_any_origin_are_scored(article: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(compiled(notes_of(article))) + "\n", encoding="utf-8")
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text("", encoding="utf-8")
    status, shown, told = run("score", str(gold), str(nothing), "--halves")
    assert (status, "no record for 1 gold articles" in told) == (0, True)
    assert "0.00/0.00/0.000" in shown


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"trigger": "Moscow"}, "occurs"),
        ({"type": "WAR"}, "unknown"),
        ({"actors": ["nobody"]}, "unknown"),
    ],
)
def test_notes_that_cannot_be_are_refused_with_their_file(article: Path, change: dict[str, object], told: str) -> None:
    notes = notes_of(article)
    wrong = json.loads(notes.read_text(encoding="utf-8"))
    wrong["events"][0] |= change
    notes.write_text(json.dumps(wrong), encoding="utf-8")
    status, _, said = run("score", str(notes))
    assert (status, "odesa.json" in said, told in said) == (1, True, True)


def test_what_is_not_there_or_no_gold_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{", encoding="utf-8")
    for path, why in ((tmp_path / "none.jsonl", "no such file"), (broken, "broken.jsonl:1: is no JSON")):
        status, _, said = run("score", str(path))
        assert (status, why in said) == (1, True)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("5\n", "broken.jsonl:1: is no record"),
        ('\n{"id": "x"}\n', "broken.jsonl:2: is no record"),
        ("", "holds no annotated article"),
    ],
)
def test_lines_that_are_no_records_are_told(tmp_path: Path, content: str, told: str) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text(content, encoding="utf-8")
    status, _, said = run("score", str(broken))
    assert (status, told in said) == (1, True)


def test_an_empty_article_and_missing_predictions_are_told(tmp_path: Path, article: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", encoding="utf-8")
    assert "is empty" in run("annotate-template", str(empty))[2]
    assert "cannot be read" in run("score", str(notes_of(article)), str(tmp_path / "none.jsonl"))[2]
