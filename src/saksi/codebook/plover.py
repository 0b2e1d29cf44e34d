"""The sixteen types with their modes, the contexts, and the codes of parties."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

SECTORS = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "JRN"}
    | {"BUS", "CVL", "ELI", "EDU", "REL", "SOC", "LAB", "MED", "REF", "CRM", "PRE", "UNK"}
)
"""PLOVER's sector codes."""

CODES_WITHOUT_STATE = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM", "---"})
"""Codes of parties that belong to no state; all others are ISO 3166-1 alpha-3, with KOS for Kosovo."""


@dataclass(frozen=True, slots=True)
class Plover:
    """The ontology.

    Attributes:
        types: type to its facts: `quad`, `score` (-10 conflict to +10 cooperation), `cameo` roots, `modes`.
        contexts: all contexts.

    """

    types: Mapping[str, Mapping[str, Any]]
    contexts: frozenset[str]


@cache
def plover() -> Plover:
    """The ontology as plover.toml has it."""
    table = tomllib.loads(resources.files(__package__).joinpath("plover.toml").read_text(encoding="utf-8"))
    return Plover(table["types"], frozenset(table["contexts"]))
