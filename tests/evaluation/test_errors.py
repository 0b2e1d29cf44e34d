import json
import sys
from pathlib import Path

import pytest
from evaluation.errors import findings, main, report

from saksi.scoring.sheet import Sheet
from tests.scoring.made_records import event, quote, record

TEXT = "First one. Paris praised Bonn on Monday. Then " + "." * 900


def test_every_cause_is_found() -> None:
    gold = record(event(17), event(300), event(500, type="AID"), quote(), quote(100, 110), text=TEXT)
    predicted = record(
        event(17, actors=["pl"], status="planned", standing="claimed", when=None,
              testimony=[{"stance": "asserts", "chain": ["paper", "de"]}]),
        event(300, type="ACCUSE"), quote(speaker="de"), quote(200, 210), text=TEXT,
    )  # fmt: skip
    found = {(finding.cause, finding.heading): finding for finding in findings(Sheet(gold), Sheet(predicted))}
    assert set(found) == {
        ("misses", "SUPPORT"), ("misses", "AID"), ("alarms", "ACCUSE"), ("who", "SUPPORT"),
        ("status", "happened read as planned"), ("standing", "reported read as claimed"),
        ("when", "2025-01-02/2025-01-03 read as none"), ("witness", "asserts:outlet read as asserts:DEU"),
        ("quotes", "missed"), ("quotes", "false alarm"), ("quotes", "wrong speaker"),
    }  # fmt: skip
    assert found["misses", "SUPPORT"].note.endswith("(read as ACCUSE)")
    assert found["alarms", "ACCUSE"].note.endswith("(gold has SUPPORT)")
    assert found["who", "SUPPORT"].note == "SUPPORT gold FRA>DEU | read POL>DEU"
    assert found["who", "SUPPORT"].evidence == "Paris »prais«ed Bonn on Monday."


def test_a_perfect_prediction_has_no_errors() -> None:
    same = Sheet(record(event(), quote()))
    assert list(findings(same, same)) == []


def test_frequent_headings_come_first() -> None:
    gold = Sheet(record(event(0, type="AID"), event(300), event(600)))
    lines = [line for line in report(findings(gold, Sheet(record()))) if line.startswith("\n---")]
    assert lines == ["\n--- misses: SUPPORT (2)", "\n--- misses: AID (1)"]


@pytest.mark.parametrize(("options", "shown"), [([], False), (["--all"], True), (["--article", "second"], False)])
def test_the_held_out_half_is_not_shown(
    options: list[str], shown: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = [record(event(), id=name) for name in ("first", "second")]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    (tmp_path / "predicted.jsonl").write_text("", encoding="utf-8")
    command = ["errors", str(tmp_path / "gold.jsonl"), str(tmp_path / "predicted.jsonl"), *options]
    monkeypatch.setattr(sys, "argv", command)
    main()
    assert ("second:" in capsys.readouterr().out) is shown
