"""What each page shows, asked of the store; the API gives the same.

`overview` has the start and the sources, `pictures` the map and the network; the others have the pages of their noun.
"""

from saksi.explorer.pages.actor_pages import actor, actors, pair
from saksi.explorer.pages.article_pages import article, articles, record
from saksi.explorer.pages.event_pages import MOST, all_events, events
from saksi.explorer.pages.overview import sources, start
from saksi.explorer.pages.pictures import network, world
from saksi.explorer.pages.story_pages import stories, story

__all__ = [
    "MOST",
    "actor",
    "actors",
    "all_events",
    "article",
    "articles",
    "events",
    "network",
    "pair",
    "record",
    "sources",
    "start",
    "stories",
    "story",
    "world",
]
