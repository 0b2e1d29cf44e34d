"""What is known of a party and a deed, as numbers: the columns from which it is learnt who acts and who undergoes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from saksi.codebook import CODES_WITHOUT_STATE, frames, plover
from saksi.extract import syntax
from saksi.extract.draft import Draft
from saksi.extract.forest import Matrix
from saksi.extract.roles.candidates import NOBODY, Candidate, shares
from saksi.extract.words import sentence_numbers
from saksi.model import Cast, Span, Statement

FAR = 60
"""Words, beyond which distance tells no more."""
FAR_SENTENCES = 6
LONG_PATH = 8
"""Steps in the parse, beyond which it tells no more."""
SLOTS = ("subject", "object", "indirect", "by", "possessor", "against", "to", "with", "between", "from", "in", "of")
SECTORS = ("GOV", "MIL", "COP", "JUD", "LEG", "REB", "CVL", "BUS", "PTY", "OPP", "CRM", "JRN")
KINDS = ("state", "person", "organisation", "group")
STATUSES = ("happened", "ongoing", "planned", "requested", "hypothetical", "negated")
RELATIONS = ("nsubj", "obj", "obl", "nmod", "appos", "conj", "flat")

Numbers = dict[str, float]


class Scene:
    """One article's parties and deeds, from which features are read."""

    def __init__(self, doc: Doc, cast: Cast, statements: Sequence[Statement]) -> None:
        self.doc = doc
        self.cast = cast
        self.statements = statements
        self.sentence = sentence_numbers(doc)
        self.home = cast[cast.outlet].code

    def rows(self, parties: Sequence[Candidate], plain: Sequence[Draft], filled: Sequence[Draft]) -> list[Matrix]:
        """For each deed the features of all candidates, [candidates, features].

        `plain` are the deeds as their clauses tell them, `filled` the same with what the article adds.
        """
        spots = [self._spots(party) for party in parties]
        told = shares(Counter({party.ids[0]: len(party.spans) for party in parties}))
        known = np.array([_values(self._party(party, told), PARTY) for party in parties], dtype=np.float32)
        known = known.reshape(len(parties), len(PARTY))
        pasts = _Pasts(self.cast, filled)
        found = []
        for number, (draft, full) in enumerate(zip(plain, filled, strict=True)):
            here, past, clause = self._here(full), pasts.of(number), self._clause(draft, full)
            both = [
                _marked(party, clause) + _distance(mentions, party, here) + past.numbers(party)
                for party, mentions in zip(parties, spots, strict=True)
            ]
            rows = np.empty((len(parties), len(FEATURES)), dtype=np.float32)
            first, second, third = np.cumsum([len(DEED), len(PARTY), len(BOTH)])
            rows[:, :first] = _values(self._deed(full, len(parties)), DEED)
            rows[:, first:second] = known
            rows[:, second:third] = np.array(both, dtype=np.float32).reshape(-1, len(BOTH))
            rows[:, third:] = _ranks(rows)
            found.append(rows)
        return found

    def _spots(self, party: Candidate) -> "_Spots":
        """The head words of the party's mentions."""
        words = (self._token(span) for span, _ in party.spans)
        return _Spots([_Spot.of(token, self.sentence[token.i]) for token in words if token is not None])

    def _here(self, draft: Draft) -> "_Here":
        """Where a deed is told."""
        trigger = draft.trigger.tokens
        return _Here(
            start=trigger.start,
            end=trigger.end,
            span=draft.trigger.span,
            head=draft.trigger.head.i,
            above={token.i: steps for steps, token in enumerate([draft.trigger.head, *draft.trigger.head.ancestors])},
            sentence=self.sentence[trigger.start],
            around=Span(start=trigger.sent.start_char, end=trigger.sent.end_char),
        )

    def _token(self, span: Span) -> Token | None:
        words = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return words.root if words is not None else None

    def _deed(self, draft: Draft, parties: int) -> Numbers:
        """What the deed is, whoever does it."""
        sense = draft.trigger.sense
        frame = frames()[sense.frame]
        here = draft.trigger.tokens.start_char
        return {
            **dict.fromkeys(DEED, 0.0),
            "noun": draft.trigger.is_noun,
            "passive": draft.trigger.voice == "passive" or syntax.is_passive(draft.trigger.head),
            "two_sided": bool(frame.recipients),
            "together": frame.all,
            "takes_deed": bool(sense.complement),
            "governed": draft.governor is not None,
            "quoted": any(statement.direct and here in statement.content for statement in self.statements),
            "no_actor": not draft.actors,
            "no_recipient": not draft.recipients,
            "actors": len(draft.actors),
            "recipients": len(draft.recipients),
            "parties": parties,
            "lead": self.sentence[draft.trigger.tokens.start] == 0,
            f"type_{sense.type}": True,
            f"frame_{sense.frame}": True,
            f"status_{draft.status}": True,
        }

    def _party(self, party: Candidate, told: Mapping[str, float]) -> Numbers:
        """Who the party is, whatever it does."""
        actors = [self.cast[identifier] for identifier in party.ids]
        sectors = {sector for actor in actors for sector in actor.sectors}
        first = self._token(party.spans[0][0]) if party.spans else None
        share = told.get(party.ids[0], 0.0)
        return {
            "nobody": party.code == NOBODY,
            "no_state": party.code in CODES_WITHOUT_STATE,
            "home": party.code == self.home,
            "share": share,
            "rank": sum(other > share for other in told.values()),
            "first_sentence": self.sentence[first.i] if first is not None else FAR_SENTENCES,
            "members": len(party.ids),
            **{f"kind_{kind}": any(actor.kind == kind for actor in actors) for kind in KINDS},
            **{f"sector_{sector}": sector in sectors for sector in SECTORS},
        }

    def _clause(self, plain: Draft, full: Draft) -> Mapping[str, list[int]]:
        """What the rules say of whom: for each id of an actor the columns of `CLAUSE` that hold for it."""
        here = plain.trigger.tokens.start_char
        around = [statement for statement in self.statements if here in statement.content]
        said = {
            "plain_actor": plain.actors,
            "plain_recipient": plain.recipients,
            "full_actor": full.actors,
            "full_recipient": full.recipients,
            "says_it": [statement.speaker for statement in around if statement.speaker],
            "relays_it": [link for statement in around for link in statement.chain],
        }
        said |= {f"slot_{slot}": plain.slots.get(slot, []) for slot in SLOTS}
        columns: dict[str, list[int]] = {}
        for column, name in enumerate(CLAUSE):
            for identifier in said[name]:
                columns.setdefault(identifier, []).append(column)
        return columns


def _marked(party: Candidate, clause: Mapping[str, list[int]]) -> list[float]:
    """What the rules say of the party, in the order of `CLAUSE`."""
    row = [0.0] * len(CLAUSE)
    for identifier in party.ids:
        for column in clause.get(identifier, ()):
            row[column] = 1.0
    return row


class _Beside(NamedTuple):
    """How the mentions of a party in a deed's own sentence stand to the words that name the deed, as in `DISTANCE`."""

    before: float = FAR
    after: float = FAR
    mentions: float = 0
    inside: bool = False
    path: float = LONG_PATH
    subject: bool = False
    below: bool = False
    relations: Sequence[bool] = (False,) * len(RELATIONS)

    @classmethod
    def of(cls, spots: Sequence["_Spot"], deed: "_Here") -> "_Beside":
        """The same of mentions that there are."""
        start, end = deed.start, deed.end
        nearest = min(spots, key=deed.steps)
        return cls(
            before=min([FAR, *(start - spot.index for spot in spots if spot.index < start)]),
            after=min([FAR, *(spot.index - end + 1 for spot in spots if spot.index >= end)]),
            mentions=len(spots),
            inside=any(start <= spot.index < end for spot in spots),
            path=deed.steps(nearest),
            subject=any(spot.is_subject for spot in spots),
            below=any(deed.head in spot.ancestors[1:] for spot in spots),
            relations=[nearest.relation == name for name in RELATIONS],
        )


NOT_BESIDE = _Beside()
"""What holds of a party that the sentence does not tell."""


def _distance(spots: "_Spots", party: Candidate, deed: "_Here") -> list[float]:
    """How the party's mentions stand to the words that name the deed, in the order of `DISTANCE`."""
    here = spots.by_sentence.get(deed.sentence)
    beside = _Beside.of(here, deed) if here else NOT_BESIDE
    behind, ahead = spots.around(deed.sentence)
    places = [span for span in party.places if span in deed.around] if party.places else []
    return [
        beside.before,
        beside.after,
        beside.mentions,
        min(FAR_SENTENCES, behind),
        min(FAR_SENTENCES, ahead),
        beside.inside,
        beside.path,
        beside.subject,
        deed.sentence - 1 in spots.subjects,
        beside.below,
        any(span.start < deed.span.start for span in places),
        any(span.start >= deed.span.end for span in places),
        len(party.places),
        *beside.relations,
    ]


class _Spots:
    """The mentions of one party: by sentence, and the sentences of which it is a subject."""

    __slots__ = ("by_sentence", "sentences", "subjects")

    def __init__(self, spots: Sequence["_Spot"]) -> None:
        self.by_sentence: dict[int, list[_Spot]] = {}
        for spot in spots:
            self.by_sentence.setdefault(spot.sentence, []).append(spot)
        self.sentences = sorted(self.by_sentence)
        self.subjects = {spot.sentence for spot in spots if spot.is_subject}

    def around(self, sentence: int) -> tuple[int, int]:
        """How many sentences before and behind one the party is told next."""
        place = bisect_left(self.sentences, sentence)
        after = place + (sentence in self.by_sentence)
        behind = sentence - self.sentences[place - 1] if place else FAR_SENTENCES
        ahead = self.sentences[after] - sentence if after < len(self.sentences) else FAR_SENTENCES
        return behind, ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """The head word of a mention: where it stands, and what in the parse, with its `ancestors` from itself on."""

    index: int
    sentence: int
    is_subject: bool
    relation: str
    ancestors: Sequence[int]

    @classmethod
    def of(cls, token: Token, sentence: int) -> "_Spot":
        """A word of a sentence."""
        return cls(
            index=token.i,
            sentence=sentence,
            is_subject=syntax.is_subject(token),
            relation=token.dep_.partition(":")[0],
            ancestors=[token.i, *(above.i for above in token.ancestors)],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """Where a deed is told: its words, their head and the steps to all above it, their sentence's number and span."""

    start: int
    end: int
    span: Span
    head: int
    above: Mapping[int, int]
    sentence: int
    around: Span

    def steps(self, spot: _Spot) -> int:
        """Steps in the parse from the deed to a mention."""
        for steps, index in enumerate(spot.ancestors):
            if index in self.above:
                return min(LONG_PATH, steps + self.above[index])
        return LONG_PATH


class _Pasts:
    """What the other deeds of the article tell of its parties, as the rules have them."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft]) -> None:
        self.deeds = [
            (draft.trigger.sense.type, _keys(cast, draft.actors), _keys(cast, draft.recipients)) for draft in drafts
        ]

    def of(self, number: int) -> "_Past":
        """The deeds beside one of them."""
        own = self.deeds[number]
        others = [deed for place, deed in enumerate(self.deeds) if place != number]
        return _Past(_Counts(own, others), _Counts(own, [deed for deed in others if deed[0] == own[0]]))


class _Counts:
    """In how many of some deeds each party acts, and undergoes: in all, and with the other side of one's `own`."""

    __slots__ = ("acts", "acts_on_these", "deeds", "undergoes", "undergoes_by_these")

    def __init__(self, own: "Deed", deeds: Sequence["Deed"]) -> None:
        _, actors, recipients = own
        self.deeds = len(deeds)
        self.acts = Counter(key for deed in deeds for key in deed[1])
        self.undergoes = Counter(key for deed in deeds for key in deed[2])
        self.undergoes_by_these = Counter(key for deed in deeds if actors & deed[1] for key in deed[2])
        self.acts_on_these = Counter(key for deed in deeds if recipients & deed[2] for key in deed[1])


@dataclass(frozen=True, slots=True)
class _Past:
    """The other deeds of the article, and those of them that are of one deed's type."""

    others: _Counts
    like: _Counts

    def numbers(self, party: Candidate) -> list[float]:
        """Shares of the other deeds in which the party acts and undergoes, and how it stands to this deed's others.

        In the order of `PAST`.
        """
        key = party.code if party.code != NOBODY else party.ids[0]
        others, like = self.others, self.like
        return [
            others.acts.get(key, 0) / max(1, others.deeds),
            others.undergoes.get(key, 0) / max(1, others.deeds),
            like.acts.get(key, 0) / max(1, like.deeds),
            like.undergoes.get(key, 0) / max(1, like.deeds),
            like.deeds,
            others.undergoes_by_these.get(key, 0),
            like.undergoes_by_these.get(key, 0),
            others.acts_on_these.get(key, 0),
            like.acts_on_these.get(key, 0),
        ]


Deed = tuple[str, frozenset[str], frozenset[str]]


def _keys(cast: Cast, ids: Sequence[str]) -> frozenset[str]:
    return frozenset(cast[actor].code if cast[actor].code != NOBODY else actor for actor in ids)


def _values(numbers: Mapping[str, float], names: Sequence[str]) -> list[float]:
    return [numbers[name] for name in names]


DEED: tuple[str, ...] = (
    *("noun", "passive", "two_sided", "together", "takes_deed", "governed", "quoted", "no_actor", "no_recipient"),
    *("actors", "recipients", "parties", "lead"),
    *(f"type_{name}" for name in plover().sixteen),
    *(f"frame_{name}" for name in frames()),
    *(f"status_{name}" for name in STATUSES),
)
PARTY: tuple[str, ...] = (
    *("nobody", "no_state", "home", "share", "rank", "first_sentence", "members"),
    *(f"kind_{kind}" for kind in KINDS),
    *(f"sector_{sector}" for sector in SECTORS),
)
CLAUSE: tuple[str, ...] = (
    *("plain_actor", "plain_recipient", "full_actor", "full_recipient", "says_it", "relays_it"),
    *(f"slot_{slot}" for slot in SLOTS),
)
DISTANCE: tuple[str, ...] = (
    *("words_before", "words_after", "here", "sentences_back", "sentences_ahead", "inside", "path"),
    *("subject_here", "subject_before", "below", "place_before", "place_after", "places"),
    *(f"relation_{name}" for name in RELATIONS),
)
PAST: tuple[str, ...] = (
    *("acts", "undergoes", "acts_like", "undergoes_like", "like"),
    *("by_these_actors", "by_these_actors_like", "on_these_recipients", "on_these_recipients_like"),
)
BOTH: tuple[str, ...] = (*CLAUSE, *DISTANCE, *PAST)
OWN = (*DEED, *PARTY, *BOTH)
"""What is known of one candidate by itself."""

RANKED = (("words_before", 1), ("words_after", 1), ("path", 1), ("sentences_back", 1), ("share", -1), ("acts_like", -1))
"""Columns by which candidates are also ranked among each other, and which way: the smallest or the largest first."""

FEATURES: tuple[str, ...] = (*OWN, *(f"rank_{name}" for name, _ in RANKED))
"""The columns, in the order of the trained forests."""


RANKED_COLUMNS = [OWN.index(name) for name, _ in RANKED]
RANKED_WAYS = np.array([way for _, way in RANKED], dtype=np.float32)


def _ranks(rows: Matrix) -> NDArray[np.int64]:
    """For each column of `RANKED` how many other candidates come before each, [candidates, ranked]."""
    values = rows[:, RANKED_COLUMNS] * RANKED_WAYS
    return np.asarray((values[None, :] < values[:, None]).sum(axis=1))
