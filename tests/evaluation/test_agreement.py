"""The scorer gives the figures of the reference scorer, on the examples' gold records bent at random."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from evaluation.gold import RECORDS

from saksi.scoring import as_lines
from saksi.scoring.score import figures, total
from saksi.scoring.sheet import load, match_articles

REFERENCE = Path(__file__).parents[3] / "shared" / "tools" / "score.py"


def bent(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """A record with some of everything wrong."""
    record = json.loads(json.dumps(record))
    keys = [actor["id"] for actor in record["actors"]]
    record["events"] = [_bent_event(event, keys, dice) for event in record["events"] if dice.random() < 0.85]
    for statement in record["statements"]:
        statement["direct"] ^= dice.random() < 0.1
        statement["content"]["end"] += dice.randrange(-10, 60)
        statement["speaker"] = dice.choice([statement["speaker"], statement["speaker"], None, *keys])
    return record


def _bent_event(event: dict[str, Any], keys: list[str], dice: random.Random) -> dict[str, Any]:
    shift = dice.choice([0, 0, 0, 60, 120])
    event["trigger"] = {edge: place + shift for edge, place in event["trigger"].items()}
    event["type"] = dice.choice([event["type"]] * 5 + ["SUPPORT"])
    event["status"] = dice.choice([event["status"]] * 5 + ["planned"])
    event["standing"] = dice.choice([event["standing"]] * 5 + ["denied"])
    event["when"] = dice.choice([event["when"]] * 5 + [None, {"start": "2025-01-01", "end": "2025-01-01"}])
    event["actors"] = dice.choice([event["actors"]] * 3 + [[], [dice.choice(keys), dice.choice(keys)]])
    event["testimony"][0]["chain"] = dice.choice([event["testimony"][0]["chain"]] * 3 + [[], [dice.choice(keys)]])
    return event


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not here: ../shared/tools/score.py")
@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_reference(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 (no secret)
    gold = load(RECORDS)
    predicted = [bent(dict(record), dice) for record in gold[seed:]]
    (tmp_path / "predicted.jsonl").write_text(as_lines(predicted), encoding="utf-8")
    command = [sys.executable, str(REFERENCE), str(RECORDS), str(tmp_path / "predicted.jsonl"), "--json"]
    said = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    wanted = _flat(json.loads(said.stdout))
    found = figures(total(match_articles(gold, predicted)))
    assert {name: found[name] for name in wanted} == pytest.approx(wanted)
    assert 0.1 < found["complete"] < 0.9


def _flat(told: dict[str, Any]) -> dict[str, float]:
    flat: dict[str, float] = {}
    for name, value in told.items():
        parts = {"p": f"{name}_precision", "r": f"{name}_recall", "f1": name}
        flat |= {parts[key]: value[key] for key in parts} if isinstance(value, dict) else {name: value}
    return flat
