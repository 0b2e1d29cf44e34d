"""Finding parties by word order, where the parse gives none."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from saksi.extract.clauses import ClauseRules
from saksi.extract.told import Told
from saksi.extract.words import forms, sentence_starts
from saksi.model import Span

CLAUSE_MARKS = frozenset(".;:!?")
NEAR = 5
"""Words that may stand between a party and the word that it belongs to."""
PARTS_CLAUSE = frozenset({"VERB", "ADP", "PUNCT", "SCONJ", "CCONJ"})
REACH = 25
"""Words to which the search goes at most."""


class WordOrder:
    """The parties before and behind the words of one article."""

    def __init__(self, doc: Doc, told: Told, rules: ClauseRules) -> None:
        self.doc = doc
        self.told = told
        self.rules = rules
        self.lower, self.sentence_starts = forms(doc, "LOWER"), sentence_starts(doc)

    def right_before(self, start: int) -> list[str]:
        """The party that no other verb, preposition or comma parts from the verb."""
        for index in range(start - 1, max(start - 1 - NEAR, -1), -1):
            token = self.doc[index]
            mention = self.told.cast.at(token.idx)
            if mention is not None:
                governed = self._is_governed(self._first_token(index, mention[0]))
                return [] if governed else self.told.with_coordinated(token, self.told.at(token))
            if token.pos_ in PARTS_CLAUSE or token.is_sent_start:
                return []
        return []

    def _first_token(self, index: int, mention: Span) -> int:
        """The number of the mention's first token, of which `index` is one."""
        while index > 0 and self.doc[index - 1].idx >= mention.start:
            index -= 1
        return index

    def nearest_left(self, start: int, *, across: bool = False) -> list[str]:
        """The last party before `start` in its clause, or `across` clauses, that no preposition governs."""
        for index in range(start - 1, max(start - REACH, -1), -1):
            token = self.doc[index]
            opener = not across and token.lower_ in self.rules.openers - self.rules.relative
            if token.text in CLAUSE_MARKS or opener:
                return []
            mention = self.told.cast.at(token.idx)
            if mention and mention[0].start == token.idx and not self._is_governed(index):
                return self.told.with_coordinated(token, [mention[1].id])
            if token.is_sent_start:
                return []
        return []

    def _is_governed(self, index: int) -> bool:
        return index > 0 and self.doc[index - 1].lower_ in self.rules.slots_of

    def nearest_right(self, start: int) -> list[str]:
        """The first party behind `start` before a preposition or another verb."""
        for token in self._ahead(start):
            told = self.told.at(token)
            if told:
                return self.told.with_coordinated(token, told)
            if token.lower_ in self.rules.slots_of or token.pos_ in ("VERB", "SCONJ") or token.text == ",":
                return []
        return []

    def _ahead(self, start: int) -> Iterator[Token]:
        """The tokens from `start` to the end of the clause."""
        for index in range(start, min(start + REACH, len(self.lower))):
            opens = self.sentence_starts[index] == index and index
            if opens or self.lower[index] in CLAUSE_MARKS or self.lower[index] in self.rules.openers:
                return
            yield self.doc[index]

    def after_noun(self, end: int) -> list[str]:
        """The first party behind the noun before a preposition, a verb or the clause's end."""
        for token in self._ahead(end):
            told = self.told.at(token)
            if told:
                return self.told.with_coordinated(token, told)
            if token.lower_ in self.rules.slots_of or token.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ"):
                return []
        return []

    def before_noun(self, start: int) -> list[str]:
        """The party in front of the noun: `Israel's air strikes`, `Russian forces' advance`."""
        for index in range(start - 1, max(start - 1 - NEAR, -1), -1):
            token = self.doc[index]
            told = self.told.at(token)
            if told:
                return told
            if token.lower_ not in self.rules.possessive and token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "PART"):
                break
        return []

    def phrases_ahead(self, end: int) -> Iterator[tuple[str, list[str]]]:
        """By word order: a party right behind a preposition in the rest of the clause."""
        for token in self._ahead(end):
            slots = self.rules.slots_of.get(token.lower_, ())
            if slots and token.i + 1 < len(self.doc):
                told = self.told.first_in(self.doc[token.i + 1 : token.i + 4])
                for slot in slots if told else ():
                    yield slot, told
