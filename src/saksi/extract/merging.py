"""One record per deed: two words of a sentence that tell the same deed are one event."""

from collections.abc import Sequence
from dataclasses import replace

from saksi.extract import syntax
from saksi.extract.draft import Draft


def one_record_each(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that tell again, in the same clause, the deed of another."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((index for index, other in enumerate(kept) if _same_deed(other, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            kept[same] = replace(kept[same], recipients=kept[same].recipients or draft.recipients)
    return kept


def _same_deed(first: Draft, second: Draft) -> bool:
    if first.trigger.sense.type != second.trigger.sense.type:
        return False
    if second.trigger.is_noun:
        return not first.trigger.is_noun and syntax.governing_verb(second.trigger.tokens.root) == first.trigger.head
    if first.trigger.is_noun:
        return _is_subject_of(first, second)
    coordinated = syntax.is_conjunct(second.trigger.head, first.trigger.head)
    same_mode = first.trigger.sense.mode == second.trigger.sense.mode
    return coordinated and same_mode and first.actors == second.actors and _meet(first.recipients, second.recipients)


def _is_subject_of(noun: Draft, verb: Draft) -> bool:
    """Whether the deed noun is the subject of the verb: `serangan Israel menewaskan tiga orang`."""
    if verb.subject is None or verb.trigger.voice == "passive":
        return False
    return verb.subject in noun.trigger.tokens or syntax.governs(verb.subject, noun.trigger.head)


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))
