"""The grammar of ranges: from one day, weekday, month or year to another."""

from dataclasses import replace
from datetime import date, timedelta

from saksi.extract.times.interval import Interval, around, weekday_near
from saksi.extract.times.pattern import Found, Situation, rule
from saksi.extract.times.resolve import day_of, month_of, weekday_of

YEAR = r"(?:,? (?:<_unit_year> )?<year>)?"
YEAR_OF_FIRST = YEAR.replace("<year>", "<year=first_year>")
TO = r"(?:-| - | <_to> )"


def _ranges(first: str, second: str) -> tuple[str, str]:
    """The patterns of `first to second` and `between first and second`."""
    return rf"{first}{TO}{second}", rf"<_between> {first} <_and> {second}"


@rule(
    *_ranges(r"(?:<_head> )?<day=first>", rf"<day=last> <any_month=month>\.?{YEAR}"),
    *_ranges(r"<any_month=month>\.? <day=first>", rf"<day=last>{YEAR}"),
)
def days_of_month(found: Found, situation: Situation) -> Interval | None:
    """`7-9 Juni 2025`, `June 7-9`."""
    month, year = found.number("month") or 0, found.number("year")
    last = day_of(found.number("last") or 0, month, situation, year=year)
    first = day_of(found.number("first") or 0, month, situation, year=last.end.year) if last else None
    return _joined(first, last)


@rule(
    *_ranges(
        rf"(?:<_head> )?<day=first> <any_month=month>\.?{YEAR_OF_FIRST}",
        rf"<day=last> <any_month=last_month>\.?{YEAR}",
    ),
    *_ranges(
        rf"<any_month=month>\.? <day=first>{YEAR_OF_FIRST}",
        rf"<any_month=last_month>\.? <day=last>{YEAR}",
    ),
)
def dates(found: Found, situation: Situation) -> Interval | None:
    """`28 Mei hingga 3 Juni 2025`, `May 28 to June 3`."""
    month, last_month = found.number("month") or 0, found.number("last_month") or 0
    last = day_of(found.number("last") or 0, last_month, situation, year=found.number("year"))
    if last is None:
        return None
    year = found.number("first_year") or last.end.year - (month > last_month)
    return _joined(day_of(found.number("first") or 0, month, situation, year=year), last)


@rule(*_ranges(r"(?:<_unit_month> )?<any_month=month>\.?", rf"<any_month=last_month>{YEAR}"))
def months(found: Found, situation: Situation) -> Interval | None:
    """`Februari hingga Maret 2024`, `between June and August`."""
    month, last_month = found.number("month") or 0, found.number("last_month") or 0
    last = month_of(last_month, situation, year=found.number("year"), modifier=None)
    if last is None:
        return None
    year = last.end.year - (month > last_month)
    return _joined(month_of(month, situation, year=year, modifier=None), last)


@rule(*_ranges(r"(?:<_unit_year> )?<year=first>", r"(?:<_unit_year> )?<year=last>"))
def years(found: Found, _situation: Situation) -> Interval | None:
    """`2019-2021`, `antara tahun 2019 dan 2021`."""
    first, last = (around(date(found.number(name) or 1, 1, 1), "year") for name in ("first", "last"))
    return _joined(first, last)


@rule(*_ranges(r"(?:<_unit_day> )?<weekday>", r"(?:<_unit_day> )?<weekday=last>"))
def weekdays(found: Found, situation: Situation) -> Interval | None:
    """`Selasa hingga Kamis`: the days that follow each other; the first is found as if it stood alone."""
    first = weekday_of(found.number("weekday") or 0, situation, modifier=None)
    if first is None:
        return None
    last = weekday_near(first.start + timedelta(days=1), found.number("last") or 0, direction=1)
    return replace(first, end=last)


def _joined(first: Interval | None, last: Interval | None) -> Interval | None:
    """From the first's beginning to the last's end; None if one is unknown or they stand the wrong way round."""
    if first is None or last is None or first.start > last.end:
        return None
    return replace(first, end=last.end)
