"""The grammar of days and parts of days, months, units and years: which words name which interval.

A pattern is a regular expression with roles in angle brackets (`pattern`); the longest match at a place wins, and of
equal ones the rule that stands first. The rules know no word of any language; where the order of words differs
(`last year`, `tahun lalu`) they read both (`before`, `after`).
"""

from datetime import date, timedelta

from saksi.extract.times.interval import UNITS, Interval, around, third, weekday_near
from saksi.extract.times.pattern import Found, Situation, rule
from saksi.extract.times.resolve import (
    day_of,
    day_on_weekday,
    month_of,
    nearest,
    spanned,
    weekday_of,
    whole_day,
    with_hours,
)
from saksi.extract.times.words import FIRST_YEAR, Value

EDGE = r"(?:<edge>(?: <_filler>)*[ -])?"
WEEKDAY = r"(?:(?:<_unit_day> )?<any_weekday=weekday>\.?(?: <part=part_of_weekday>)?(?:, ?| )?)"
YEAR = (
    r"(?:,? (?:<_filler> )?(?:<_unit_year> )?<year>"
    r"|,? (?:<_filler> )?<before=year_before> <_unit_year>| <_unit_year> <after=year_after>)"
)
IN_BRACKETS = r"\(<day=first>[/-]<day=second>(?:[/-]<number=year>)?/?\)(?: <part>)?"
DAY = r"(?:<_head> )?<day>"
DATE = rf"(?:{DAY}(?: <_filler>)? (?:<_unit_month> )?<any_month=month>\.?{YEAR}?)"
DATE_US = rf"(?:<any_month=month>\.? <day>{YEAR}?)"


@rule(
    r"<_vague>(?: <_count>)? (?:<_unit_day> )?(?:<_unit>|<_any_weekday>|<_part>|<_month>)"
    r"(?:(?: <_filler>)? (?:<_after>|<_ago>))?",
    r"<_before> (?:<_vague>|<_count>) <_unit>",
    r"<_count> <_unit_year> <_year>",
    r"<_count> <_unit> <_again>",
)
def no_time(_found: Found, _situation: Situation) -> None:
    """Words of time that name no interval: `setiap Senin`, `the past year`, `last two weeks`, ages, numbers of acts."""


@rule(r"<year>-<number=month>-<number=day>")
def iso_date(found: Found, situation: Situation) -> Interval | None:
    """`2024-06-18`."""
    return day_of(_the(found, "day"), _the(found, "month"), situation, year=found.number("year"))


@rule(
    rf"{WEEKDAY}?{IN_BRACKETS}",
    rf"<_day_away>(?: <part=part_of_weekday>)?,? ?{IN_BRACKETS}",
    rf"{WEEKDAY}?<day=first>[/.-]<day=second>[/.-]<year>(?: <part>)?",
    rf"{WEEKDAY}<day=first>/<day=second>(?: <part>)?",
)
def numeric_date(found: Found, situation: Situation) -> Interval | None:
    """`Rabu (18/6/2025)`, `(18/6)`, `18-6-2025`; None where nothing tells day from month."""
    first, second = _the(found, "first"), _the(found, "second")
    orders = {True: [(first, second)], False: [(second, first)], None: [(first, second), (second, first)]}
    days = [_dated(day, month, found, situation) for day, month in orders[situation.day_first] if month <= 12]
    weekday = found.number("weekday")
    fitting = [day for day in days if day and (weekday is None or len(days) == 1 or day.start.weekday() == weekday)]
    different = {day.start: day for day in fitting}
    return _in_part(next(iter(different.values())), found) if len(different) == 1 else None


@rule(
    rf"(?:{WEEKDAY}\(?)?{DATE}\)?(?: <part>)?(?: <after>)?",
    rf"(?:{WEEKDAY}\(?)?{DATE_US}\)?(?: <part>)?",
)
def worded_date(found: Found, situation: Situation) -> Interval | None:
    """`Selasa, 18 Juni 2024`, `June 18`, `28 Februari lalu`, `15 Agustus tahun lalu`."""
    return _in_part(_dated(_the(found, "day"), _the(found, "month"), found, situation), found)


@rule(
    rf"{EDGE}(?:<_unit_month> )?<month>{YEAR}?(?: <after>)?",
    rf"{EDGE}<any_month=month>\.?{YEAR}",
    r"(?<=<_preposition> )<month_word=month>",
    rf"{EDGE}<before> <any_month=month>",
    r"<edge>(?: <_filler>)*[ -]<any_month=month>",
)
def month(found: Found, situation: Situation) -> Interval | None:
    """`Maret`, `bulan Juni 2024`, `Agustus tahun lalu`, `last March`, `akhir Juni ini`."""
    year, modifier = _year(found, situation), found.value("before") or found.value("after")
    return _edged(month_of(_the(found, "month"), situation, year=year, modifier=modifier), found)


@rule(
    rf"{EDGE}<before> <unit>",
    rf"{EDGE}<unit>(?: <_filler>)? <after>",
    r"<unit> <again=after>",
)
def unit(found: Found, situation: Situation) -> Interval | None:
    """`last year`, `pekan ini`, `akhir tahun lalu`, `bulan sebelumnya`."""
    modifier = found.value("before") or found.value("after") or ()
    return _edged(spanned(modifier, UNITS[_the(found, "unit")], situation), found)


@rule(r"<edge>(?: <_filler>)* (?:<unit_month>|<unit_year>|<unit_decade>)")
def edge_of_unit(found: Found, situation: Situation) -> Interval | None:
    """`akhir tahun`, `the end of the month`: of the present one."""
    name = next(each for each in ("month", "year", "decade") if f"unit_{each}" in found)
    return _edged(around(situation.published, name), found) if situation.published else None


@rule(r"<_unit_weekend>")
def weekend(_found: Found, situation: Situation) -> Interval | None:
    """`akhir pekan`, `the weekend`: the latest that has begun, or that of this week if planned."""
    if situation.published is None:
        return None
    direction = 1 if situation.direction > 0 else -1
    return around(weekday_near(situation.published, 6 if direction > 0 else 5, direction=direction), "weekend")


@rule(r"<count> <unit>(?: <_filler>)? (?:<ago>|<after>)", r"<one>(?: <_filler>)? (?:<ago>|<after>)")
def counted(found: Found, situation: Situation) -> Interval | None:
    """`tiga hari lalu`, `two years ago`, `enam hari sebelumnya`, `sehari kemudian`; not `22 tahun itu`, an age."""
    ago, after = found.value("ago"), found.value("after")
    modifier = (ago[0], 0) if ago else after or ()
    if modifier[0] == 0 or (after and after == (1, 0)):
        return None
    name = UNITS[_the(found, "unit" if "unit" in found else "one")]
    return spanned(modifier, name, situation, count=found.number("count") or 1)


@rule(
    r"(?:<_unit_day> )?<weekday>(?: <part>)?,? (?:<_filler> )?<before=week_before> <_unit_week>",
    r"(?:<_unit_day> )?<weekday>(?: <part>)?,? <_unit_week> <after=week_after>",
    r"(?:<_unit_day> )?<weekday>(?: <part>)?(?: <after>)?(?: <part=later_part>)?",
    r"<any_weekday=weekday>\.? <part>",
    r"<before> <weekday>(?: <part>)?",
)
def weekday(found: Found, situation: Situation) -> Interval | None:
    """`Selasa malam`, `Jumat lalu`, `last Tuesday`, `Friday last week`."""
    number, week = _the(found, "weekday"), found.value("week_before") or found.value("week_after")
    if week:
        whole = spanned(week, "week", situation)
        return _in_part(whole_day(whole.start + timedelta(days=number)) if whole else None, found)
    return _in_part(weekday_of(number, situation, modifier=found.value("before") or found.value("after")), found)


@rule(r"<day_away>(?: <part>)?(?: <_after>)?", r"<next_day>")
def day_away(found: Found, situation: Situation) -> Interval | None:
    """`kemarin sore`, `besok`, `today` from the publication; `keesokan harinya` from the latest day told."""
    following = found.value("next_day")
    modifier = (following[0], 1) if following else (_the(found, "day_away"), 0)
    return _in_part(spanned(modifier, "day", situation), found)


@rule(r"<before> <part>", r"<part> <after>", r"<part> <again=after>")
def part_of_day(found: Found, situation: Situation) -> Interval | None:
    """Parts of days told by a modifier: `this morning`, `pagi ini`, `malam sebelumnya`."""
    modifier = found.value("before") or found.value("after") or ()
    return _in_part(spanned(modifier, "day", situation), found)


@rule(r"<span>")
def span_of_hours(found: Found, situation: Situation) -> Interval | None:
    """`semalam`, `last night`: from an hour of one day, counted from the publication, to an hour of another."""
    first, first_hour, last, last_hour = found.value("span") or ()
    if situation.published is None:
        return None
    start, end = (situation.published + timedelta(days=days) for days in (first, last))
    return Interval(start=start, end=end, grain="part-of-day", hours=(first_hour, last_hour))


@rule(
    rf"{EDGE}<_unit_year> <year>(?: <_after>)?",
    r"<edge>(?: <_filler>)*[ -]<year>(?: <_after>)?",
    r"(?<=<_preposition> )<year>(?: <_after>)?",
)
def year(found: Found, _situation: Situation) -> Interval | None:
    """`tahun 2022`, `pada 2018`, `mid-2019`, `tahun 2024 lalu`."""
    return _edged(around(date(_the(found, "year"), 1, 1), "year"), found)


@rule(r"<year>")
def bare_year(found: Found, _situation: Situation) -> Interval | None:
    """`the 2005 killing`: a number that nothing marks as a year, unless it is round or far off."""
    number = _the(found, "year")
    return around(date(number, 1, 1), "year") if number % 100 and 1900 <= number < 2060 else None


@rule(rf"{EDGE}(?:<_unit_year> )?(?:<decade>|<year>['-]<_decade_ending>)")
def decade(found: Found, _situation: Situation) -> Interval | None:
    """`the 1990s`, `tahun 1990-an`, `awal 2000-an`."""
    first = found.number("decade") or _the(found, "year")
    return _edged(around(date(first, 1, 1), "decade"), found) if first % 10 == 0 else None


@rule(
    r"<_unit_quarter> <ordinal>(?:[ /-](?:<_filler> )?(?:<_unit_year> )?<year>)?",
    r"<_unit_quarter> <ordinal> <_unit_year> <after=year_after>",
    r"<ordinal>[ -]<_unit_quarter>(?:(?: <_filler>)*(?: <year>| <before=year_before> <_unit_year>))?",
    r"<quarter=ordinal>(?:[ /-]<year>)?",
)
def quarter(found: Found, situation: Situation) -> Interval | None:
    """`kuartal I 2025`, `the first quarter of 2016`, `Q3`: without a year the latest that has begun."""
    month = _the(found, "ordinal") * 3 - 2
    year = _year(found, situation)
    if not 1 <= month <= 10:
        return None
    if year is not None:
        return around(date(year, month, 1), "quarter")
    return nearest(lambda each: around(date(each, month, 1), "quarter"), situation)


def _the(found: Found, name: str) -> int:
    """The number of a name that the pattern cannot match without."""
    number = found.number(name)
    assert number is not None, name  # noqa: S101
    return number


def _year(found: Found, situation: Situation) -> int | None:
    """The year that stands beside a day or month, as a number or as `tahun lalu`."""
    modifier = found.value("year_before") or found.value("year_after")
    if modifier:
        whole = spanned(modifier, "year", situation)
        return whole.start.year if whole else None
    number = found.number("year")
    return 2000 + number if number is not None and number < 100 else number


def _dated(day: int, month: int, found: Found, situation: Situation) -> Interval | None:
    """A day of a month; where no year stands beside it, the weekday beside it helps to find it."""
    year, weekday, modifier = _year(found, situation), found.number("weekday"), found.value("after")
    if year is not None and year < FIRST_YEAR:
        year = None
    if year is None and weekday is not None and (fitting := day_on_weekday(day, month, weekday, situation)):
        return fitting
    return day_of(day, month, situation, year=year, modifier=modifier)


def _in_part(day: Interval | None, found: Found) -> Interval | None:
    parts = (found.value(name) for name in ("part", "part_of_weekday", "later_part"))
    return with_hours(day, next((part for part in parts if part), None))


def _edged(whole: Interval | None, found: Found) -> Interval | None:
    edge: Value | None = found.value("edge")
    return third(whole, edge[0]) if whole and edge else whole
