"""From what a text names to days of the calendar, seen from the publication or from the latest time told."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from saksi.extract.times.interval import Interval, around, at_hours, away, safe_date, weekday_near
from saksi.extract.times.pattern import Situation
from saksi.extract.times.words import Value

THIS: Final = 0
FROM_ANCHOR: Final = 1
HORIZON: Final = {-1: 14, 0: 31, 1: 200}
"""By direction: what comes once a year is the coming one if that lies at most so many days ahead, else the past one."""

FINE: Final = {
    "day": ("day", "part-of-day"),
    "weekend": ("day", "part-of-day"),
    "week": ("day", "part-of-day", "week"),
    "month": ("day", "part-of-day", "week", "month"),
    "quarter": ("day", "part-of-day", "week", "month", "quarter"),
}
"""Which grains of an anchor are fine enough to count a unit from; for years and decades all are."""

MakeInterval = Callable[[int], Interval | None]


def base_of(modifier: Value, unit: str, situation: Situation) -> date | None:
    """The day that a modifier counts from: the publication, or the latest time told that is fine enough, or None."""
    shift, source = modifier
    if source != FROM_ANCHOR:
        return situation.published
    for anchor in reversed(situation.anchors):
        if unit not in FINE or anchor.grain in FINE[unit]:
            return anchor.end if shift > 0 else anchor.start
    return None


def spanned(modifier: Value, unit: str, situation: Situation, *, count: int = 1) -> Interval | None:
    """The calendar unit that the modifier names: `last year`; with a count, the one so many units away."""
    base = base_of(modifier, unit, situation)
    whole = away(base, unit, modifier[0] * count) if base else None
    return None if whole and _overshoots(whole, modifier, situation) else whole


def _overshoots(whole: Interval, modifier: Value, situation: Situation) -> bool:
    """Whether what is told as past would lie after the publication, because it was counted from the wrong time."""
    ahead = situation.published is not None and whole.start > situation.published
    return ahead and modifier[1] == FROM_ANCHOR and situation.direction <= 0


def nearest(make: MakeInterval, situation: Situation, *, modifier: Value | None = None) -> Interval | None:
    """Of what comes once a year, as `make` gives it for a year, the one that is meant; None without a publication date.

    A modifier decides; without one the interval that holds the day of publication, or the coming one if it is near
    enough for the clause's direction (`HORIZON`), or the latest past.
    """
    base = base_of(modifier, "year", situation) if modifier else situation.published
    if base is None:
        return None
    every = [made for year in range(max(1, base.year - 4), min(9999, base.year + 4) + 1) if (made := make(year))]
    if modifier:
        return _modified(every, base, modifier[0])
    past = [each for each in every if each.start <= base]
    coming = [each for each in every if each.start > base]
    if coming and past and base > past[-1].end and (coming[0].start - base).days <= HORIZON[situation.direction]:
        return coming[0]
    return past[-1] if past else None


def _modified(every: list[Interval], base: date, shift: int) -> Interval | None:
    if shift == THIS:
        return next((each for each in every if each.start.year == base.year), None)
    if shift > 0:
        return next((each for each in every if each.start > base), None)
    return next((each for each in reversed(every) if each.end < base), None)


def month_of(month: int, situation: Situation, *, year: int | None, modifier: Value | None) -> Interval | None:
    """A month, of a given year or of the one that is meant."""
    if year is not None:
        first = safe_date(year, month, 1)
        return around(first, "month") if first else None
    return nearest(lambda each: around(date(each, month, 1), "month"), situation, modifier=modifier)


def day_of(
    day: int, month: int, situation: Situation, *, year: int | None, modifier: Value | None = None
) -> Interval | None:
    """A day of a month, of a given year or of the one that is meant; None if the calendar has no such day."""
    if year is not None:
        return whole_day(safe_date(year, month, day))
    return nearest(lambda each: whole_day(safe_date(each, month, day)), situation, modifier=modifier)


def day_on_weekday(day: int, month: int, weekday: int, situation: Situation) -> Interval | None:
    """A day of a month in the year nearest to the publication in which it falls on that weekday."""
    published = situation.published
    if published is None:
        return None
    dates = [safe_date(year, month, day) for year in range(published.year - 1, published.year + 2)]
    fitting = [each for each in dates if each and each.weekday() == weekday]
    return whole_day(min(fitting, key=lambda each: abs(each - published), default=None))


def weekday_of(weekday: int, situation: Situation, *, modifier: Value | None) -> Interval | None:
    """A weekday: the latest not after the publication, the next not before it if planned, or as the modifier says."""
    shift, _ = modifier or (situation.direction, 0)
    base = base_of(modifier, "day", situation) if modifier else situation.published
    if base is None:
        return None
    if modifier and shift == THIS:
        return whole_day(around(base, "week").start + timedelta(days=weekday))
    return whole_day(weekday_near(base, weekday, direction=1 if shift > 0 else -1, same_day=modifier is None))


def whole_day(day: date | None) -> Interval | None:
    """The interval of a day, if there is one."""
    return Interval(start=day, end=day, grain="day") if day else None


def with_hours(day: Interval | None, part: Value | None) -> Interval | None:
    """A part of that day, or the whole day if no part is named."""
    return at_hours(day, (part[0], part[1])) if day and part else day
