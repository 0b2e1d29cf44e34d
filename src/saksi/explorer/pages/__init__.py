"""What each page shows, asked of the store; the API gives the same.

`overview` has the start and the sources, `events`, `stories`, `articles` and `actors` the pages of those nouns,
`pictures` the map and the network.
"""

from saksi.explorer.pages.actors import actor, pair
from saksi.explorer.pages.articles import article, record
from saksi.explorer.pages.events import MOST, all_events, events
from saksi.explorer.pages.overview import sources, start
from saksi.explorer.pages.pictures import network, world
from saksi.explorer.pages.stories import stories, story

__all__ = [
    "MOST",
    "actor",
    "all_events",
    "article",
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
