"""What the columns of the tables may hold."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def schema() -> Mapping[str, list[str]]:
    """The lists of schema.toml: `offices`, `single_offices`, `media`."""
    return tomllib.loads(resources.files(__package__).joinpath("schema.toml").read_text(encoding="utf-8"))


def is_single(office: str) -> bool:
    """Whether one person at a time holds such an office in a country."""
    return office in schema()["single_offices"]
