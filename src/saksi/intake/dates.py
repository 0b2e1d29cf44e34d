"""Dates as people and pages write them, to datetimes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from saksi.languages import Pack, codes, load_pack

YEARS = range(1000, 3001)
"""The years of dates that can be meant; at the ends of the calendar nothing can be reckoned."""


def read_date(text: str) -> datetime | None:
    """The moment that `text` names and nothing else, or None if it is no date.

    ISO 8601 (`2024-06-18`, `2024-06-18T13:51+07:00`), or the way that a page in any of the languages prints it
    (`18 June 2024 13:51`, `Selasa, 18 Juni 2024 13:51 WIB`). Without a time of day it is midnight, without a zone
    it has no offset. Years outside `YEARS` are none.
    """
    text = text.strip()
    moment = _iso(text) or next(_printed(text), None)
    return moment if moment and moment.year in YEARS else None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _printed(text: str) -> Iterator[datetime]:
    for code in codes():
        forms = _forms(load_pack(code))
        for pattern in forms.patterns:
            if (match := pattern.fullmatch(text)) and (moment := _moment(match.groupdict(), forms)):
                yield moment


@dataclass(frozen=True, slots=True)
class _Forms:
    """How one language prints dates: patterns, the months' numbers and the zones' offsets by their names."""

    patterns: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    zones: Mapping[str, str]


@cache
def _forms(pack: Pack) -> _Forms:
    dates, values = pack.table("furniture")["dates"], pack.table("times")["values"]
    months = {**values["month"], **values.get("month_word", {}), **values["month_short"]}
    return _Forms(
        patterns=tuple(re.compile(pattern) for pattern in dates["patterns"]),
        months={name.casefold(): number for name, number in months.items()},
        zones=dates["zones"],
    )


def _moment(groups: Mapping[str, str | None], forms: _Forms) -> datetime | None:
    """The moment that the groups of one match name, or None if one of them is unknown or out of range."""
    month, zone = groups["month"] or "", groups.get("zone")
    number = int(month) if month.isdecimal() else forms.months.get(month.casefold())
    offset = forms.zones.get(zone.casefold()) if zone else ""
    if number is None or offset is None:
        return None
    hour = int(groups["hour"] or 0)
    if groups.get("am") or groups.get("pm"):
        hour = hour % 12 + (12 if groups.get("pm") else 0)
    day, year, minute = int(groups["day"] or 0), int(groups["year"] or 0), int(groups["minute"] or 0)
    return _iso(f"{year:04}-{number:02}-{day:02}T{hour:02}:{minute:02}{offset}")
