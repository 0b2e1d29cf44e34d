"""Who may stand at the other end of a deed, by what the article tells elsewhere."""

from collections.abc import Iterator, Sequence

from saksi.codebook import plover
from saksi.extract import syntax
from saksi.extract.draft import Draft
from saksi.model import Cast, Span, Statement

NOBODY = "---"
MUTUAL = frozenset({"mutual", "deed-among"})
"""Frames of deeds that parties do together."""
FURTHER_SLOTS = ("object", "against", "to", "with", "from", "in")
"""Slots that may hold the other end of a deed when those of its frame are empty."""
HOME_POWERS = frozenset({"COP", "JUD", "LEG"})
"""Sectors whose bodies act at home."""
POWERS_OF_STATE = frozenset({"arrest", "convict"})
"""Modes of deeds that only a state does."""
ANSWERS = frozenset({"REJECT", "CONCEDE"})
ASKS = frozenset({"ACCUSE", "REQUEST", "AGREE", "THREATEN"})
"""Types of which the first answer the others."""
ANSWER_REACH = 6
"""Deeds back that an answer may answer."""


class Counterparts:
    """The parties of one article, asked who of them fits a deed."""

    def __init__(self, cast: Cast, statements: Sequence[Statement]) -> None:
        self.cast = cast
        self.statements = statements

    def visited(self, draft: Draft, others: Sequence[Draft]) -> list[str]:
        """Whom the visitor visits elsewhere in the article."""
        for other in others:
            visits = other.trigger.sense.mode == "visit" and other.recipients
            if visits and self.codes(other.actors) & self.codes(draft.actors):
                return other.recipients
        return []

    def speaker(self, draft: Draft) -> list[str]:
        """Who says it in a quotation, if of another country."""
        here = draft.trigger.tokens.start_char
        for statement in self.statements:
            if statement.direct and statement.speaker and here in statement.content:
                code = self.cast[statement.speaker].code
                return [statement.speaker] if code not in self.codes(draft.actors) | {NOBODY} else []
        return []

    def partner(self, draft: Draft, others: Sequence[Draft]) -> list[str]:
        """With whom the same party does a like deed elsewhere in the article."""
        known = self.codes(draft.actors)
        for other in others:
            like = other.trigger.sense.frame in MUTUAL and other.trigger.sense.type == draft.trigger.sense.type
            if like and known < self.codes(other.actors):
                return [actor for actor in other.actors if self.cast[actor].code not in known]
        return []

    def recipients(self, draft: Draft, others: Sequence[Draft]) -> list[str]:
        """To whom a deed is done whose clause does not tell it."""
        doers = self.codes(draft.actors)
        if found := self.in_further_slots(draft, doers):
            return found
        if draft.recipients:
            return self.state_of_place(draft) or self._own_people(draft)
        if draft.trigger.sense.type in ANSWERS and (asked := self._asked_by(draft, others, doers)):
            return asked
        for other in self._alike(draft, others):
            if self.codes(other.actors) & doers and self.known(other.recipients):
                return other.recipients
        has_object = draft.trigger.sense.frame == "transitive" and bool(syntax.objects(draft.trigger.head))
        return [] if has_object else self._beside(draft, doers, others)

    def _asked_by(self, draft: Draft, others: Sequence[Draft], doers: set[str]) -> list[str]:
        """Whom an answer answers: the last party before it that accused, asked, offered or threatened the answerer."""
        start = draft.trigger.tokens.start
        before = [other for other in others if other.trigger.tokens.start < start][:ANSWER_REACH]
        for other in before:
            asks = other.trigger.sense.type in ASKS and self.codes(other.recipients) & doers
            if asks and self.codes(other.actors) - doers:
                return other.actors
        return []

    def _own_people(self, draft: Draft) -> list[str]:
        """People of whom no country is told are those of the police or court that deals with them."""
        if not any(HOME_POWERS & set(self.cast[actor].sectors[:1]) for actor in draft.actors):
            return []
        states = [self.cast.state(code) for code in sorted(self.codes(draft.actors))]
        return [state.id for state in states if state is not None]

    def power_there(self, draft: Draft) -> list[str]:
        """Arrests and convictions of which nobody is the doer are the deeds of the state where they happen."""
        if draft.trigger.sense.mode not in POWERS_OF_STATE:
            return []
        states = [self.cast.state(code) for code in sorted(self.codes(draft.recipients))]
        return self.state_of_place(draft) or [state.id for state in states if state is not None]

    def in_further_slots(self, draft: Draft, doers: set[str], *, slots: Sequence[str] = FURTHER_SLOTS) -> list[str]:
        """Parties of other countries in the clause's other slots."""
        for slot in slots:
            found = [party for party in draft.slots.get(slot, []) if self.cast[party].code not in doers | {NOBODY}]
            if found:
                return found
        return []

    def actors(self, draft: Draft, others: Sequence[Draft]) -> list[str]:
        """Who does a deed whose clause does not tell it: the doer of a like deed to the same party."""
        sufferers = self.codes(draft.recipients)
        for other in self._alike(draft, others):
            if _same_clause(draft, other) and self.known(other.actors):
                return other.actors
            if self.codes(other.recipients) & sufferers and self.known(other.actors):
                return other.actors
        return []

    def _alike(self, draft: Draft, others: Sequence[Draft]) -> Iterator[Draft]:
        """Other deeds, those of the same type first, then those of the same quad, each in the order of `others`."""
        type_, quad = draft.trigger.sense.type, _quad(draft)
        candidates = [other for other in others if other.trigger.sense.frame not in MUTUAL]
        yield from (other for other in candidates if other.trigger.sense.type == type_)
        yield from (other for other in candidates if _quad(other) == quad)

    def state_of_place(self, draft: Draft) -> list[str]:
        """The state whose place the sentence tells nearest to the trigger: that of victims told by number only."""
        found = [(abs(span.start - draft.trigger.tokens.start_char), state) for span, state in self._places(draft)]
        return [min(found)[1]] if found else []

    def _beside(self, draft: Draft, known: set[str], others: Sequence[Draft]) -> list[str]:
        """The party of another country told nearest in the sentence, behind the trigger rather than before it."""
        here = draft.trigger.tokens.start_char
        tellers = self._tellers(draft) | self._judges(draft, others)
        found = [
            (span.start < here, abs(span.start - here), actor.id)
            for span, actor in self.cast.within(_sentence(draft))
            if actor.kind != "outlet" and actor.code not in known | {NOBODY} and actor.id not in tellers
        ]
        found += [
            (span.start < here, abs(span.start - here), state)
            for span, state in self._places(draft)
            if self.cast[state].code not in known
        ]
        return [min(found)[2]] if found else []

    def two_beside(self, draft: Draft) -> list[str]:
        """The two parties of different countries told nearest in the sentence, where it tells two."""
        here = draft.trigger.tokens.start_char
        near = sorted(
            (abs(span.start - here), actor.id)
            for span, actor in self.cast.within(_sentence(draft))
            if actor.kind != "outlet" and actor.code != NOBODY
        )
        found: dict[str, str] = {}
        for _, actor in near:
            found.setdefault(self.cast[actor].code, actor)
        return list(found.values())[:2] if len(found) > 1 else []

    def _judges(self, draft: Draft, others: Sequence[Draft]) -> set[str | None]:
        """Who in the sentence speaks of the deed: condemns it, demands it, praises it."""
        return {
            actor
            for other in others
            if _quad(other).startswith("verbal") and _sentence(other) == _sentence(draft)
            for actor in other.actors
        }

    def _tellers(self, draft: Draft) -> set[str | None]:
        """Who tells of a deed done to a thing: telling it does not make the thing theirs."""
        if not any(token.pos_ == "NOUN" for token in syntax.objects(draft.trigger.head)):
            return set()
        here = draft.trigger.tokens.start_char
        return {statement.speaker for statement in self.statements if here in statement.content}

    def _places(self, draft: Draft) -> Iterator[tuple[Span, str]]:
        """The places told in the sentence and the states in which they lie."""
        for span, place in self.cast.places_within(_sentence(draft)):
            state = self.cast.state(place.country or "")
            if state is not None:
                yield span, state.id

    def codes(self, actors: Sequence[str]) -> set[str]:
        """The codes of parties, without that of nobody."""
        return {self.cast[actor].code for actor in actors} - {NOBODY}

    def known(self, actors: Sequence[str]) -> bool:
        """Whether any of the parties has a code."""
        return bool(self.codes(actors))


def _same_clause(draft: Draft, other: Draft) -> bool:
    """Whether another deed of the same type is told by a noun of the same sentence: `killed in an Israeli attack`."""
    noun = other.trigger.is_noun and other.trigger.sense.type == draft.trigger.sense.type
    return noun and not draft.trigger.is_noun and _sentence(other) == _sentence(draft)


def _quad(draft: Draft) -> str:
    return str(plover().types[draft.trigger.sense.type]["quad"])


def _sentence(draft: Draft) -> Span:
    sentence = draft.trigger.tokens.sent
    return Span(start=sentence.start_char, end=sentence.end_char)
