"""Whether the words around a time tell of what is planned or of what has been."""

from collections.abc import Iterable
from typing import Final

from saksi.extract.times.atoms import Line

TELLS: Final = {"+": 1, "=": -1}
ENDS: Final = frozenset('|;:"')
STOPS: Final = ENDS | {"^"}
"""What no cue is looked for beyond: signs, and the words that open a clause."""

BEHIND: Final = 40
AHEAD: Final = 24
BESIDE: Final = 3
"""How many atoms, words and spaces both, a cue may stand before, after, and right after a time."""

OPENING: Final = 5
"""How many atoms may stand between the beginning of a clause and a time that opens it."""


def direction(line: Line, start: int, end: int) -> int:
    """+1 where the time between the atoms `start` and `end` is told of as planned, -1 as past, 0 if nothing tells.

    The nearest cue before it in its clause decides. Without one, a cue right after it does, or one further on
    if the time opens its clause (`On Tuesday the two will meet`).
    """
    before = _nearest(reversed(line.cues[max(0, start - BEHIND) : start]))
    if before:
        return before
    if _opens_clause(line.cues[max(0, start - OPENING) : start]):
        return _nearest(line.cues[end : end + AHEAD])
    return _nearest(line.cues[end : end + BESIDE].partition(",")[0])


def _nearest(cues: Iterable[str]) -> int:
    """What the first cue tells, 0 if the clause ends before any."""
    for cue in cues:
        if cue in STOPS:
            return 0
        if cue in TELLS:
            return TELLS[cue]
    return 0


def _opens_clause(cues: str) -> bool:
    """Whether at most a preposition stands between a clause's beginning and the time."""
    return len(cues) < OPENING or any(cue in STOPS or cue == "," for cue in cues)
