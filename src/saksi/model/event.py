"""What was done, how it stands, and on whose word."""

from dataclasses import dataclass
from typing import Literal

from saksi.model.setting import Interval
from saksi.model.span import Span

Status = Literal["happened", "ongoing", "planned", "requested", "hypothetical", "negated"]
Stance = Literal["asserts", "denies"]
Standing = Literal["reported", "claimed", "contested", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One chain's stance on one event; the last of the chain is the witness.

    Attributes:
        stance: whether the witness vouches for the deed or against it.
        chain: actor ids from the article's outlet to the witness.
        statement: the id of the statement that carries it, where one does.
        cue: the words that attribute.

    """

    stance: Stance
    chain: tuple[str, ...]
    statement: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A deed told in an article.

    Attributes:
        id: `e1`, `e2`, ... inside its article.
        type, mode, contexts: PLOVER's.
        trigger: the word or words that name the deed.
        actors, recipients: actor ids.
        status: how the deed stands in the world, as told.
        when: a time's id; an interval, where the deed has a day that no words of the text name; None without a clue.
        where: a place's id, or None.
        testimony: who vouches for it or against it.
        rule: the rule or component that gave it.

    """

    id: str
    type: str
    trigger: Span
    status: Status
    testimony: tuple[Testimony, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: str | Interval | None = None
    where: str | None = None
    rule: str = ""

    def standing(self, outlet: str | None) -> Standing:
        """What follows from the testimony: never guessed, never stored apart from it.

        `outlet` is the actor id of the article's own voice.
        """
        stances = {testimony.stance for testimony in self.testimony}
        if stances == {"denies"}:
            return "denied"
        if "denies" in stances:
            return "contested"
        own_voice = any(testimony.chain == (outlet,) for testimony in self.testimony)
        return "reported" if own_voice else "claimed"
