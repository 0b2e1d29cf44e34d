"""What is known of a party and a deed, as numbers: the columns from which it is learnt who acts and who undergoes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from saksi.codebook import CODES_WITHOUT_STATE, frames, plover
from saksi.extract import syntax
from saksi.extract.draft import Draft
from saksi.extract.roles.candidates import NOBODY, Candidate, shares
from saksi.extract.roles.forest import Matrix
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


@cache
def _types() -> tuple[str, ...]:
    return tuple(plover().types)


class Scene:
    """One article's parties and deeds, from which features are read."""

    def __init__(self, doc: Doc, cast: Cast, statements: Sequence[Statement]) -> None:
        self.doc = doc
        self.cast = cast
        self.statements = statements
        self.sentence = syntax.sentence_numbers(doc)
        self.home = cast[cast.outlet].code

    def rows(self, parties: Sequence[Candidate], plain: Sequence[Draft], filled: Sequence[Draft]) -> dict[int, Matrix]:
        """For each deed (by its place in the list) the features of all candidates, [candidates, features].

        `plain` are the deeds as their clauses tell them, `filled` the same with what the article adds.
        """
        spots = [self._spots(party) for party in parties]
        told = shares(Counter({party.ids[0]: len(party.spans) for party in parties}))
        known = [self._party(party, told) for party in parties]
        pasts = _Pasts(self.cast, filled)
        found = {}
        for number, (draft, full) in enumerate(zip(plain, filled, strict=True)):
            deed, past = self._deed(full, len(parties)), pasts.of(number)
            rows = []
            for party, own, tokens in zip(parties, known, spots, strict=True):
                numbers = {
                    **deed,
                    **own,
                    **self._clause(party, draft, full),
                    **self._distance(tokens, party, full),
                    **past.numbers(party),
                }
                rows.append([numbers[name] for name in OWN])
            found[number] = _with_ranks(np.array(rows, dtype=np.float32).reshape(len(parties), len(OWN)))
        return found

    def _spots(self, party: Candidate) -> list[Token]:
        """The head word of each mention."""
        return [token for span, _ in party.spans if (token := self._token(span)) is not None]

    def _token(self, span: Span) -> Token | None:
        words = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return words.root if words is not None else None

    def _deed(self, draft: Draft, parties: int) -> Numbers:
        """What the deed is, whoever does it."""
        sense = draft.trigger.sense
        frame = frames()[sense.frame]
        here = draft.trigger.tokens.start_char
        numbers = {
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
        }
        numbers |= {f"type_{name}": sense.type == name for name in _types()}
        numbers |= {f"frame_{name}": sense.frame == name for name in frames()}
        numbers |= {f"status_{name}": draft.status == name for name in STATUSES}
        return {name: float(value) for name, value in numbers.items()}

    def _party(self, party: Candidate, told: Mapping[str, float]) -> Numbers:
        """Who the party is, whatever it does."""
        actors = [self.cast[identifier] for identifier in party.ids]
        sectors = {sector for actor in actors for sector in actor.sectors}
        first = self._token(party.spans[0][0]) if party.spans else None
        share = told.get(party.ids[0], 0.0)
        numbers = {
            "nobody": party.code == NOBODY,
            "no_state": party.code in CODES_WITHOUT_STATE,
            "home": party.code == self.home,
            "share": share,
            "rank": sum(other > share for other in told.values()),
            "first_sentence": self.sentence[first.i] if first is not None else FAR_SENTENCES,
            "members": len(party.ids),
        }
        numbers |= {f"kind_{kind}": any(actor.kind == kind for actor in actors) for kind in KINDS}
        numbers |= {f"sector_{sector}": sector in sectors for sector in SECTORS}
        return {name: float(value) for name, value in numbers.items()}

    def _clause(self, party: Candidate, plain: Draft, full: Draft) -> Numbers:
        """What the rules say of the party."""
        ids = set(party.ids)
        here = plain.trigger.tokens.start_char
        around = [statement for statement in self.statements if here in statement.content]
        numbers = {
            "plain_actor": not ids.isdisjoint(plain.actors),
            "plain_recipient": not ids.isdisjoint(plain.recipients),
            "full_actor": not ids.isdisjoint(full.actors),
            "full_recipient": not ids.isdisjoint(full.recipients),
            "says_it": any(statement.speaker in ids for statement in around),
            "relays_it": any(not ids.isdisjoint(statement.chain) for statement in around),
        }
        numbers |= {f"slot_{slot}": not ids.isdisjoint(plain.slots.get(slot, ())) for slot in SLOTS}
        return {name: float(value) for name, value in numbers.items()}

    def _distance(self, tokens: Sequence[Token], party: Candidate, draft: Draft) -> Numbers:
        """How the party's mentions stand to the words that name the deed."""
        trigger = draft.trigger.tokens
        number = self.sentence[trigger.start]
        here = [token for token in tokens if self.sentence[token.i] == number]
        before = [trigger.start - token.i for token in here if token.i < trigger.start]
        after = [token.i - trigger.end + 1 for token in here if token.i >= trigger.end]
        back = [number - self.sentence[token.i] for token in tokens if self.sentence[token.i] < number]
        ahead = [self.sentence[token.i] - number for token in tokens if self.sentence[token.i] > number]
        paths = [(_path(draft.trigger.head, token), token) for token in here]
        length, nearest = min(paths, key=_length, default=(LONG_PATH, None))
        sentence = trigger.sent
        around = Span(start=sentence.start_char, end=sentence.end_char)
        places = [span for span in party.places if span in around]
        last = [token for token in tokens if self.sentence[token.i] == number - 1]
        numbers = {
            "words_before": min([FAR, *before]),
            "words_after": min([FAR, *after]),
            "here": len(here),
            "sentences_back": min([FAR_SENTENCES, *back]),
            "sentences_ahead": min([FAR_SENTENCES, *ahead]),
            "inside": any(trigger.start <= token.i < trigger.end for token in here),
            "path": length,
            "subject_here": any(syntax.is_subject(token) for token in here),
            "subject_before": any(syntax.is_subject(token) for token in last),
            "below": any(syntax.governs(draft.trigger.head, token) for token in here),
            "place_before": any(span.start < trigger.start_char for span in places),
            "place_after": any(span.start >= trigger.end_char for span in places),
            "places": len(party.places),
        }
        relation = nearest.dep_.partition(":")[0] if nearest is not None else ""
        numbers |= {f"relation_{name}": relation == name for name in RELATIONS}
        return {name: float(value) for name, value in numbers.items()}


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
        return _Past(own=own, others=others, like=[deed for deed in others if deed[0] == own[0]])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """A deed, the others of its article, and those of them that are of its type."""

    own: "Deed"
    others: Sequence["Deed"]
    like: Sequence["Deed"]

    def numbers(self, party: Candidate) -> Numbers:
        """Shares of the other deeds in which the party acts and undergoes, and how it stands to this deed's others."""
        key = party.code if party.code != NOBODY else party.ids[0]
        _, actors, recipients = self.own
        return {
            "acts": _share(self.others, 1, key),
            "undergoes": _share(self.others, 2, key),
            "acts_like": _share(self.like, 1, key),
            "undergoes_like": _share(self.like, 2, key),
            "like": float(len(self.like)),
            "by_these_actors": float(sum(key in deed[2] and bool(actors & deed[1]) for deed in self.others)),
            "by_these_actors_like": float(sum(key in deed[2] and bool(actors & deed[1]) for deed in self.like)),
            "on_these_recipients": float(sum(key in deed[1] and bool(recipients & deed[2]) for deed in self.others)),
            "on_these_recipients_like": float(sum(key in deed[1] and bool(recipients & deed[2]) for deed in self.like)),
        }


Deed = tuple[str, frozenset[str], frozenset[str]]


def _keys(cast: Cast, ids: Sequence[str]) -> frozenset[str]:
    return frozenset(cast[actor].code if cast[actor].code != NOBODY else actor for actor in ids)


def _share(deeds: Sequence[Deed], end: int, key: str) -> float:
    return sum(key in deed[end] for deed in deeds) / len(deeds) if deeds else 0.0


def _length(path: tuple[int, Token]) -> int:
    return path[0]


def _path(one: Token, other: Token) -> int:
    """Steps between two words in the parse."""
    above = {token.i: steps for steps, token in enumerate([one, *one.ancestors])}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in above:
            return min(LONG_PATH, steps + above[token.i])
    return LONG_PATH


OWN: tuple[str, ...] = (
    *("noun", "passive", "two_sided", "together", "takes_deed", "governed", "quoted", "no_actor", "no_recipient"),
    *("actors", "recipients", "parties", "lead"),
    *(f"type_{name}" for name in _types()),
    *(f"frame_{name}" for name in frames()),
    *(f"status_{name}" for name in STATUSES),
    *("nobody", "no_state", "home", "share", "rank", "first_sentence", "members"),
    *(f"kind_{kind}" for kind in KINDS),
    *(f"sector_{sector}" for sector in SECTORS),
    *("plain_actor", "plain_recipient", "full_actor", "full_recipient", "says_it", "relays_it"),
    *(f"slot_{slot}" for slot in SLOTS),
    *("words_before", "words_after", "here", "sentences_back", "sentences_ahead", "inside", "path"),
    *("subject_here", "subject_before", "below", "place_before", "place_after", "places"),
    *(f"relation_{name}" for name in RELATIONS),
    *("acts", "undergoes", "acts_like", "undergoes_like", "like"),
    *("by_these_actors", "by_these_actors_like", "on_these_recipients", "on_these_recipients_like"),
)
"""What is known of one candidate by itself."""

RANKED = (("words_before", 1), ("words_after", 1), ("path", 1), ("sentences_back", 1), ("share", -1), ("acts_like", -1))
"""Columns by which candidates are also ranked among each other, and which way: the smallest or the largest first."""

FEATURES: tuple[str, ...] = (*OWN, *(f"rank_{name}" for name, _ in RANKED))
"""The columns, in the order of the trained forests."""


def _with_ranks(rows: Matrix) -> Matrix:
    """The rows and for each how many other candidates come before it, [candidates, features]."""
    ranks = []
    for name, way in RANKED:
        values = way * rows[:, OWN.index(name)]
        ranks.append((values[None, :] < values[:, None]).sum(axis=1))
    return np.concatenate([rows, np.array(ranks, dtype=np.float32).T.reshape(len(rows), len(RANKED))], axis=1)
