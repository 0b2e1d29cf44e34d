"""On whose word a deed rests."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract.draft import Draft
from saksi.model import Cast, Event, Span, Statement, Testimony

BACK = 6
"""Events back that a denial may point at."""


class Bench:
    """The witnesses of one article; `claims` are words for what is said of somebody (`tuduhan`, `claim`)."""

    def __init__(self, cast: Cast, statements: Sequence[Statement], claims: frozenset[str]) -> None:
        self.claims = claims
        self.cast = cast
        self.statements = statements

    def testimony(self, trigger: Span, *, alleged: bool, accusers: Sequence[str]) -> list[Testimony]:
        """Who vouches for a deed told at `trigger`: whoever says the innermost statement around it, else the outlet.

        What is told in an accusation rests on the accusers; what is told as alleged, on nobody's word, on `unnamed`.
        """
        told = self._innermost(trigger)
        if told:
            return [
                Testimony(stance="asserts", chain=statement.chain, statement=statement.id, cue=statement.cue)
                for statement in told
            ]
        witnesses = list(accusers) or ([self.cast.unnamed] if alleged else [])
        own_voice = (self.cast.outlet,)
        chains: list[tuple[str, ...]] = [(*own_voice, witness) for witness in witnesses] or [own_voice]
        return [Testimony(stance="asserts", chain=chain) for chain in chains]

    def _innermost(self, trigger: Span) -> list[Statement]:
        """The statements of the smallest content around the trigger: several where several parties say the same."""
        around = [statement for statement in self.statements if trigger.start in statement.content]
        if not around:
            return []
        best = min(around, key=lambda statement: statement.content.end - statement.content.start).content
        return [statement for statement in around if statement.content == best]

    def speakers(self, trigger: Span) -> list[str]:
        """Who says what a word stands in."""
        return [statement.speaker for statement in self._innermost(trigger) if statement.speaker]

    def with_denials(self, events: Sequence[Event], drafts: Sequence[Draft]) -> list[Event]:
        """The events, with the testimony of those who deny them."""
        told = list(events)
        for index, (event, draft) in enumerate(zip(events, drafts, strict=True)):
            if draft.trigger.sense.complement == "denied" and event.type == "REJECT" and event.status != "negated":
                for target in self._denied(index, event, told, drafts):
                    told[index] = self._addressed(told[index], told[target])
                    told[target] = self._deny(told[target], event)
        return told

    def _addressed(self, denial: Event, target: Event) -> Event:
        """The denial, put to those who claim what it denies unless its own clause says to whom."""
        claimants = {testimony.chain[-1] for testimony in target.testimony if len(testimony.chain) > 1}
        others = tuple(sorted(claimants - set(denial.actors) - {self.cast.unnamed}))
        guessed = not denial.recipients or denial.rule.endswith("+recipients")
        return replace(denial, recipients=others) if others and guessed else denial

    def _denied(self, index: int, denial: Event, told: Sequence[Event], drafts: Sequence[Draft]) -> list[int]:
        """What a denial denies: the deeds in its complement, else the main one that was last claimed of the denier."""
        start = drafts[index].trigger.tokens.start
        below = [
            position
            for position, draft in enumerate(drafts)
            if draft.governor is not None and draft.governor.trigger.tokens.start == start
        ]
        if below:
            return below
        deniers = {self.cast[actor].code for actor in denial.actors}
        found = [
            position
            for position in range(index - 1, max(index - 1 - BACK, -1), -1)
            if deniers & {self.cast[actor].code for actor in told[position].actors}
            and any(len(testimony.chain) > 1 for testimony in told[position].testimony)
        ]
        found = found or self._claimed_before(index, denial, told, drafts)
        if not found:
            return []
        sentence = drafts[found[0]].trigger.tokens.sent
        together = [position for position in found if drafts[position].trigger.tokens.sent == sentence]
        return [min(together, key=lambda position: (drafts[position].trigger.is_noun, position))]

    def _claimed_before(self, index: int, denial: Event, told: Sequence[Event], drafts: Sequence[Draft]) -> list[int]:
        """What others claimed in the sentence before, where somebody denies the claim though he did not do it."""
        tokens = drafts[index].trigger.tokens
        before = tokens.sent.start - 1
        if not any(token.norm_ in self.claims for token in tokens.doc[tokens.end : tokens.sent.end]):
            return []
        return [
            position
            for position in range(index - 1, max(index - 1 - BACK, -1), -1)
            if before >= 0
            and before in range(drafts[position].trigger.tokens.sent.start, drafts[position].trigger.tokens.sent.end)
            and told[position].type not in ("ACCUSE", "REJECT")
            and any(
                len(testimony.chain) > 1 and testimony.chain[-1] not in denial.actors
                for testimony in told[position].testimony
            )
        ]

    def _deny(self, event: Event, denial: Event) -> Event:
        """The event with the deniers' testimony; in place of their own assertion, where it was put in their mouth."""
        prefix = denial.testimony[0].chain
        denials = tuple(
            Testimony(stance="denies", chain=(*prefix, actor) if actor not in prefix else prefix, cue=denial.trigger)
            for actor in denial.actors
        )
        kept = tuple(testimony for testimony in event.testimony if testimony.chain[-1] not in denial.actors)
        if _told_in_denial(event, denial):
            kept = tuple(testimony for testimony in kept if len(testimony.chain) > 1)
        return replace(event, testimony=kept + denials)


def _told_in_denial(event: Event, denial: Event) -> bool:
    """Whether the deed is told only in the denial's own complement, so that nobody asserts it."""
    return denial.trigger.end <= event.trigger.start


def witnesses(testimonies: Sequence[Sequence[Testimony]]) -> list[str]:
    """Who vouches first for each deed, as actor ids."""
    return [heard[0].chain[-1] for heard in testimonies]
