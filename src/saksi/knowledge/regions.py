"""Regions, which no list of towns has: provinces, islands, seas, stretches of land that the news names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from saksi.knowledge.tables import read_table, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region: the code of the state that it lies in, empty for waters, and degrees (WGS 84) near its middle."""

    key: str
    name: str
    code: str
    latitude: float
    longitude: float


@cache
def regions() -> Mapping[str, Region]:
    """All regions by key."""
    rows = (entry.row for entry in read_table("regions", text_of("regions")))
    return {
        row["key"]: Region(
            key=row["key"],
            name=row["name"],
            code=row["code"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in rows
    }
