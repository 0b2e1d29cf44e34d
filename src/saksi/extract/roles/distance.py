"""How the mentions of a party stand to the words that name a deed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from saksi.extract import syntax
from saksi.extract.roles.candidates import Candidate
from saksi.model import Span

FAR = 60
"""Words, beyond which distance tells no more."""
FAR_SENTENCES = 6
LONG_PATH = 8
"""Steps in the parse, beyond which it tells no more."""
RELATIONS = ("nsubj", "obj", "obl", "nmod", "appos", "conj", "flat")

DISTANCE: tuple[str, ...] = (
    *("words_before", "words_after", "here", "sentences_back", "sentences_ahead", "inside", "path"),
    *("subject_here", "subject_before", "below", "place_before", "place_after", "places"),
    *(f"relation_{name}" for name in RELATIONS),
)
"""The columns of `distance`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The head word of a mention: where it stands, and what in the parse, with its `ancestors` from itself on."""

    index: int
    sentence: int
    is_subject: bool
    relation: str
    ancestors: Sequence[int]

    @classmethod
    def of(cls, token: Token, sentence: int) -> "Spot":
        """A word of a sentence."""
        return cls(
            index=token.i,
            sentence=sentence,
            is_subject=syntax.is_subject(token),
            relation=token.dep_.partition(":")[0],
            ancestors=[token.i, *(above.i for above in token.ancestors)],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where a deed is told: its words, their head and the steps to all above it, their sentence's number and span."""

    start: int
    end: int
    span: Span
    head: int
    above: Mapping[int, int]
    sentence: int
    around: Span

    def steps(self, spot: Spot) -> int:
        """Steps in the parse from the deed to a mention."""
        for steps, index in enumerate(spot.ancestors):
            if index in self.above:
                return min(LONG_PATH, steps + self.above[index])
        return LONG_PATH


class Spots:
    """The mentions of one party: by sentence, and the sentences of which it is a subject."""

    __slots__ = ("by_sentence", "sentences", "subjects")

    def __init__(self, spots: Sequence["Spot"]) -> None:
        self.by_sentence: dict[int, list[Spot]] = {}
        for spot in spots:
            self.by_sentence.setdefault(spot.sentence, []).append(spot)
        self.sentences = sorted(self.by_sentence)
        self.subjects = {spot.sentence for spot in spots if spot.is_subject}

    def around(self, sentence: int) -> tuple[int, int]:
        """How many sentences before and behind one the party is told next."""
        place = bisect_left(self.sentences, sentence)
        after = place + (sentence in self.by_sentence)
        behind = sentence - self.sentences[place - 1] if place else FAR_SENTENCES
        ahead = self.sentences[after] - sentence if after < len(self.sentences) else FAR_SENTENCES
        return behind, ahead


class _Beside(NamedTuple):
    """How the mentions of a party in a deed's own sentence stand to the words that name the deed, as in `DISTANCE`."""

    before: float = FAR
    after: float = FAR
    mentions: float = 0
    inside: bool = False
    path: float = LONG_PATH
    subject: bool = False
    below: bool = False
    relations: Sequence[bool] = (False,) * len(RELATIONS)

    @classmethod
    def of(cls, spots: Sequence["Spot"], deed: "Here") -> "_Beside":
        """The same of mentions that there are."""
        start, end = deed.start, deed.end
        nearest = min(spots, key=deed.steps)
        return cls(
            before=min([FAR, *(start - spot.index for spot in spots if spot.index < start)]),
            after=min([FAR, *(spot.index - end + 1 for spot in spots if spot.index >= end)]),
            mentions=len(spots),
            inside=any(start <= spot.index < end for spot in spots),
            path=deed.steps(nearest),
            subject=any(spot.is_subject for spot in spots),
            below=any(deed.head in spot.ancestors[1:] for spot in spots),
            relations=[nearest.relation == name for name in RELATIONS],
        )


_NOT_BESIDE = _Beside()
"""What holds of a party that the sentence does not tell."""


def distance(spots: "Spots", party: Candidate, deed: "Here") -> list[float]:
    """How the party's mentions stand to the words that name the deed, in the order of `DISTANCE`."""
    here = spots.by_sentence.get(deed.sentence)
    beside = _Beside.of(here, deed) if here else _NOT_BESIDE
    behind, ahead = spots.around(deed.sentence)
    places = [span for span in party.places if span in deed.around] if party.places else []
    return [
        beside.before,
        beside.after,
        beside.mentions,
        min(FAR_SENTENCES, behind),
        min(FAR_SENTENCES, ahead),
        beside.inside,
        beside.path,
        beside.subject,
        deed.sentence - 1 in spots.subjects,
        beside.below,
        any(span.start < deed.span.start for span in places),
        any(span.start >= deed.span.end for span in places),
        len(party.places),
        *beside.relations,
    ]
