"""The quality of the real pipeline on the sample articles, guarded on any machine."""

import pytest
from evaluation.floors import GUARDED, Table, broken, load_floors
from evaluation.gold import RECORDS
from evaluation.run import reached, read_gold

from saksi.scoring.sheet import load, match_articles


@pytest.fixture(scope="module")
def found() -> Table:
    gold = load(RECORDS)
    return {"examples": reached(match_articles(gold, list(read_gold(gold))))}


def test_no_figure_is_below_its_floor(found: Table) -> None:
    assert list(broken(found, load_floors())) == []


def test_the_floors_are_worth_the_name() -> None:
    floors = load_floors()["examples"]["id"]
    assert set(floors) == set(GUARDED)
    assert all(floor > 0 for floor in floors.values())
