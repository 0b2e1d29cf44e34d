"""All that one article says."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksi.model.article import Article
from saksi.model.event import Event
from saksi.model.party import Actor
from saksi.model.setting import Interval, Place, Time
from saksi.model.statement import Statement

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


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

    def time_of(self, event: Event) -> Time | Interval | None:
        """When an event was: a time that the text names, or days alone."""
        if isinstance(event.when, str):
            return next(time for time in self.times if time.id == event.when)
        return event.when

    def to_spacy(self, nlp: "Language | None" = None) -> "Doc":
        """The text as a spaCy Doc: `doc.spans["triggers"]`, `"actors"`, ..., `doc._.events`, `doc._.reading`.

        `nlp` makes it; where none is given, the tokenizer of the language alone.

        Example:
            >>> doc = saksi.read("Rusia memuji Korea Utara.", language="id").to_spacy()
            >>> [(span.text, span.label_) for span in doc.spans["triggers"]]
            [('memuji', 'SUPPORT')]

        """
        from saksi.model.spans import to_doc  # noqa: PLC0415 (needs this class)

        return to_doc(self, nlp)

    def _repr_html_(self) -> str:
        """As notebooks show it: the text with its evidence marked, the events as a table."""
        from saksi.model.notebook import html  # noqa: PLC0415 (needs this class)

        return html(self)


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
