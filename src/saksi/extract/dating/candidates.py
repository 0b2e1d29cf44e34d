"""The intervals that a deed of an article may be given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from saksi.extract.times import opens
from saksi.languages import Pack
from saksi.model import Time

Days = tuple[str, str]
"""First and last day, ISO 8601."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Candidate:
    """A time told in the article, one that lasts from it until publication, or the day of the report itself.

    Attributes:
        time: what a deed gets that takes it; without an id where the text does not tell it.
        mentions: where the text tells it.
        order: its place among the article's times.
        until_now: whether it lasts from a time told until publication.
        is_opening: whether the text has it as a beginning (`sejak`, `since`).
        is_news: whether it is the day of the report's own news.

    """

    time: Time
    mentions: tuple[Words, ...] = ()
    order: int = 0
    until_now: bool = False
    is_opening: bool = False
    is_news: bool = False

    @property
    def days(self) -> Days:
        """First and last day."""
        return days(self.time)


def days(time: Time) -> Days:
    """First and last day of a time."""
    return time.start[:10], time.end[:10]


def until(time: Time, published: date) -> Time:
    """From the start of a time to the day of publication, if it starts before that."""
    if time.start[:10] > published.isoformat():
        return time
    return Time(id="", text=time.text, start=time.start, end=published.isoformat(), grain=time.grain)


def on(day: date) -> Time:
    """A day that the text does not tell."""
    return Time(id="", text="", start=day.isoformat(), end=day.isoformat(), grain="day")


def candidates(doc: Doc, times: Sequence[Time], *, published: date, news: Time, pack: Pack) -> list[Candidate]:
    """The candidates of one article, each interval once."""
    found: dict[Days, Candidate] = {}
    for candidate in _told(doc, times, published=published, news=news, pack=pack):
        found.setdefault(candidate.days, candidate)
    for time in (news, on(published)):
        found.setdefault(days(time), Candidate(time=time, order=len(times), is_news=days(time) == days(news)))
    return list(found.values())


def _told(doc: Doc, times: Sequence[Time], *, published: date, news: Time, pack: Pack) -> Iterator[Candidate]:
    for order, time in enumerate(times):
        words = [doc.char_span(span.start, span.end, alignment_mode="expand") for span in time.mentions]
        mentions = tuple(word for word in words if word is not None)
        opening = opens(time, pack=pack)
        is_news = days(time) == days(news)
        yield Candidate(time=time, mentions=mentions, order=order, is_opening=opening, is_news=is_news)
        if opening and time.start[:10] <= published.isoformat():
            lasting = until(time, published)
            yield Candidate(time=lasting, mentions=mentions, order=order, until_now=True, is_opening=True)
