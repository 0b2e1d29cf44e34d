"""How a story went: planned, then done; claimed, then confirmed, then denied. And on what its reports do not agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

REAL = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """On a day, how reports have the deed: status and standing, and the first event that tells it so."""

    day: date | None
    status: str
    standing: str
    event: str
    outlet: str


def course(steps: Iterable[Step]) -> list[Step]:
    """The steps in order of their days, each change once."""
    found: list[Step] = []
    for step in sorted(steps, key=_order):
        if not any((step.status, step.standing) == (other.status, other.standing) for other in found[-1:]):
            found.append(step)
    return found


def status(steps: Sequence[Step]) -> str:
    """How the deed stands now: as most reports of the last day have it, and as done where any report has it done."""
    if any(step.status in REAL for step in steps):
        steps = [step for step in steps if step.status in REAL]
    last = max(steps, key=_order).day
    counts = Counter(step.status for step in steps if step.day == last)
    return min(counts, key=lambda name: (-counts[name], name))


def _order(step: Step) -> tuple[str, str]:
    return (step.day.isoformat() if step.day else "", step.event)
