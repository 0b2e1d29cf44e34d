"""What is known of a party and a deed, as numbers: the columns from which it is learnt who acts and who undergoes."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from saksi.codebook import CODES_WITHOUT_STATE, frames, plover
from saksi.extract import syntax
from saksi.extract.draft import Draft
from saksi.extract.forest import Matrix
from saksi.extract.roles.candidates import NOBODY, Candidate, shares
from saksi.extract.roles.distance import DISTANCE, FAR_SENTENCES, Here, Spot, Spots, distance
from saksi.extract.roles.past import PAST, Pasts
from saksi.extract.words import sentence_numbers
from saksi.model import Cast, Span, Statement

SLOTS = ("subject", "object", "indirect", "by", "possessor", "against", "to", "with", "between", "from", "in", "of")
SECTORS = ("GOV", "MIL", "COP", "JUD", "LEG", "REB", "CVL", "BUS", "PTY", "OPP", "CRM", "JRN")
KINDS = ("state", "person", "organisation", "group")
STATUSES = ("happened", "ongoing", "planned", "requested", "hypothetical", "negated")

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
        pasts = Pasts(self.cast, filled)
        found = []
        for number, (draft, full) in enumerate(zip(plain, filled, strict=True)):
            here, past, clause = self._here(full), pasts.of(number), self._clause(draft, full)
            both = [
                _marked(party, clause) + distance(mentions, party, here) + past.numbers(party)
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

    def _spots(self, party: Candidate) -> Spots:
        """The head words of the party's mentions."""
        words = (self._token(span) for span, _ in party.spans)
        return Spots([Spot.of(token, self.sentence[token.i]) for token in words if token is not None])

    def _here(self, draft: Draft) -> Here:
        """Where a deed is told."""
        trigger = draft.trigger.tokens
        return Here(
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
BOTH: tuple[str, ...] = (*CLAUSE, *DISTANCE, *PAST)
OWN = (*DEED, *PARTY, *BOTH)
"""What is known of one candidate by itself."""

RANKED = (("words_before", 1), ("words_after", 1), ("path", 1), ("sentences_back", 1), ("share", -1), ("acts_like", -1))
"""Columns by which candidates are also ranked among each other, and which way: the smallest or the largest first."""

FEATURES: tuple[str, ...] = (*OWN, *(f"rank_{name}" for name, _ in RANKED))
"""The columns, in the order of the trained forests."""


def _ranks(rows: Matrix) -> NDArray[np.int64]:
    """For each column of `RANKED` how many other candidates come before each, [candidates, ranked]."""
    columns = [way * rows[:, OWN.index(name)] for name, way in RANKED]
    return np.array([np.searchsorted(np.sort(column), column) for column in columns]).T
