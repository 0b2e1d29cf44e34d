"""The sixteen types with their modes, the contexts, and the codes of parties."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from saksi.errors import PackError
from saksi.folders import TYPES, own_files

SECTORS = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "JRN"}
    | {"BUS", "CVL", "ELI", "EDU", "REL", "SOC", "LAB", "MED", "REF", "CRM", "PRE", "UNK"}
)
"""PLOVER's sector codes."""

CODES_WITHOUT_STATE = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM", "---"})
"""Codes of parties that belong to no state; all others are ISO 3166-1 alpha-3, with KOS for Kosovo."""


QUADS = frozenset(f"{how} {what}" for how in ("verbal", "material") for what in ("cooperation", "conflict"))
"""PLOVER's quadrants."""
_OWN = frozenset({"like", "family", "directed", "quad", "score", "modes"})
"""What a type of a person's own may say."""


@dataclass(frozen=True, slots=True)
class Plover:
    """The ontology, with the types of a person's own.

    Attributes:
        types: type to its facts: `quad`, `score` (-10 conflict to +10 cooperation), `cameo` roots, `modes`; `like` is
            the type of PLOVER's of which one's own is a kind.
        contexts: all contexts.

    """

    types: Mapping[str, Mapping[str, Any]]
    contexts: frozenset[str]

    @property
    def sixteen(self) -> tuple[str, ...]:
        """PLOVER's own types, in the order of its manual."""
        return tuple(name for name, facts in self.types.items() if "like" not in facts)

    def like(self, name: str) -> str:
        """PLOVER's type for a type: itself, or the one of which it is a kind. Raises PackError if nobody has it."""
        return str(self.facts(name).get("like", name))

    def facts(self, name: str) -> Mapping[str, Any]:
        """What is known of a type. Raises PackError if nobody has it, as when a store is opened without its pack."""
        if name not in self.types:
            raise PackError(f"unknown type {name!r}; if a pack of your own has it, name its folder with --pack")
        return self.types[name]


@cache
def plover() -> Plover:
    """The ontology as plover.toml has it, and what `types.toml` in one's own folders add. Raises PackError."""
    table = tomllib.loads(resources.files(__package__).joinpath("plover.toml").read_text(encoding="utf-8"))
    types: dict[str, Mapping[str, Any]] = dict(table["types"])
    for path in own_files(TYPES):
        for name, facts in _own(path).items():
            types[name] = _kind(path, name, facts, types)
    return Plover(types, frozenset(table["contexts"]))


def _own(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from error


def _kind(path: Path, name: str, facts: object, types: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """A type of one's own: what it does not say is as with the type that it is like; one that is there gets modes."""
    if not isinstance(facts, Mapping) or not name.isidentifier() or not name.isupper():
        raise PackError(f"{path}: {name}: a type is a table with a name in capitals: [CYBERATTACK]")
    if unknown := facts.keys() - _OWN:
        raise PackError(f"{path}: {name}: {', '.join(sorted(unknown))}: a type has {', '.join(sorted(_OWN))}")
    like = facts.get("like", name)
    if like not in types or "like" in types[like]:
        raise PackError(f"{path}: {name}: like: {like!r} is none of PLOVER's types, one of which it must be a kind")
    found = {**types[like], **facts}
    modes = facts.get("modes", [])
    valid = {
        "family": isinstance(found["family"], str),
        "directed": isinstance(found.get("directed", False), bool),
        "quad": found["quad"] in QUADS,
        "score": isinstance(found["score"], int | float) and -10 <= found["score"] <= 10,
        "modes": isinstance(modes, list) and all(isinstance(mode, str) and mode for mode in modes),
    }
    if wrong := [f"{key}: {found[key]!r} cannot be" for key, right in valid.items() if not right]:
        raise PackError(f"{path}: {name}: {'; '.join(wrong)}")
    before = types[name]["modes"] if name in types else []
    return found | {"modes": list(dict.fromkeys([*before, *modes]))}
