"""Argument frames: which slots of a trigger hold the actors and which the recipients."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How the parties of a deed stand to the word that names it; slots are described in frames.toml.

    Attributes:
        actors, recipients: slots in the order in which they are asked.
        all: whether every filled slot of `actors` counts, not only the first.
        given: the slot of what is handed over, in which a recipient is looked for last.

    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    all: bool = False
    given: str | None = None

    def fill(self, slots: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
        """Actors and recipients out of the filled slots; nobody is both."""
        actors = _all(self.actors, slots) if self.all else _first(self.actors, slots)
        recipients = _first(self.recipients, slots)
        if not recipients and self.given:
            recipients = slots.get(self.given, [])
        return actors, [party for party in recipients if party not in actors]


def _first(names: tuple[str, ...], slots: Mapping[str, list[str]]) -> list[str]:
    return next((slots[name] for name in names if slots.get(name)), [])


def _all(names: tuple[str, ...], slots: Mapping[str, list[str]]) -> list[str]:
    return list(dict.fromkeys(party for name in names for party in slots.get(name, [])))


@cache
def frames() -> Mapping[str, Frame]:
    """All frames by name."""
    text = resources.files(__package__).joinpath("frames.toml").read_text(encoding="utf-8")
    return {
        name: Frame(
            actors=tuple(row["actors"]),
            recipients=tuple(row.get("recipients", ())),
            all=row.get("all", False),
            given=row.get("given"),
        )
        for name, row in tomllib.loads(text).items()
    }
