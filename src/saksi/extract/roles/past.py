"""What the other deeds of an article tell of its parties."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from saksi.extract.draft import Draft
from saksi.extract.roles.candidates import NOBODY, Candidate
from saksi.model import Cast

PAST: tuple[str, ...] = (
    *("acts", "undergoes", "acts_like", "undergoes_like", "like"),
    *("by_these_actors", "by_these_actors_like", "on_these_recipients", "on_these_recipients_like"),
)
"""The columns of `Past.numbers`."""
Deed = tuple[str, frozenset[str], frozenset[str]]
"""Its type, who acts, and who undergoes."""


class Pasts:
    """What the other deeds of the article tell of its parties, as the rules have them."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft]) -> None:
        self.deeds = [
            (draft.trigger.sense.type, _keys(cast, draft.actors), _keys(cast, draft.recipients)) for draft in drafts
        ]

    def of(self, number: int) -> "Past":
        """The deeds beside one of them."""
        own = self.deeds[number]
        others = [deed for place, deed in enumerate(self.deeds) if place != number]
        return Past(_Counts(own, others), _Counts(own, [deed for deed in others if deed[0] == own[0]]))


class _Counts:
    """In how many of some deeds each party acts, and undergoes: in all, and with the other side of one's `own`."""

    __slots__ = ("acts", "acts_on_these", "deeds", "undergoes", "undergoes_by_these")

    def __init__(self, own: Deed, deeds: Sequence[Deed]) -> None:
        _, actors, recipients = own
        self.deeds = len(deeds)
        self.acts = Counter(key for deed in deeds for key in deed[1])
        self.undergoes = Counter(key for deed in deeds for key in deed[2])
        self.undergoes_by_these = Counter(key for deed in deeds if actors & deed[1] for key in deed[2])
        self.acts_on_these = Counter(key for deed in deeds if recipients & deed[2] for key in deed[1])


@dataclass(frozen=True, slots=True)
class Past:
    """The other deeds of the article, and those of them that are of one deed's type."""

    others: _Counts
    like: _Counts

    def numbers(self, party: Candidate) -> list[float]:
        """Shares of the other deeds in which the party acts and undergoes, and how it stands to this deed's others.

        In the order of `PAST`.
        """
        key = party.code if party.code != NOBODY else party.ids[0]
        others, like = self.others, self.like
        return [
            others.acts.get(key, 0) / max(1, others.deeds),
            others.undergoes.get(key, 0) / max(1, others.deeds),
            like.acts.get(key, 0) / max(1, like.deeds),
            like.undergoes.get(key, 0) / max(1, like.deeds),
            like.deeds,
            others.undergoes_by_these.get(key, 0),
            like.undergoes_by_these.get(key, 0),
            others.acts_on_these.get(key, 0),
            like.acts_on_these.get(key, 0),
        ]


def _keys(cast: Cast, ids: Sequence[str]) -> frozenset[str]:
    return frozenset(cast[actor].code if cast[actor].code != NOBODY else actor for actor in ids)
