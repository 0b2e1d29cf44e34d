"""Choosing the parties of each deed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from saksi.extract.draft import Draft
from saksi.extract.forest import Forest, Matrix
from saksi.extract.roles.candidates import Candidate, candidates
from saksi.extract.roles.features import FEATURES, Scene
from saksi.model import Cast, Statement

WEIGHTS = Path(__file__).with_name("weights.npz")
BEHIND = 2
"""How much farther a mention behind the deed counts than one before it."""
LIKELY, LIKELY_BY_RULE, LIKELY_BESIDE = 0.5, 0.4, 0.6
"""How likely a party must be at an end of a deed; one whom the rules have there; one beside others whom they have."""
CONTEXT = 4
"""Deeds that a text must tell before they are weighed against each other; of fewer, the rules alone decide."""


class Casting:
    """Casts one article's deeds."""

    def __init__(self, doc: Doc, cast: Cast, statements: Sequence[Statement]) -> None:
        self.cast = cast
        self.scene = Scene(doc, cast, statements)

    def cast_all(self, plain: Sequence[Draft], filled: Sequence[Draft]) -> list[Draft]:
        """The deeds with the likeliest parties at both ends.

        `plain` are the deeds as their clauses tell them, `filled` the same with what the article adds.
        """
        if len(filled) < CONTEXT:
            return list(filled)
        parties = candidates(self.cast, _used(filled))
        rows = np.concatenate(self.scene.rows(parties, plain, filled))
        each = (len(filled), len(parties))
        acts, undergoes = (forest.probabilities(rows).reshape(each) for forest in forests())
        return [self._recast(draft, parties, acts[i], undergoes[i]) for i, draft in enumerate(filled)]

    def _recast(self, draft: Draft, parties: Sequence[Candidate], acts: Matrix, undergoes: Matrix) -> Draft:
        doers = self._chosen(draft, draft.actors, parties, acts)
        sufferers = self._chosen(draft, draft.recipients, parties, undergoes, apart=doers)
        nobody = not doers and not sufferers  # then the rules are believed: somebody does it, or suffers it
        if nobody or (doers, sufferers) == (draft.actors, draft.recipients):
            return draft
        return replace(draft, actors=doers, recipients=sufferers, rule=f"{draft.rule}+weighed")

    def _chosen(
        self,
        draft: Draft,
        ruled: Sequence[str],
        parties: Sequence[Candidate],
        odds: Matrix,
        *,
        apart: Sequence[str] = (),
    ) -> list[str]:
        """The ids at one end: of each likely candidate those that the rules have there, else the one told nearest.

        Nobody of `apart`, who are at the other end: what a state's police does to its citizens it does to others.
        """
        found: list[str] = []
        for party, probability in zip(parties, odds, strict=True):
            own = [identifier for identifier in ruled if identifier in party.ids and identifier not in apart]
            if probability > (LIKELY_BY_RULE if own else LIKELY_BESIDE if ruled else LIKELY):
                found += own or self._nearest(draft, party, apart)
        return [*(identifier for identifier in ruled if identifier in found), *(i for i in found if i not in ruled)]

    def _nearest(self, draft: Draft, party: Candidate, apart: Sequence[str]) -> list[str]:
        """Who of a candidate is told nearest to the deed, before it rather than behind."""
        here = draft.trigger.tokens.start_char
        near = [
            (here - span.start if span.start <= here else BEHIND * (span.start - here), identifier)
            for span, identifier in party.spans
            if identifier not in apart
        ]
        others = [identifier for identifier in party.ids if identifier not in apart]
        return [min(near)[1]] if near else others[:1]


@cache
def forests() -> tuple[Forest, Forest]:
    """What was learnt of who acts, and of who undergoes."""
    actors, recipients = (Forest.load(WEIGHTS, end, columns=FEATURES) for end in ("actors", "recipients"))
    return actors, recipients


def _used(drafts: Iterable[Draft]) -> set[str]:
    return {party for draft in drafts for party in (*draft.actors, *draft.recipients)}
