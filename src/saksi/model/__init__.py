"""The nouns of Saksi: frozen values that hold no algorithm."""

from saksi.model.article import Article
from saksi.model.cast import Cast, Link
from saksi.model.deed import Deed, deed_of, with_deed
from saksi.model.event import Event, Stance, Standing, Status, Testimony
from saksi.model.mention import Mention, Role
from saksi.model.party import Actor, Kind
from saksi.model.reading import Reading, Skipped
from saksi.model.reason import Reason
from saksi.model.setting import Grain, Interval, Place, Time
from saksi.model.span import Span
from saksi.model.statement import Statement

__all__ = [
    "Actor",
    "Article",
    "Cast",
    "Deed",
    "Event",
    "Grain",
    "Interval",
    "Kind",
    "Link",
    "Mention",
    "Place",
    "Reading",
    "Reason",
    "Role",
    "Skipped",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "Testimony",
    "Time",
    "deed_of",
    "with_deed",
]
