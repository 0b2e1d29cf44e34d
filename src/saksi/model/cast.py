"""The parties and places of one article, looked up by where the text names them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from saksi.model.party import Actor
from saksi.model.setting import Place
from saksi.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words of the text, the id of the actor whom they mean, and the rule by which they do."""

    span: Span
    actor: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The parties of one article.

    Attributes:
        actors: all of them, each with its mentions; two mentions overlap only where one word stands for both parties.
        places: where things happen; a place's country is a state among the actors.
        outlet: the actor id of the article's own voice.
        unnamed: the actor id that stands for a witness whom the text does not name.
        links: the mentions in the order in which they were understood.

    """

    actors: tuple[Actor, ...]
    outlet: str
    unnamed: str
    places: tuple[Place, ...] = ()
    links: tuple[Link, ...] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _mentions: list[tuple[Span, Actor]] = field(init=False, repr=False, compare=False)
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        mentions = sorted(
            ((span, actor) for actor in self.actors for span in actor.mentions), key=lambda mention: mention[0]
        )
        object.__setattr__(self, "_mentions", mentions)
        object.__setattr__(self, "_starts", [span.start for span, _ in mentions])
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})

    def __getitem__(self, actor_id: str) -> Actor:
        """The actor of that id."""
        return self._by_id[actor_id]

    def within(self, span: Span) -> Iterator[tuple[Span, Actor]]:
        """The mentions that lie wholly inside `span`, in the order of the text."""
        first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return (mention for mention in self._mentions[first:last] if mention[0] in span)

    def state(self, code: str) -> Actor | None:
        """The state with that code, if the article tells it."""
        return next((actor for actor in self.actors if actor.kind == "state" and actor.code == code), None)

    def places_within(self, span: Span) -> Iterator[tuple[Span, Place]]:
        """The mentions of places that lie wholly inside `span`."""
        return ((mention, place) for place in self.places for mention in place.mentions if mention in span)

    def at(self, offset: int) -> tuple[Span, Actor] | None:
        """The mention that covers the character at `offset`, if one does."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset in self._mentions[index][0]:
            return self._mentions[index]
        return None
