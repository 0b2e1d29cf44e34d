"""When a deed was done, as far as the text tells."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from saksi.codebook import plover
from saksi.extract.dating.candidates import Candidate, candidates, on, until
from saksi.extract.dating.features import FEATURES, Ruled, Scene
from saksi.extract.draft import Draft
from saksi.extract.forest import Forest, Matrix
from saksi.extract.times import opens
from saksi.extract.triggers import Trigger
from saksi.languages import Pack
from saksi.model import Span, Statement, Time

FRESH = 3
"""How long before its publication a report's own news may have happened."""
WEIGHTS = Path(__file__).with_name("weights.npz")
LIKELY = 0.15
"""How likely the likeliest time of a deed must be: of the dates given then as many are right as of the rules' own."""
CONTEXT = 4
"""Deeds that a text must tell before their times are weighed; of fewer, the rules alone decide."""


class Calendar:
    """The times of one article, given to its deeds.

    Args:
        doc: the text.
        times: as the text tells them.
        statements: what a quotation tells is dated by times inside it; one outside dates the saying.
        published: the day of publication, where known.
        outlet: the actor id of the article's own voice.
        pack: the language.

    """

    def __init__(
        self,
        doc: Doc,
        times: Sequence[Time],
        statements: Sequence[Statement],
        *,
        published: date | None,
        outlet: str,
        pack: Pack,
    ) -> None:
        self.doc = doc
        self.outlet = outlet
        self.pack = pack
        self.published = published
        self.told = times
        self.times = sorted(
            ((span, time) for time in times for span in time.mentions), key=lambda mention: mention[0].start
        )
        self.statements = statements
        self.news = _news_day(times, published)

    def date_all(self, drafts: Sequence[Draft], witnesses: Sequence[str]) -> list[Time | None]:
        """When each deed was done, as far as the text tells: the likeliest time, of a few deeds what the rules say.

        `witnesses` are the actor ids of who vouches for each.
        """
        if len(drafts) < CONTEXT or self.published is None:
            return [self.when(draft, witness=witness) for draft, witness in zip(drafts, witnesses, strict=True)]
        times, rows = self.weighed(drafts, witnesses)
        odds = forest().probabilities(np.concatenate(rows)).reshape(len(drafts), len(times))
        best = odds.argmax(axis=1)
        return [times[i].time if chance > LIKELY else None for i, chance in zip(best, odds.max(axis=1), strict=True)]

    def weighed(self, drafts: Sequence[Draft], witnesses: Sequence[str]) -> tuple[list[Candidate], list[Matrix]]:
        """The candidate times of an article whose day is known, and for each deed their features, [times, features]."""
        if self.published is None or self.news is None:
            return [], []
        times = candidates(self.doc, self.told, published=self.published, news=self.news, pack=self.pack)
        scene = Scene(self.doc, self.statements, outlet=self.outlet, published=self.published)
        ruled = [
            Ruled(draft, witness=witness, when=self.when(draft, witness=witness), near=self.nearest(draft.trigger))
            for draft, witness in zip(drafts, witnesses, strict=True)
        ]
        return times, scene.rows(ruled, times)

    def when(self, draft: Draft, *, witness: str) -> Time | None:
        """By the rules: the time told nearest to the trigger in its clause.

        A standing deed told since a day lasts until publication.

        What is done in words, is no background and has no time of its own was done on the day of the report's news:
        if the outlet tells it, or if whoever does it says it in the words that are reported.

        Args:
            draft: the deed.
            witness: the actor id of who vouches for it.

        """
        told = self.nearest(draft.trigger)
        if told is not None:
            lasts = self.published and draft.status == "ongoing" and opens(told, pack=self.pack)
            return until(told, self.published) if lasts and self.published else told
        if draft.trigger.is_noun or draft.status != "happened" or draft.background:
            return None
        verbal = plover().types[draft.trigger.sense.type]["quad"].startswith("verbal")
        return self.news if verbal and witness in (self.outlet, *draft.actors) else None

    def nearest(self, trigger: Trigger) -> Time | None:
        """The time told nearest to the trigger in its sentence, on its own side of a quotation mark."""
        here = Span(start=trigger.tokens.start_char, end=trigger.tokens.end_char)
        around = self._scope(trigger)
        near = [(_distance(here, span), span.start, time) for span, time in self.times if span in around]
        return min(near)[2] if near else None

    def _scope(self, trigger: Trigger) -> Span:
        """The sentence, or what of it lies inside the statement that tells the deed."""
        sentence = trigger.tokens.sent
        scope = Span(start=sentence.start_char, end=sentence.end_char)
        for statement in self.statements:
            if trigger.tokens.start_char in statement.content:
                start, end = max(scope.start, statement.content.start), min(scope.end, statement.content.end)
                scope = Span(start=start, end=max(start, end))
        return scope


def _distance(here: Span, there: Span) -> int:
    """Characters between; those before the trigger count twice, since a time follows its deed more often."""
    return there.start - here.end if there.start >= here.end else 2 * (here.start - there.end)


def _news_day(times: Sequence[Time], published: date | None) -> Time | None:
    """The day of the report's own news: the first one told that lies close before publication, else publication's."""
    if published is None:
        return None
    for time in times:
        if time.grain == "day" and 0 <= (published - date.fromisoformat(time.start[:10])).days <= FRESH:
            return time
    return on(published)


@cache
def forest() -> Forest:
    """What was learnt of when deeds were done."""
    return Forest.load(WEIGHTS, "dates", columns=FEATURES)
