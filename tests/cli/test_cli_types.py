"""`saksi types`: which words are taken for which deed."""

from typer.testing import CliRunner

from saksi.cli import app


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["types", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_words_stand_by_mode_with_the_class_of_their_object() -> None:
    status, out, _ = run("retreat", "--language", "en")
    assert status == 0
    assert out.startswith("RETREAT\nMaterial cooperation, score 6.5, CAMEO 08.")
    (release,) = [line for line in out.splitlines() if line.startswith("verbs, release: ")]
    assert "release [prisoners]" in release
    assert "Indonesian" not in out


def test_all_types_are_shown_in_both_languages() -> None:
    _, out, _ = run("--format", "markdown")
    assert out.count("\n## ") == 16
    assert out.count("\n### Indonesian: ") == 16


def test_an_unknown_type_is_refused_with_one_like_it() -> None:
    status, _, err = run("retrat")
    assert status == 2
    assert "did you mean RETREAT?" in err
