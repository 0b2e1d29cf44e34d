"""Floors under the figures, kept in `floors.toml`: set -> language -> figure -> floor. They only rise."""

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")

GUARDED = (
    "events",
    "who",
    "status_of_all",
    "when_of_all",
    "witness_of_all",
    "standing_of_all",
    "complete",
    "quotes",
)
"""The figures that have a floor; none of them falls because more events are found."""

SLACK = 0.02
"""How far a figure may stand above its floor before the floor should follow."""

MARGIN = 0.02
"""How far a raised floor stays below its figure: two events of the smallest set.

Another machine's arithmetic may flip one.
"""

_HEADER = (
    "# Floors under the figures of `python -m evaluation.run`: set, language, figure.\n"
    "# They only rise: `python -m evaluation.run --raise` writes new ones, never lower ones.\n"
)

Table = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Set -> language -> figure -> value."""


def load_floors(path: Path = FLOORS) -> Table:
    """The floors as they stand; empty where there is no file yet."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def broken(reached: Table, floors: Table) -> Iterator[str]:
    """A sentence for every figure that lies below its floor. What was not measured is not judged."""
    for where, name, value, floor in _compared(reached, floors):
        if value < floor:
            yield f"{where}: {name} {value:.4f} is below its floor {floor:.4f}"


def may_rise(reached: Table, floors: Table) -> Iterator[str]:
    """A sentence for every floor that lies more than `SLACK` below its figure."""
    for where, name, value, floor in _compared(reached, floors):
        if value > floor + SLACK:
            yield f"{where}: {name} {value:.4f}: floor may rise from {floor:.4f}"


def _compared(reached: Table, floors: Table) -> Iterator[tuple[str, str, float, float]]:
    for place, languages in reached.items():
        for language, found in languages.items():
            known = floors.get(place, {}).get(language, {})
            for name in GUARDED:
                yield f"{place} {language}", name, found[name], known.get(name, 0.0)


def raised(reached: Table, floors: Table) -> dict[str, dict[str, dict[str, float]]]:
    """The floors lifted to just below what was reached; none falls, and what was not measured stays."""
    new = {place: {code: dict(known) for code, known in languages.items()} for place, languages in floors.items()}
    for place, languages in reached.items():
        for language, found in languages.items():
            known = new.setdefault(place, {}).setdefault(language, {})
            for name in GUARDED:
                known[name] = max(known.get(name, 0.0), math.floor((found[name] - MARGIN) * 1000) / 1000)
    return new


def save_floors(floors: Table, path: Path = FLOORS) -> None:
    """Write the floors as TOML."""
    blocks = [
        f"[{place}.{language}]\n" + "".join(f"{name} = {floor}\n" for name, floor in known.items())
        for place, languages in floors.items()
        for language, known in languages.items()
    ]
    path.write_text(_HEADER + "\n" + "\n".join(blocks), encoding="utf-8")
