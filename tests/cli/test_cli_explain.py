"""`saksi explain`: each value of an event with the words and rules that gave it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from saksi.cli import app
from saksi.model import Article
from saksi.pipeline import explain_article

TEXT = (
    "Presiden Rusia Vladimir Putin akan mengunjungi Korea Utara pada Selasa. "
    '"Kami mengecam serangan itu," kata juru bicara Kementerian Luar Negeri Jepang. '
    "Amerika Serikat mendesak China membantu Ukraina."
)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["explain", *arguments])
    return result.exit_code, " ".join(result.stdout.split()), result.stderr


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_every_value_has_a_reason() -> None:
    explained = explain_article(Article(id="a", text=TEXT, language="id"))
    for entry in explained:
        fields = {reason.field for reason in entry.reasons}
        assert {"type", "status", "testimony"} <= fields
        assert ("actors" in fields) == bool(entry.event.actors)
        assert len([reason for reason in entry.reasons if reason.field == "recipients"]) == len(entry.event.recipients)
        assert all(reason.why for reason in entry.reasons)


def test_words_stand_in_the_text() -> None:
    first, *_ = explain_article(Article(id="a", text=TEXT, language="id"))
    words = {reason.field: reason.words.of(TEXT) for reason in first.reasons if reason.words}
    assert words["type"] == "mengunjungi"
    assert words["actors"] == "Presiden Rusia Vladimir Putin"
    assert words["recipients"] == "Korea Utara"
    assert words["status"] == "akan"


def test_path_governor_and_attribution_are_shown(file: str) -> None:
    status, out, _ = run(file, "--language", "id", "--published", "2024-06-18")
    assert status == 0
    assert "-nsubj> mengunjungi" in out
    assert "'kata' attributes" in out
    assert "in the complement of 'mendesak' (requested)" in out


def test_one_event_is_shown_alone(file: str) -> None:
    status, out, _ = run(file, "--language", "id", "--event", "e2")
    assert status == 0
    assert out.startswith("e2 ")
    assert "mengunjungi" not in out


def test_an_event_that_is_not_there_is_named(file: str) -> None:
    status, _, err = run(file, "--language", "id", "--event", "e99")
    assert status == 1
    assert "no event e99" in err


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    status, _, err = run(str(tmp_path / "none.txt"))
    assert status == 1
    assert "none.txt" in err
