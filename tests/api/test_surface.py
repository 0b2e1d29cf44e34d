"""The Python surface: what it takes, what it refuses, and what it hands on."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import saksi
from saksi.errors import InputError
from saksi.model import Skipped
from saksi.model.article import article_id

TEXT = "Turki memuji Qatar pada hari Selasa karena negara itu menampung pengungsi dari perbatasan utara."


@pytest.mark.parametrize("statement", ["import saksi", "import saksi; saksi.__version__", "import saksi.errors"])
def test_importing_is_light(statement: str) -> None:
    heavy = ["spacy", "numpy", "py3langid", "typer", "rich"]
    check = f"{statement}\nimport sys\nprint([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout.strip() == "[]"


def test_the_names_that_are_there() -> None:
    assert set(saksi.__all__) == {"load_pipeline", "open", "read", "read_files", "use_packs"}
    assert all(callable(getattr(saksi, name)) for name in saksi.__all__)
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        saksi.write  # noqa: B018


def test_the_language_is_identified_and_the_rest_kept() -> None:
    reading = saksi.read(
        TEXT, published="2024-06-18", outlet="Detik", title="Judul", url="https://a.example/1", id="x1"
    )
    article = reading.article
    assert (article.language, article.id, article.title, article.url) == ("id", "x1", "Judul", "https://a.example/1")
    assert article.text == TEXT
    assert article.published == datetime(2024, 6, 18)  # noqa: DTZ001 - a day without a zone is what was given


def test_an_id_is_made_of_the_raw_fields() -> None:
    moment = datetime(2024, 6, 18, 9, tzinfo=UTC)
    reading = saksi.read(TEXT, published=moment, outlet="detik.com", language="id")
    assert reading.article.id == article_id(outlet="detik.com", published=moment, text=TEXT)


def test_nothing_but_the_text_is_needed() -> None:
    reading = saksi.read(TEXT)
    assert reading.article.published is None
    assert reading.events[0].type == "SUPPORT"


@pytest.mark.parametrize("published", ["besok", "2024-13-01", "", "18"])
def test_a_wrong_date_is_refused_with_a_right_one(published: str) -> None:
    with pytest.raises(InputError, match="2024-06-18"):
        saksi.read(TEXT, published=published)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a rencontré son homologue à Oslo pour parler du prix du blé et de la pêche.", None),
        ("", None),
        (TEXT, "xx"),
    ],
)
def test_a_language_without_pack_is_refused(text: str, language: str | None) -> None:
    with pytest.raises(InputError, match="language pack"):
        saksi.read(text, language=language)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“”", "😀"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_text_that_says_nothing_gives_an_empty_reading(text: str, language: str) -> None:
    reading = saksi.read(text, language=language)
    assert (reading.events, reading.statements, reading.times) == ((), (), ())


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A good text, a missing one, and JSON lines with a broken one among them."""
    (tmp_path / "satu.txt").write_text(TEXT, encoding="utf-8")
    first, third = (json.dumps({"text": TEXT, "id": name}) for name in ("baris-1", "baris-3"))
    lines = [first, "{rusak", third]
    (tmp_path / "dua.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return [tmp_path / "satu.txt", tmp_path / "tiada.txt", tmp_path / "dua.jsonl"]


def test_files_are_read_in_order_and_the_skipped_handed_on(files: list[Path]) -> None:
    skipped: list[Skipped] = []
    readings = list(saksi.read_files(files, outlet="Detik", published="2024-06-18", on_skip=skipped.append))
    assert [reading.article.id for reading in readings[1:]] == ["baris-1", "baris-3"]
    assert {reading.article.outlet for reading in readings} == {"Detik"}
    assert [(Path(skip.source).name, skip.line) for skip in skipped] == [("tiada.txt", None), ("dua.jsonl", 2)]
    assert all(isinstance(skip, Skipped) and skip.reason for skip in skipped)


def test_what_is_skipped_is_warned_of(files: list[Path]) -> None:
    with pytest.warns(UserWarning, match=r"tiada\.txt: no such file"):
        assert list(saksi.read_files(files[1:2])) == []


def test_files_are_read_only_when_they_are_asked_for(files: list[Path]) -> None:
    readings = saksi.read_files([str(files[0]), files[1]])
    assert next(readings).article.source == str(files[0])


def test_a_wrong_date_for_files_is_refused(files: list[Path]) -> None:
    with pytest.raises(InputError, match="besok"):
        list(saksi.read_files(files, published="besok"))
