"""Who vouches for a deed and who against, each counted once: reports are many, witnesses few."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

STATE = frozenset({"GOV", "MIL", "JUD", "LEG", "SPY", "COP"})
"""Sectors whose people speak for their state: a leader and his state are one party."""
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One testimony on a telling of the deed.

    Attributes:
        event: the telling's id.
        outlet: of the article that has it.
        copy_of: the outlet on whose text that article stands, where it is a copy.
        stance: asserts or denies.
        chain: names from the outlet to the witness.
        witness, code, kind, sectors: of the last of the chain.
        evidence: the sentence that tells it.

    """

    event: str
    outlet: str
    copy_of: str | None
    stance: Literal["asserts", "denies"]
    chain: tuple[str, ...]
    witness: str
    code: str
    kind: str
    sectors: frozenset[str]
    evidence: str


@dataclass(slots=True, kw_only=True)
class Witness:
    """A party that vouches independently: its name, where it is heard, and what was folded into it and why.

    `is_outlet` tells that it vouches in its own voice, by what it prints itself.
    """

    name: str
    evidence: str
    is_outlet: bool = False
    events: list[str] = field(default_factory=list)
    folded: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What stands behind a story: reports, outlets, and independent witnesses for and against it."""

    reports: int
    outlets: tuple[str, ...]
    witnesses_for: tuple[Witness, ...]
    witnesses_against: tuple[Witness, ...]

    @property
    def standing(self) -> str:
        """How the deed stands by all its witnesses together: the same rule as for one article."""
        if self.witnesses_for and self.witnesses_against:
            return "contested"
        if self.witnesses_against:
            return "denied"
        return "reported" if any(witness.is_outlet for witness in self.witnesses_for) else "claimed"


def balance(voices: Iterable[Voice]) -> Balance:
    """Count the witnesses of a story: each chain by its origin, equal origins once."""
    voices = sorted(voices, key=_order)
    sides: Mapping[str, dict[str, Witness]] = {"asserts": {}, "denies": {}}
    for voice in voices:
        key, reason = _origin(voice)
        side = sides[voice.stance]
        name = voice.copy_of if len(voice.chain) == 1 and voice.copy_of else voice.witness
        witness = side.setdefault(key, Witness(name=name, evidence=voice.evidence))
        witness.is_outlet |= len(voice.chain) == 1
        if voice.event not in witness.events:
            witness.events.append(voice.event)
        shown = " › ".join(voice.chain)
        if reason and len(witness.events) + len(witness.folded) > 1:
            witness.folded.setdefault(shown, reason)
    return Balance(
        reports=len({voice.event.partition("#")[0] for voice in voices}),
        outlets=tuple(sorted({voice.outlet for voice in voices})),
        witnesses_for=tuple(sides["asserts"].values()),
        witnesses_against=tuple(sides["denies"].values()),
    )


def _order(voice: Voice) -> tuple[bool, str, int, tuple[str, ...]]:
    return (voice.copy_of is not None, voice.event, len(voice.chain), voice.chain)


def _origin(voice: Voice) -> tuple[str, str]:
    """Who a testimony rests on in the end, as a key, and why it counts with others of that key."""
    if len(voice.chain) == 1:
        if voice.copy_of:
            return f"outlet {voice.copy_of}", f"{voice.outlet} stands on the text of {voice.copy_of}"
        return f"outlet {voice.outlet}", f"{voice.outlet} counts once"
    if voice.kind == "outlet":
        return f"outlet {voice.witness}", f"the same credit: {voice.witness}"
    if voice.witness == UNNAMED:
        return f"unnamed of {voice.outlet}", "nobody is named"
    if voice.code != "---" and (voice.kind == "state" or voice.sectors & STATE):
        return f"state {voice.code}", f"speaks for {voice.code}"
    return f"party {voice.witness}", "the same party"
