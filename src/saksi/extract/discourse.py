"""Parties that a deed's own clause leaves to the reader to know.

`Serangan itu menewaskan 32 orang`: the reader knows from the sentences before who attacks whom. The clause above is
asked first, then what other deeds of the article tell of the same party, then who else is told in the sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from saksi.codebook import frames, plover
from saksi.extract import syntax
from saksi.extract.counterparts import MUTUAL, Counterparts
from saksi.extract.draft import Draft
from saksi.model import Cast, Statement

PARTNERED = frozenset({"CONSULT", "COOPERATE", "AGREE"})
"""Types of which nobody does the mutual kind alone."""
NEAR = 400
"""Characters within which a deed is told again by a word without parties."""
OBJECT_CONTROL = frozenset({"requested", "alleged"})
"""Complements whose doer is whom the verb above addresses: `meminta Iran untuk mundur`."""


class Discourse:
    """What the deeds of one article tell of each other's parties."""

    def __init__(self, cast: Cast, statements: Sequence[Statement]) -> None:
        self.cast = cast
        self.counterparts = Counterparts(cast, statements)

    def complete(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts, with the missing ends of deeds filled where the article tells them."""
        finished: list[Draft] = []
        for index, draft in enumerate(drafts):
            own = self._without_self(self._inherit(draft, finished))
            others = [*reversed(finished), *drafts[index + 1 :]]
            finished.append(self._apart(self._complete(own, others)))
        return finished

    def _inherit(self, draft: Draft, finished: Sequence[Draft]) -> Draft:
        """Parties from the trigger above: whom it addresses does what it asks for, or else whoever promises does it."""
        judged = next((other for other in finished if draft.reason_of and other.trigger == draft.reason_of), None)
        told = draft.actors if draft.trigger.is_noun else syntax.own_subject(draft.trigger.head)
        if judged is not None and judged.recipients and (not told or draft.actors == judged.actors):
            doers = [party for party in draft.actors if party not in judged.actors] or judged.recipients
            others = [party for party in draft.recipients if party not in doers]
            return replace(draft, actors=doers, recipients=others or judged.actors, rule=f"{draft.rule}+reason")
        above = next((other for other in finished if _governs(other, draft)), None)
        if above is None:
            return draft
        heirs = above.recipients if above.trigger.sense.complement in OBJECT_CONTROL else above.actors
        heirs = [party for party in heirs if party not in draft.recipients]
        controlled = above.trigger.sense.complement in OBJECT_CONTROL and not draft.trigger.is_noun
        if heirs and (not draft.actors or (controlled and syntax.own_subject(draft.trigger.head) is None)):
            return replace(draft, actors=heirs, rule=f"{draft.rule}+above")
        return draft

    def _setting(self, draft: Draft) -> Draft:
        """A war of one party in another's land is waged on that land: `perang Rusia di Ukraina`."""
        found = self.counterparts.in_further_slots(
            draft, self.counterparts.codes(draft.actors), slots=("against", "in")
        )
        one_sided = draft.trigger.sense.type == "ASSAULT" and len(self.counterparts.codes(draft.actors)) == 1
        return replace(draft, recipients=found, rule=f"{draft.rule}+setting") if one_sided and found else draft

    def _complete(self, draft: Draft, others: Sequence[Draft]) -> Draft:
        """The draft with its missing end, if its kind of deed has another end."""
        sense = draft.trigger.sense
        if sense.complement == "denied" and any(_governs(draft, other) for other in others):
            return replace(draft, recipients=[])
        if sense.frame in MUTUAL:
            return self._with_partner(self._setting(draft), others) if draft.actors else self._of_like(draft, others)
        if sense.frame == "visit" and draft.actors and not draft.recipients:
            return replace(draft, recipients=self.counterparts.visited(draft, others))
        directed = frames()[sense.frame].recipients and plover().types[sense.type].get("directed")
        return self._with_ends(draft, others) if directed else draft

    def _with_ends(self, draft: Draft, others: Sequence[Draft]) -> Draft:
        """A directed draft with both its ends, as far as the article tells them."""
        if not draft.actors and not draft.recipients:
            again = self._told_again(draft, others)
            if draft.trigger.is_noun or again is not draft:
                return again
            draft = replace(draft, recipients=self.counterparts.state_of_place(draft), rule=f"{draft.rule}+place")
        if draft.actors and not self.counterparts.known(draft.recipients):
            found = self.counterparts.recipients(draft, others)
            return replace(draft, recipients=found, rule=f"{draft.rule}+recipients") if found else draft
        if draft.recipients and not self.counterparts.known(draft.actors) and not _has_strange_subject(draft):
            found = self.counterparts.actors(draft, others) or self.counterparts.power_there(draft)
            return replace(draft, actors=found, rule=f"{draft.rule}+actors") if found else draft
        return draft

    def _with_partner(self, draft: Draft, others: Sequence[Draft]) -> Draft:
        """A mutual deed of one party with its other: the speaker if another tells it, or the partner of a like deed."""
        if len(self.counterparts.codes(draft.actors)) != 1 or draft.trigger.sense.type not in PARTNERED:
            return draft
        partner = self.counterparts.speaker(draft) or self.counterparts.partner(draft, others)
        return replace(draft, actors=[*draft.actors, *partner], rule=f"{draft.rule}+partner") if partner else draft

    def _of_like(self, draft: Draft, others: Sequence[Draft]) -> Draft:
        """A war, a ceasefire, a negotiation without parties is that of the parties told of a like deed."""
        for other in others:
            parties = [*other.actors, *other.recipients]
            if other.trigger.sense.type == draft.trigger.sense.type and len(self.counterparts.codes(parties)) > 1:
                return replace(draft, actors=parties, rule=f"{draft.rule}+like")
        beside = self.counterparts.two_beside(draft)
        return replace(draft, actors=beside, rule=f"{draft.rule}+beside") if beside else draft

    def _told_again(self, draft: Draft, others: Sequence[Draft]) -> Draft:
        """A word without parties tells again the deed that the same word, or a near one, told with both its ends."""
        for other in others:
            same = other.trigger.sense.words == draft.trigger.sense.words
            if other.actors and other.recipients and (same or _tells_near(other, draft)):
                return replace(draft, actors=other.actors, recipients=other.recipients, rule=f"{draft.rule}+again")
        return draft

    def _apart(self, draft: Draft) -> Draft:
        """Nobody is at both ends of a deed."""
        others = [party for party in draft.recipients if party not in draft.actors]
        return draft if others == draft.recipients else replace(draft, recipients=others)

    def _without_self(self, draft: Draft) -> Draft:
        """A state is no recipient of what its own organs do."""
        doers = self.counterparts.codes(draft.actors)
        others = [party for party in draft.recipients if not self._is_state_of(party, doers)]
        return draft if len(others) == len(draft.recipients) else replace(draft, recipients=others)

    def _is_state_of(self, party: str, codes: set[str]) -> bool:
        return self.cast[party].kind == "state" and self.cast[party].code in codes


def _governs(above: Draft, below: Draft) -> bool:
    governor = below.governor
    return governor is not None and governor.trigger.tokens.start == above.trigger.tokens.start


def _tells_near(other: Draft, draft: Draft) -> bool:
    """Whether a deed of the same type is told just before a word that tells only what was suffered, or that goes on."""
    distance = draft.trigger.tokens.start_char - other.trigger.tokens.end_char
    if other.trigger.sense.type != draft.trigger.sense.type or not 0 <= distance <= NEAR:
        return False
    return draft.status == "ongoing" or draft.trigger.voice == "passive" or draft.trigger.sense.frame == "suffer"


def _has_strange_subject(draft: Draft) -> bool:
    """Whether the clause has a doer whom no list knows, so that no known party did it."""
    subject = draft.subject
    return (
        subject is not None
        and draft.trigger.voice == "active"
        and subject.pos_ in ("NOUN", "PROPN")
        and not draft.actors
    )
