"""What other data sets call states.

Sources: Correlates of War country codes (2017), FIPS 10-4 codes as GeoNames has them. Facts only.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """Of one state: the number of the Correlates of War project, and FIPS 10-4; empty where it has none."""

    cow: str
    fips: str


@cache
def country_codes() -> Mapping[str, CountryCodes]:
    """By our code of the state."""
    text = resources.files(__package__).joinpath("country_codes.csv").read_text(encoding="utf-8")
    return {row["key"]: CountryCodes(row["cow"], row["fips"]) for row in csv.DictReader(text.splitlines())}
