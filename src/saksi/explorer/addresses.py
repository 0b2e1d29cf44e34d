"""Every address of the explorer, once for its page and its data: what is asked, who answers, how it looks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from saksi.explorer import pages, questions, shapes
from saksi.explorer.record_shape import Record

Answer = Callable[..., dict[str, Any]]
"""Answers from a store what an address asks: a question, or the name at the end of the path."""


@dataclass(frozen=True, slots=True)
class Address:
    """A page, and the same as data.

    Attributes:
        path: of the page; that of the data is the same below `/api/v1`, but for the start.
        template: the page's, without suffix.
        summary: what it gives, for the API's document.
        page: what the page shows.
        asks: the question that the address holds; None where the path ends with a name.
        shape: of the data.
        data: what the API gives, where that is not what the page shows.

    """

    path: str
    template: str
    summary: str
    page: Answer
    asks: type[questions.Asked] | None
    shape: type[shapes.Shape]
    data: Answer | None = None


ADDRESSES = (
    Address("/", "start", "What is new, contested, most told", pages.start, questions.Period, shapes.Start),
    Address("/events", "events", "Events", pages.events, questions.Events, shapes.Events),
    Address("/stories", "stories", "Stories", pages.stories, questions.Stories, shapes.Stories),
    Address("/stories/{name}", "story", "A story with both its sides", pages.story, None, shapes.Story),
    Address("/articles", "articles", "Articles", pages.articles, questions.Articles, shapes.Articles),
    Address("/articles/{name:path}", "article", "An article's record", pages.article, None, Record, pages.record),
    Address("/actors", "actors", "Parties", pages.actors, questions.Actors, shapes.Actors),
    Address("/actors/{name:path}", "actor", "A party: deeds, partners, witnesses", pages.actor, None, shapes.Actor),
    Address("/pairs", "pair", "Two parties by week, in both directions", pages.pair, questions.Pair, shapes.Pair),
    Address("/map", "map", "Places of deeds", pages.world, questions.Deeds, shapes.World),
    Address("/network", "network", "Relations between parties", pages.network, questions.Deeds, shapes.Network),
    Address("/sources", "sources", "Outlets, and on whom they rest", pages.sources, questions.Period, shapes.Sources),
)
