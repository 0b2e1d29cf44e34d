from pathlib import Path

import pytest
from evaluation.floors import GUARDED, broken, load_floors, may_rise, raised, save_floors


def figures(**changes: float) -> dict[str, float]:
    return dict.fromkeys(GUARDED, 0.5) | changes


FLOORS = {"examples": {"id": figures()}, "dev": {"id": figures(who=0.3)}}


def test_a_figure_at_its_floor_passes() -> None:
    assert list(broken({"examples": {"id": figures()}}, FLOORS)) == []


def test_a_figure_below_its_floor_is_named() -> None:
    (failure,) = broken({"examples": {"id": figures(who=0.4999)}}, FLOORS)
    assert failure == "examples id: who 0.4999 is below its floor 0.5000"


@pytest.mark.parametrize(("value", "told"), [(0.52, 0), (0.53, 1)])
def test_a_figure_well_above_its_floor_is_reported(value: float, told: int) -> None:
    assert len(list(may_rise({"examples": {"id": figures(complete=value)}}, FLOORS))) == told


def test_floors_rise_and_never_fall_and_what_was_not_measured_stays() -> None:
    new = raised({"examples": {"id": figures(events=0.63339, who=0.2), "en": figures()}}, FLOORS)
    assert new["examples"]["id"] == figures(events=0.613)
    assert new["examples"]["en"] == dict.fromkeys(figures(), 0.48)
    assert new["dev"] == FLOORS["dev"]


def test_saved_floors_are_loaded_again(tmp_path: Path) -> None:
    save_floors(FLOORS, tmp_path / "floors.toml")
    assert load_floors(tmp_path / "floors.toml") == FLOORS


def test_raised_floors_hold_for_the_figures_they_were_raised_to() -> None:
    reached = {"examples": {"id": figures(events=0.61239)}}
    assert list(broken(reached, raised(reached, FLOORS))) == []
