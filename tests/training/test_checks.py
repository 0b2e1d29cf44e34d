"""Scores on passages of news that are marked by hand."""

import json
import lzma
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from training import checks

TEXT = "Judul\nAni tiba. Budi pergi. Hujan turun."
MARKS = {
    "sentences": {"article": "a", "start": 6, "end": len(TEXT), "sentences": [6, 16, 28]},
    "names": {"article": "a", "start": 6, "end": len(TEXT), "names": [[6, 9, "PERSON"], [16, 20, "PERSON"]]},
}


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind, row in MARKS.items():
        (tmp_path / f"{kind}-id.jsonl").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setattr(checks, "_FOLDER", tmp_path)
    path = tmp_path / "news.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a", "text": TEXT}))
    return path


def ruler(*names: tuple[str, str]) -> Language:
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": kind, "pattern": name} for name, kind in names])  # type: ignore[attr-defined]
    return nlp


def test_offsets_count_from_the_passage(articles: Path) -> None:
    (passage,) = checks.passages("sentences", "id", articles)
    assert [passage.text[offset] for offset in sorted(passage.sentences)] == ["A", "B", "H"]


def test_a_language_without_marks_has_no_passages(articles: Path) -> None:
    assert checks.passages("names", "xx", articles) == []


def test_boundaries_within_the_passage_count(articles: Path) -> None:
    marked = checks.passages("sentences", "id", articles)
    assert checks.boundaries(ruler(("Ani", "PERSON")), marked) == 1.0
    whole = spacy.blank("id")
    whole.add_pipe("sentencizer", config={"punct_chars": ["!"]})
    assert checks.boundaries(whole, marked) == 0.0


def test_names_count_with_place_and_type(articles: Path) -> None:
    marked = checks.passages("names", "id", articles)
    assert checks.names(ruler(("Ani", "PERSON"), ("Budi", "PERSON")), marked) == {"names": 1.0, "PERSON": 1.0}
    half = checks.names(ruler(("Ani", "PERSON"), ("Budi", "ORG")), marked)
    assert half == {"names": 0.5, "PERSON": pytest.approx(2 / 3)}


@pytest.mark.parametrize("path", sorted(checks._FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_the_marks_are_in_order_and_hold_no_text(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["article"].startswith(path.stem[-2:] + "-")
        offsets = row.get("sentences") or [offset for name in row["names"] for offset in name[:2]]
        assert offsets == sorted(offsets)
        assert all(row["start"] <= offset <= row["end"] for offset in offsets)
        assert set(row) <= {"article", "start", "end", "sentences", "names"}
