"""All that one article says."""

from dataclasses import dataclass

from saksi.model.article import Article
from saksi.model.event import Event
from saksi.model.party import Actor
from saksi.model.setting import Place, Time
from saksi.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one article says.

    Attributes:
        article: the text and what is known of its publication.
        outlet: the actor id of the article's own voice.
        dateline: the place id of its dateline, where it has one.
        actors, places, times, statements, events: what was read; inside a reading they refer to each other by id.

    """

    article: Article
    outlet: str
    dateline: str | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that gave no reading: where it stands, and why."""

    source: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        """One line for a terminal or a log: `file:line: reason`."""
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.reason}"
