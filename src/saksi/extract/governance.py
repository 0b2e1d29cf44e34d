"""What one trigger does to another in its clause: a demand makes the demanded deed `requested`, a denial denies it."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.extract import syntax
from saksi.extract.triggers import Trigger
from saksi.languages import Pack

JUDGEMENTS = frozenset({"SUPPORT", "ACCUSE", "SANCTION", "COERCE"})
"""Types of deeds that answer what somebody did."""
NEAR = 4
"""Words between a trigger and a deed in its object noun."""
FAR = 12
"""Words between a trigger and a deed in its complement clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """The trigger above a deed, and whether the deed has a clause, with a subject, of its own."""

    trigger: Trigger
    own_clause: bool


def governor_of(trigger: Trigger, triggers: Sequence[Trigger], *, pack: Pack) -> Governor | None:
    """The nearest trigger before `trigger` in its sentence whose complement it stands in, if one does."""
    start, sentence = trigger.tokens.start, trigger.sentence
    for above in reversed(triggers):
        if above.sentence < sentence:
            break
        if above.tokens.start >= start or above.tokens.start < sentence:
            continue
        if above.sense.complement and _reaches(above, trigger, pack):
            return Governor(trigger=above, own_clause=_own_clause(above, trigger, pack))
    return None


def reason_of(trigger: Trigger, triggers: Sequence[Trigger], *, pack: Pack) -> Trigger | None:
    """The praise, blame or punishment in the same sentence whose reason a deed is: `memuji Iran karena membantu`."""
    openers = frozenset(pack.table("pack")["clauses"]["reason"])
    for above in reversed(triggers):
        if above.sentence < trigger.sentence:
            break
        if above.sense.type not in JUDGEMENTS or above.tokens.end >= trigger.tokens.start:
            continue
        between = trigger.tokens.doc[above.tokens.end : trigger.tokens.start]
        return above if any(token.lower_ in openers for token in between[-NEAR:]) else None
    return None


def _reaches(above: Trigger, below: Trigger, pack: Pack) -> bool:
    doc, distance = below.tokens.doc, below.tokens.start - above.tokens.end
    between = doc[above.tokens.end : below.tokens.start]
    if any(token.text in ".;:!?" or token.is_space for token in between):
        return False
    if any(token.is_quote for token in between) and below.is_noun:
        return False
    asides = frozenset(pack.table("pack")["clauses"]["aside"])
    if any(token.lower_ in asides for token in between):
        return False
    if below.is_noun and distance <= NEAR:
        return not any(token.pos_ == "VERB" or token.text == "," for token in between)
    rules = pack.table("pack")["clauses"]
    openers = frozenset(rules["complement"]) | frozenset(rules["purpose"])
    if distance <= FAR and any(token.lower_ in openers for token in between):
        return not any(token.text == "," for token in between) or syntax.governs(above.head, below.head)
    return (
        distance <= FAR and syntax.governs(above.head, below.head) and not any(token.text == "," for token in between)
    )


def _own_clause(above: Trigger, below: Trigger, pack: Pack) -> bool:
    """Whether a finite clause opens between the two, with a subject that is not the governor's."""
    between = below.tokens.doc[above.tokens.end : below.tokens.start]
    complement = frozenset(pack.table("pack")["clauses"]["complement"])
    return any(token.lower_ in complement for token in between) or syntax.own_subject(below.head) is not None
