"""When a deed was done, as far as the text tells."""

from collections.abc import Sequence
from datetime import date, timedelta

from saksi.codebook import plover
from saksi.extract.draft import Draft
from saksi.extract.times import opens
from saksi.extract.triggers import Trigger
from saksi.languages import Pack
from saksi.model import Span, Statement, Time

FRESH = timedelta(days=3)
"""How long before its publication a report's own news may have happened."""


class Calendar:
    """The times of one article, given to its deeds.

    Args:
        times: as the text tells them.
        statements: what a quotation tells is dated by times inside it; one outside dates the saying.
        published: the day of publication, where known.
        outlet: the actor id of the article's own voice.
        pack: the language.

    """

    def __init__(
        self,
        times: Sequence[Time],
        statements: Sequence[Statement],
        *,
        published: date | None,
        outlet: str,
        pack: Pack,
    ) -> None:
        self.outlet = outlet
        self.pack = pack
        self.published = published
        self.times = sorted(
            ((span, time) for time in times for span in time.mentions), key=lambda mention: mention[0].start
        )
        self.statements = statements
        self.news = _news_day(times, published)

    def when(self, draft: Draft, *, witness: str) -> Time | None:
        """The time told nearest to the trigger in its clause; a standing deed told since a day lasts until publication.

        What is done in words, is no background and has no time of its own was done on the day of the report's news:
        if the outlet tells it, or if whoever does it says it in the words that are reported.

        Args:
            draft: the deed.
            witness: the actor id of who vouches for it.

        """
        told = self.told(draft.trigger)
        if told is not None:
            return self._until_now(told) if draft.status == "ongoing" and opens(told, pack=self.pack) else told
        if draft.trigger.is_noun or draft.status != "happened" or draft.background:
            return None
        verbal = plover().types[draft.trigger.sense.type]["quad"].startswith("verbal")
        return self.news if verbal and witness in (self.outlet, *draft.actors) else None

    def _until_now(self, time: Time) -> Time:
        """From the start of a time to the day of publication."""
        if self.published is None or time.start[:10] > self.published.isoformat():
            return time
        return Time(id="", text=time.text, start=time.start, end=self.published.isoformat(), grain=time.grain)

    def told(self, trigger: Trigger) -> Time | None:
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
        if time.grain == "day" and published - FRESH <= date.fromisoformat(time.start[:10]) <= published:
            return time
    day = published.isoformat()
    return Time(id="", text="", start=day, end=day, grain="day")
