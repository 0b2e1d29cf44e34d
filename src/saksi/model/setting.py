"""Where and when."""

from dataclasses import dataclass
from typing import Literal

from saksi.model.span import Span

Grain = Literal["year", "quarter", "month", "week", "day", "part-of-day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as one article speaks of it; `country` is ISO 3166-1 alpha-3, coordinates are degrees (WGS 84)."""

    id: str
    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A closed interval of ISO 8601 dates."""

    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A closed interval that the text names.

    Attributes:
        id: `t1`, `t2`, ... inside its article.
        text: the words.
        start, end: first and last day, ISO 8601 (`2024-06-18`), with hours (`2024-06-18T18`) for a part of the day.
        grain: how finely the text speaks.
        mentions: where the text names it.

    """

    id: str
    text: str
    start: str
    end: str
    grain: Grain
    mentions: tuple[Span, ...] = ()
