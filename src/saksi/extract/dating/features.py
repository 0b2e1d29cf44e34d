"""What is known of a deed and a time, as numbers: the columns from which it is learnt when deeds were done."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from saksi.codebook import plover
from saksi.extract import syntax
from saksi.extract.dating.candidates import Candidate, Days, days
from saksi.extract.draft import Draft
from saksi.extract.forest import Matrix
from saksi.extract.words import sentence_numbers
from saksi.model import Statement, Time

FAR = 60
"""Words, beyond which distance tells no more."""
FAR_SENTENCES = 8
MANY = 20
LONG_AGO = 4000
"""Days, beyond which no difference is made."""
STATUSES = ("happened", "ongoing", "planned", "requested", "hypothetical", "negated")
GRAINS = ("year", "quarter", "month", "week", "day", "part-of-day")
FORMS = ("Fin", "Inf", "Part", "Ger")

Numbers = dict[str, float]


class Ruled:
    """What the rules have of one deed, beside which its other times are weighed.

    Attributes:
        draft: the deed.
        witness: the actor id of who vouches for it.
        when: the time that the rules give it.
        near: the time told nearest in its clause.

    """

    __slots__ = ("draft", "near", "when", "witness")

    def __init__(self, draft: Draft, *, witness: str, when: Time | None, near: Time | None) -> None:
        self.draft = draft
        self.witness = witness
        self.when = when
        self.near = near


class Scene:
    """One article's deeds and times, from which features are read."""

    def __init__(self, doc: Doc, statements: Sequence[Statement], *, outlet: str, published: date) -> None:
        self.statements = statements
        self.outlet = outlet
        self.published = published.isoformat()
        self.sentence = sentence_numbers(doc)

    def rows(self, deeds: Sequence[Ruled], times: Sequence[Candidate]) -> list[Matrix]:
        """For each deed the features of all times, [times, features]."""
        told = np.array([_values(self._time(time), TIME) for time in times], dtype=np.float32)
        starts = [deed.draft.trigger.tokens.start for deed in deeds]
        found = []
        for number, deed in enumerate(deeds):
            own = np.array([_values(self._deed(deed), DEED)] * len(times), dtype=np.float32)
            others = _Others(deeds, number)
            both = [_values(self._both(deed, time, others, starts), BOTH) for time in times]
            found.append(np.concatenate([own, told, _with_rank(np.array(both, dtype=np.float32))], axis=1))
        return found

    def _deed(self, deed: Ruled) -> Numbers:
        """What the deed is, whenever it was."""
        draft, trigger = deed.draft, deed.draft.trigger
        here = trigger.tokens.start_char
        around = [statement for statement in self.statements if here in statement.content]
        morph = trigger.head.morph
        return {
            **dict.fromkeys(DEED, 0.0),
            "noun": trigger.is_noun,
            "background": draft.background,
            "clause": trigger.tokens.root.dep_ in syntax.CLAUSES,
            "object": trigger.tokens.root.dep_ in syntax.OBJECT,
            "subject": syntax.is_subject(trigger.tokens.root),
            "past": "Past" in morph.get("Tense", []),
            "present": "Pres" in morph.get("Tense", []),
            "said": bool(around),
            "quoted": any(statement.direct for statement in around),
            "by_outlet": deed.witness == self.outlet,
            "by_doer": deed.witness in draft.actors,
            "sentence": min(self.sentence[trigger.tokens.start], MANY),
            "verbal": plover().types[trigger.sense.type]["quad"].startswith("verbal"),
            "alleged": draft.alleged,
            "governed": draft.governor is not None,
            "undated": deed.when is None,
            f"type_{trigger.sense.type}": True,
            f"status_{draft.status}": True,
            **{f"form_{form}": True for form in morph.get("VerbForm", [])},
        }

    def _time(self, candidate: Candidate) -> Numbers:
        """What the time is, whatever happened then."""
        start, end = candidate.days
        first = min((self.sentence[words.start] for words in candidate.mentions), default=MANY)
        return {
            "news": candidate.is_news,
            "published": start == end == self.published,
            "untold": not candidate.mentions,
            "mentions": len(candidate.mentions),
            "order": min(candidate.order, MANY),
            "told_in": min(first, MANY),
            "grain": GRAINS.index(candidate.time.grain),
            "future": start > self.published,
            "over": end < self.published,
            "now": start <= self.published <= end,
            "ago": _between(end, self.published),
            "length": _between(start, end),
            "opening": candidate.is_opening,
            "until_now": candidate.until_now,
        }

    def _both(self, deed: Ruled, candidate: Candidate, others: "_Others", starts: Sequence[int]) -> Numbers:
        """How the time stands to the deed: of its mentions the one told nearest."""
        trigger = deed.draft.trigger
        numbers: Numbers = {
            "ruled": deed.when is not None and days(deed.when) == candidate.days,
            "near": deed.near is not None and bool(candidate.time.id) and deed.near.id == candidate.time.id,
            **others.dated(candidate.days),
            **AWAY,
        }
        if candidate.mentions:
            number = self.sentence[trigger.tokens.start]
            words = min(candidate.mentions, key=lambda words: self._distance(trigger.tokens, words))
            numbers["sentences"] = max(-FAR_SENTENCES, min(FAR_SENTENCES, number - self.sentence[words.start]))
            if self.sentence[words.start] == number:
                numbers |= _in_sentence(trigger.tokens, trigger.head, words, starts)
        return numbers

    def _distance(self, trigger: Words, words: Words) -> tuple[int, int]:
        apart = abs(self.sentence[trigger.start] - self.sentence[words.start])
        return apart, words.start - trigger.end if words.start >= trigger.end else 2 * (trigger.start - words.end)


def _in_sentence(trigger: Words, head: Token, words: Words, starts: Sequence[int]) -> Numbers:
    """How a mention of a time stands to a deed of its sentence."""
    between = trigger.doc[min(words.end, trigger.end) : max(words.start, trigger.start)]
    return {
        "before": trigger.start - words.end if words.end <= trigger.start else FAR,
        "after": words.start - trigger.end if words.start >= trigger.end else FAR,
        "inside": words.start < trigger.end and words.end > trigger.start,
        "below": syntax.governs(head, words.root),
        "of_deed": words.root.head in (head, trigger.root),
        "commas": sum(token.text == "," for token in between),
        "verbs": sum(token.pos_ == "VERB" for token in between),
        "deeds": sum(between.start <= start < between.end for start in starts),
    }


class _Others:
    """When the rules have the other deeds of the article that are of one deed's type."""

    def __init__(self, deeds: Sequence[Ruled], number: int) -> None:
        self.own = deeds[number].draft
        self.like = [
            (days(deed.when), deed.draft)
            for place, deed in enumerate(deeds)
            if place != number and deed.when and deed.draft.trigger.sense.type == self.own.trigger.sense.type
        ]

    def dated(self, interval: Days) -> Mapping[str, float]:
        """How many of them fall on an interval, and whether one has the same word, doer or recipient."""
        then = [draft for when, draft in self.like if when == interval]
        if not then:
            return NONE_LIKE
        return {
            "like": len(then),
            "like_word": any(draft.trigger.sense.words == self.own.trigger.sense.words for draft in then),
            "like_actor": any(not set(self.own.actors).isdisjoint(draft.actors) for draft in then),
            "like_recipient": any(not set(self.own.recipients).isdisjoint(draft.recipients) for draft in then),
        }


@cache
def _between(one: str, other: str) -> int:
    """Days from one to another, as far as they make a difference."""
    apart = (date.fromisoformat(other) - date.fromisoformat(one)).days
    return max(-LONG_AGO, min(LONG_AGO, apart))


def _values(numbers: Mapping[str, float], names: Sequence[str]) -> list[float]:
    return [numbers[name] for name in names]


def _with_rank(rows: Matrix) -> Matrix:
    """The rows and for each how many times of the sentence are told nearer, [times, features]."""
    nearest = np.minimum(2 * rows[:, BOTH.index("before")], rows[:, BOTH.index("after")])
    rank = (nearest[None, :] < nearest[:, None]).sum(axis=1).astype(np.float32)
    return np.concatenate([rows, rank[:, None]], axis=1)


AWAY: Mapping[str, float] = {
    "sentences": FAR_SENTENCES,
    "before": FAR,
    "after": FAR,
    "inside": 0,
    "below": 0,
    "of_deed": 0,
    "commas": MANY,
    "verbs": MANY,
    "deeds": MANY,
}
"""How a time stands to a deed that is told in another sentence, or nowhere."""

NONE_LIKE: Mapping[str, float] = {"like": 0, "like_word": 0, "like_actor": 0, "like_recipient": 0}
"""What holds of a day on which no other deed of the type was done."""

DEED: tuple[str, ...] = (
    *("noun", "background", "clause", "object", "subject", "past", "present", "said", "quoted", "by_outlet", "by_doer"),
    *("sentence", "verbal", "alleged", "governed", "undated"),
    *(f"type_{name}" for name in plover().sixteen),
    *(f"status_{name}" for name in STATUSES),
    *(f"form_{name}" for name in FORMS),
)
TIME: tuple[str, ...] = (
    *("news", "published", "untold", "mentions", "order", "told_in", "grain", "future", "over", "now", "ago", "length"),
    *("opening", "until_now"),
)
BOTH: tuple[str, ...] = ("ruled", "near", "like", "like_word", "like_actor", "like_recipient", *AWAY)

FEATURES: tuple[str, ...] = (*DEED, *TIME, *BOTH, "rank")
"""The columns, in the order of the trained forest."""
