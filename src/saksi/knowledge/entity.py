"""One known party."""

from dataclasses import dataclass

from saksi.knowledge.term import Term
from saksi.model import Kind

GOVERNMENT, PARTY = ("GOV",), ("PTY",)
"""Sectors of those who govern, and of politicians who do not yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A party of which facts are known. Facts that are not known or do not apply are empty strings.

    Attributes:
        key: unique over all tables; the key of a state is its code.
        name: the canonical English name.
        code: who it counts as: ISO 3166-1 alpha-3, KOS, or a code without state (UNO, EUR, IGO, NGO, MNC, IMG, `---`).
        sectors: PLOVER sector codes, primary first.
        parent: the key of the body of which it is a part.
        terms: a person's terms of office, in the order of the table.
        domain: the web domain of an outlet.
        medium: what an outlet is: agency, newspaper, broadcaster, online, or state (run by a state, in whatever form).
        capital: the capital of a state, in English.
        leader: the office whose holder leads a state: `head_of_state` or `head_of_government`.
        latitude: of the capital, decimal degrees, north positive.
        longitude: of the capital, decimal degrees, east positive.

    """

    key: str
    name: str
    kind: Kind
    code: str
    sectors: tuple[str, ...]
    parent: str = ""
    terms: tuple[Term, ...] = ()
    domain: str = ""
    medium: str = ""
    capital: str = ""
    leader: str = ""
    latitude: float | None = None
    longitude: float | None = None

    def standing(self, day: str) -> tuple[str, tuple[str, ...]]:
        """Code and sectors on a day (an ISO date; nothing if unknown).

        In office, a person counts as whose office it is. Of a government somebody is from the first known office on,
        for former ministers are told as such; before it, of a party.
        """
        dated = [term for term in self.terms if term.since]
        if not day or not dated:
            return self.code, self.sectors
        held = [term.code for term in dated if term.holds(day)]
        ahead = self.sectors[:1] == GOVERNMENT and all(term.since > day for term in dated)
        return self.code if self.code in held or not held else held[0], PARTY if ahead else self.sectors
