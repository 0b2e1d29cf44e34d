"""Where things stand in the pictures: bars over time, dots on a line, circles on the world, a net of parties.

Templates draw them as SVG; nothing here knows a store or a page. Lengths are in units of the picture's view box.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Any

Row = Mapping[str, Any]
WIDTH, HALF, FOOT = 720.0, 90.0, 18.0
"""Of a chart of bars: its width, the longest bar above or below the line, and the room for years below."""
LANE = 26.0
"""Of a time line: the height of a lane."""
NAMES = 90.0
"""Of a time line: the room for the names of the lanes."""
NEAR = 5.0
"""Degrees by which a map shows more than its places."""
DEGREES = (360.0, 180.0)
NET = (720.0, 480.0)
"""Width and height of a net."""
MARGIN = 30.0
CLOSE = 56.0
"""Between the beginnings of two names below a chart at least."""
MIDDLE, PULL = "", 0.3
"""How strongly the middle of a net draws each party, so that those without relations to the others are not far off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What stands above and below the line at one time: lengths, and the row it is drawn from."""

    x: float
    width: float
    up: float
    down: float
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A chart of bars over time; `ticks` are where months or years begin, with their names."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    up: float
    down: float
    width: float = WIDTH
    foot: float = FOOT


def bars(rows: Sequence[Row], *, up: str, down: str | None = None, days: int) -> Bars:
    """Bars for rows that begin at `start`; each bar is as wide as `days`."""
    if not rows:
        return Bars(bars=(), ticks=(), up=0.0, down=0.0)
    first = min(row["start"] for row in rows)
    last = _after(max(row["start"] for row in rows), days)
    scale = _Line(first, last, WIDTH)
    most = max([*(row[up] for row in rows), *(row[down] for row in rows if down)]) or 1.0
    drawn = [
        Bar(
            x=round(scale.at(row["start"]), 1),
            width=round(max(1.5, days * scale.a_day - 1), 1),
            up=round(HALF * row[up] / most, 1),
            down=round(HALF * row[down] / most, 1) if down else 0.0,
            row=row,
        )
        for row in rows
    ]
    return Bars(
        bars=tuple(drawn),
        ticks=tuple(scale.ticks()),
        up=max(bar.up for bar in drawn),
        down=max(bar.down for bar in drawn),
    )


def week_end(start: date) -> date:
    """The last day of the week that begins on a day."""
    return _after(start, 6)


def _after(day: date, days: int) -> date:
    """The day so many days later, or earlier; the calendar's last or first one beyond it."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def month_end(start: date) -> date:
    """The last day of a month."""
    return start.replace(day=monthrange(start.year, start.month)[1])


class _Line:
    """Days as places on a line."""

    def __init__(self, first: date, last: date, width: float, left: float = 0.0) -> None:
        self.first, self.last, self.left = first, last, left
        self.a_day = (width - left) / max(1, (last - first).days)

    def at(self, day: date) -> float:
        return self.left + (day - self.first).days * self.a_day

    def ticks(self) -> list[tuple[float, str]]:
        """Where years begin, or months in less than two years, or days in less than two months; not too close."""
        days = (self.last - self.first).days
        size = 4 if days > 730 else 7 if days > 60 else 10
        found: list[tuple[float, str]] = []
        for number in range(days + 1):
            day = self.first + timedelta(days=number)
            x = self.at(day)
            begins = str(day).endswith("-01-01"[size - 4 :])
            if begins and x < WIDTH - CLOSE / 2 and (not found or x - found[-1][0] > CLOSE):
                found.append((round(x, 1), str(day)[:size]))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One telling on a time line."""

    x: float
    y: float
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """Tellings by day in lanes; `band` is when the deed itself was."""

    dots: tuple[Dot, ...]
    lanes: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    band: tuple[float, float] | None
    height: float
    left: float = NAMES
    width: float = WIDTH
    foot: float = FOOT


def time_line(rows: Sequence[Row], lanes: Sequence[str], deed: tuple[date | None, date | None]) -> TimeLine:
    """The tellings of a story, published on days, in lanes by their standing; those of one day stand side by side."""
    told = [row for row in rows if row["published"]]
    used = [lane for lane in lanes if any(row["standing"] == lane for row in told)]
    days = [row["published"] for row in told]
    near = [day for day in deed if day and days and abs((day - min(days)).days) <= 60]
    both = [*days, *near]
    height = LANE * len(used)
    if not told:
        return TimeLine(dots=(), lanes=(), ticks=(), band=None, height=0.0)
    scale = _Line(_after(min(both), -1), _after(max(both), 2), WIDTH, NAMES)
    count: dict[tuple[date, str], int] = {}
    dots = []
    for row in told:
        key = (row["published"], row["standing"])
        count[key] = count.get(key, -1) + 1
        x = min(WIDTH - 8, scale.at(row["published"]) + scale.a_day / 2 + 9 * count[key])
        dots.append(Dot(x=round(x, 1), y=LANE * (used.index(row["standing"]) + 0.5), row=row))
    start, end = deed
    band = None
    if start and end and len(near) == 2:
        band = round(scale.at(start), 1), round(scale.at(_after(end, 1)) - scale.at(start), 1)
    names = tuple((LANE * (number + 0.5), lane) for number, lane in enumerate(used))
    return TimeLine(dots=tuple(dots), lanes=names, ticks=tuple(scale.ticks()), band=band, height=height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Something that is there so often: a place, or a party."""

    x: float
    y: float
    r: float
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Circles on a map on which x is the longitude and y the latitude, turned over."""

    circles: tuple[Circle, ...]
    box: tuple[float, float, float, float]


def world_map(rows: Sequence[Row], *, near: bool) -> Map:
    """Places as circles whose areas go by `deeds`; the whole world, or only as much as has places (`near`)."""
    box = _box(rows) if near and rows else (-180.0, -80.0, 360.0, 140.0)
    largest = box[2] / 28
    most = max((row["deeds"] for row in rows), default=1)
    circles = [
        Circle(
            x=round(row["longitude"], 2),
            y=round(-row["latitude"], 2),
            r=round(max(box[2] / 250, largest * sqrt(row["deeds"] / most)), 2),
            row=row,
        )
        for row in rows
    ]
    return Map(circles=tuple(circles), box=box)


def _box(rows: Sequence[Row]) -> tuple[float, float, float, float]:
    """Left, top, width and height around places, twice as wide as high as the whole world is."""
    xs, ys = [row["longitude"] for row in rows], [-row["latitude"] for row in rows]
    width = max(max(xs) - min(xs) + 2 * NEAR, 2 * (max(ys) - min(ys) + 2 * NEAR))
    left, top = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - width / 2) / 2
    return round(left, 1), round(top, 1), round(width, 1), round(width / 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation between two circles; `width` goes by how many deeds it has."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """Parties as circles and what is between them as lines."""

    circles: tuple[Circle, ...]
    edges: tuple[Edge, ...]
    width: float = NET[0]
    height: float = NET[1]


def net(relations: Sequence[Row]) -> Net:
    """Parties laid out so that those with many deeds between them stand close (Fruchterman and Reingold, 1991)."""
    import networkx as nx  # noqa: PLC0415 (takes a moment, and most pages need none)

    graph = nx.Graph()
    for row in relations:
        graph.add_edge(row["one"], row["other"], weight=sqrt(row["deeds"]))
    names = list(graph)
    graph.add_weighted_edges_from((MIDDLE, name, PULL) for name in names)
    places = nx.spring_layout(graph, seed=1, k=3 / sqrt(len(names) + 1), iterations=200, weight="weight")
    at = _spread({name: (float(places[name][0]), float(places[name][1])) for name in names})
    deeds: dict[str, int] = {}
    for row in relations:
        for name in (row["one"], row["other"]):
            deeds[name] = deeds.get(name, 0) + row["deeds"]
    most = max(deeds.values(), default=1)
    widest = max((row["deeds"] for row in relations), default=1)
    circles = [
        Circle(
            x=at[name][0], y=at[name][1], r=round(5 + 13 * sqrt(count / most), 1), row={"name": name, "deeds": count}
        )
        for name, count in deeds.items()
    ]
    edges = [
        Edge(
            x1=at[row["one"]][0],
            y1=at[row["one"]][1],
            x2=at[row["other"]][0],
            y2=at[row["other"]][1],
            width=round(1 + 7 * sqrt(row["deeds"] / widest), 1),
            row=row,
        )
        for row in relations
    ]
    return Net(circles=tuple(circles), edges=tuple(edges))


def _spread(places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Places stretched over the whole picture."""

    def stretched(values: Sequence[float], size: float) -> list[float]:
        low, high = min(values), max(values)
        return [round(MARGIN + (size - 2 * MARGIN) * (value - low) / ((high - low) or 1.0), 1) for value in values]

    if not places:
        return {}
    xs = stretched([x for x, _ in places.values()], NET[0])
    ys = stretched([y for _, y in places.values()], NET[1])
    return dict(zip(places, zip(xs, ys, strict=True), strict=True))
