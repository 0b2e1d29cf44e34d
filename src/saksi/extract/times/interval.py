"""Closed intervals of the calendar. Weeks begin on Monday, as ISO 8601 has it."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from saksi.model import Grain

MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
"""How many months a unit has, for the units that are made of months."""

DAYS: Final = {"day": 1, "week": 7, "weekend": 7}
"""How many days apart two of a unit are, for the units that are made of days."""

UNITS: Final = (*DAYS, *MONTHS)
GRAINS: Final[dict[str, Grain]] = {
    "day": "day",
    "week": "week",
    "weekend": "day",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From the first day to the last, both included; `hours`, first and last, only for a part of the day."""

    start: date
    end: date
    grain: Grain
    hours: tuple[int, int] | None = None

    def iso(self) -> tuple[str, str]:
        """Start and end as ISO 8601 dates, with hours where there are any (`2024-06-18T18`)."""
        if self.hours is None:
            return self.start.isoformat(), self.end.isoformat()
        return f"{self.start}T{self.hours[0]:02}", f"{self.end}T{self.hours[1]:02}"


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies `months` after that of `day`. Raises ValueError outside years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def around(day: date, unit: str) -> Interval:
    """The calendar unit that `day` lies in; a weekend is that of the day's week."""
    if unit in MONTHS:
        months = MONTHS[unit]
        start = add_months(day, -((day.year * 12 + day.month - 1) % months))
        return Interval(start=start, end=add_months(start, months) - timedelta(days=1), grain=GRAINS[unit])
    if unit == "day":
        return Interval(start=day, end=day, grain="day")
    monday = day - timedelta(days=day.weekday())
    first = monday + timedelta(days=5 if unit == "weekend" else 0)
    return Interval(start=first, end=monday + timedelta(days=6), grain=GRAINS[unit])


def away(day: date, unit: str, count: int) -> Interval:
    """The calendar unit that lies `count` units after (before, if negative) the one that `day` lies in."""
    if unit in MONTHS:
        return around(add_months(around(day, unit).start, MONTHS[unit] * count), unit)
    return around(day + timedelta(days=DAYS[unit] * count), unit)


def third(whole: Interval, which: int) -> Interval:
    """The early (0), middle (1) or late (2) third of a month, quarter, year or decade; others stay whole.

    Of a month days 1 to 10, 11 to 20 and from 21 on; of longer units whole months, of a decade 40 months each.
    """
    first, last = whole.start, whole.end
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1 and whole.grain == "month":
        start = first + timedelta(days=10 * which)
        return replace(whole, start=start, end=last if which == 2 else start + timedelta(days=9))
    if months >= 3:
        start = add_months(first, months * which // 3)
        return replace(whole, start=start, end=add_months(first, months * (which + 1) // 3) - timedelta(days=1))
    return whole


def at_hours(day: Interval, hours: tuple[int, int]) -> Interval:
    """A part of a day, from its first hour to its last."""
    return replace(day, grain="part-of-day", hours=hours)


def weekday_near(day: date, weekday: int, *, direction: int, same_day: bool = True) -> date:
    """The nearest such weekday (Monday 0) before (`direction` -1) or after (+1) `day`, or `day` itself if allowed."""
    days = (weekday - day.weekday()) * direction % 7
    if days == 0 and not same_day:
        days = 7
    return day + timedelta(days=days * direction)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
