"""Where things stand in the pictures."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from saksi.explorer.charts import WIDTH, bars, month_end, net, time_line, week_end, world_map

MONDAY = date(2024, 6, 3)


def week(number: int, up: float, down: float) -> dict[str, Any]:
    return {"start": MONDAY + timedelta(weeks=number), "up": up, "down": down}


def test_bars_go_by_what_they_stand_for_and_by_time() -> None:
    chart = bars([week(0, 10, 0), week(1, 5, 20), week(3, 0, 5)], up="up", down="down", days=7)
    first, second, third = chart.bars
    assert second.down == 2 * first.up == 4 * second.up == 4 * third.down
    assert (first.down, third.up) == (0, 0)
    assert third.x - second.x == 2 * (second.x - first.x)
    assert third.x + third.width <= WIDTH
    assert (chart.up, chart.down) == (first.up, second.down)


def test_nothing_is_an_empty_chart() -> None:
    assert bars([], up="up", days=1).bars == ()
    assert bars([week(0, 0, 0)], up="up", down="down", days=7).bars[0].up == 0
    assert time_line([], ["reported"], (None, None)).dots == ()
    assert net([]).circles == ()
    assert world_map([], near=True).circles == ()


def test_ticks_never_lie_on_each_other() -> None:
    chart = bars([week(number, 1, 0) for number in range(400)], up="up", days=7)
    places = [x for x, _ in chart.ticks]
    assert all(after - before > 40 for before, after in pairwise(places))
    assert {len(name) for _, name in chart.ticks} == {4}


def telling(day: int, standing: str) -> dict[str, Any]:
    return {"published": date(2024, 6, day), "standing": standing}


def test_a_time_line_has_lanes_and_the_days_of_the_deed() -> None:
    rows = [telling(18, "claimed"), telling(18, "claimed"), telling(20, "denied"), {"published": None}]
    line = time_line(rows, ["reported", "claimed", "denied"], (date(2024, 6, 17), date(2024, 6, 18)))
    assert [name for _, name in line.lanes] == ["claimed", "denied"]
    one, other, last = line.dots
    assert one.y == other.y != last.y
    assert one.x < other.x < last.x
    assert line.band is not None
    assert line.band[0] < one.x
    assert time_line(rows, ["claimed", "denied"], (date(1999, 1, 1), date(1999, 1, 1))).band is None


def test_a_map_shows_the_world_or_what_is_near() -> None:
    rows = [
        {"latitude": -6.2, "longitude": 106.8, "deeds": 4},
        {"latitude": -8.6, "longitude": 115.2, "deeds": 1},
    ]
    world, near = world_map(rows, near=False), world_map(rows, near=True)
    assert world.box[2] == 360
    left, top, width, height = near.box
    assert width < 40
    for circle in near.circles:
        assert left < circle.x < left + width
        assert top < circle.y < top + height
    assert near.circles[0].r > near.circles[1].r


def test_a_net_is_the_same_every_time_and_fits() -> None:
    rows = [
        {"one": "RUS", "other": "UKR", "deeds": 9, "tone": -8.0},
        {"one": "RUS", "other": "PRK", "deeds": 3, "tone": 4.0},
    ]
    first = net(rows)
    assert first == net(rows)
    assert {circle.row["name"] for circle in first.circles} == {"RUS", "UKR", "PRK"}
    assert all(0 < circle.x < first.width and 0 < circle.y < first.height for circle in first.circles)
    assert first.edges[0].width > first.edges[1].width


def test_weeks_and_months_end() -> None:
    assert week_end(MONDAY) == date(2024, 6, 9)
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)


def test_the_last_day_of_the_calendar_can_be_drawn() -> None:
    end = date.max
    assert bars([{"start": end, "up": 1}], up="up", days=7).bars[0].up > 0
    assert time_line([{"published": end, "standing": "claimed"}], ["claimed"], (end, end)).dots
    assert week_end(end) == end
