"""`saksi actors` and `saksi check` on the real tables."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saksi.checks import faults
from saksi.cli import app
from saksi.world import load_world


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("presiden AS", "2016-05-01", "Barack Obama"),
        ("presiden AS", "2018-05-01", "Donald Trump"),
        ("presiden AS", "2022-05-01", "Joe Biden"),
        ("The Russian president", "2009-05-01", "Dmitry Medvedev"),
        ("Menhan Rusia", "2014-01-01", "Sergei Shoigu"),
        ("British foreign secretary", "2024-01-01", "David Cameron"),
        ("Gedung Putih", "2016-05-01", "White House"),
    ],
)
def test_a_name_or_title_means_somebody_on_a_day(words: str, day: str, name: str) -> None:
    status, out, _ = run("actors", words, "--on", day, "--format", "json")
    assert status == 0
    assert [meaning["name"] for meaning in json.loads(out)] == [name]


@pytest.mark.parametrize(
    ("name", "day", "code", "sectors"),
    [
        ("Annalena Baerbock", "2022-05-01", "DEU", ["GOV"]),
        ("Annalena Baerbock", "2025-11-01", "UNO", ["GOV"]),
        ("Donald Trump", "2016-05-01", "USA", ["PTY"]),
        ("Donald Trump", "2022-05-01", "USA", ["GOV"]),
    ],
)
def test_a_person_counts_as_what_the_office_of_the_day_makes_of_them(
    name: str, day: str, code: str, sectors: list[str]
) -> None:
    _, out, _ = run("actors", name, "--on", day, "--format", "json")
    assert [(meaning["code"], meaning["sectors"]) for meaning in json.loads(out)] == [(code, sectors)]


def test_a_text_is_explained_mention_by_mention() -> None:
    text = "Menteri Luar Negeri Rusia tiba di Jakarta. Ia bertemu Retno Marsudi."
    _, out, _ = run("actors", text, "--on", "2020-05-05", "--language", "id", "--format", "json")
    found = [(meaning["words"], meaning["name"]) for meaning in json.loads(out)]
    assert ("Ia", "Sergei Lavrov") in found
    assert all(meaning["why"] for meaning in json.loads(out))


def test_nobody_is_said_with_names_alike() -> None:
    status, out, err = run("actors", "Trmp", "--on", "2020-05-05")
    assert (status, out) == (1, "")
    assert "did you mean Trump" in err


def test_what_comes_with_saksi_has_no_fault() -> None:
    status, out, _ = run("check")
    assert (status, "no fault found" in out) == (0, True)


def test_a_fault_is_a_line_and_status_1(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text('[[person]]\nkey = "x_y"\nname = "X Y"\ncode = "IDN"\nsectors = ["GOV"]\nnames.id = ["X Y"]\n')
    status, out, _ = run("check", "--knowledge", str(own))
    assert (status, out.endswith("languages/en/leaders.csv: x_y: is not named\n")) == (1, True)


def test_two_parties_of_one_name_are_a_fault(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    entries = [
        f'[[outlet]]\nkey = "{key}"\nname = "Kabar Dua"\ncode = "IDN"\nkind = "online"\n' for key in ("k1", "k2")
    ]
    own.write_text("".join(entries))
    found = list(faults(load_world((own,))))
    assert any(fault.endswith("languages/id: 'Kabar Dua' means k1 and k2") for fault in found)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    own = tmp_path / "my.toml"
    own.write_text("[[person")
    status, _, err = run("check", "--knowledge", str(own))
    assert status == 1
    assert "my.toml" in err
