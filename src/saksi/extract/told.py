"""Which parties the words of a sentence tell."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from saksi.extract import syntax
from saksi.extract.clauses import ClauseRules
from saksi.extract.words import text_of
from saksi.model import Cast, Span, Statement


class Told:
    """Which parties the words of one article tell, as actor ids."""

    def __init__(self, doc: Doc, *, cast: Cast, statements: Sequence[Statement], rules: ClauseRules) -> None:
        self.doc = doc
        self.cast = cast
        self.statements = statements
        self.rules = rules

    def of(self, head: Token, *, place: bool = False) -> list[str]:
        """The parties that a noun phrase tells: the one at its head, else the nearest in it; with coordinated ones."""
        tokens = syntax.noun_phrase(head)
        told = self.at(head)
        if told:
            return self.with_coordinated(head, told)
        for token in sorted(tokens, key=lambda token: abs(token.i - head.i)):
            told = self.at(token)
            if told:
                return self.with_coordinated(token, told)
        counted = [
            token for preposition, token in syntax.phrases(head) if "of" in self.rules.slots_of.get(preposition, ())
        ]
        return self.all_of(counted) or (self.country_of(tokens) if place else [])

    def country_of(self, tokens: list[Token]) -> list[str]:
        """The state in which the place lies that a phrase names."""
        span = Span(start=tokens[0].idx, end=tokens[-1].idx + len(tokens[-1]))
        for _, where in self.cast.places_within(span):
            state = self.cast.state(where.country or "")
            if state:
                return [state.id]
        return []

    def first_in(self, tokens: Iterable[Token]) -> list[str]:
        """The first party or state in a row of words, up to a verb or a comma."""
        for token in tokens:
            told = self.at(token) or self.country_of([token])
            if told:
                return self.with_coordinated(token, told)
            if token.pos_ in ("VERB", "PUNCT"):
                break
        return []

    def all_of(self, heads: Iterable[Token]) -> list[str]:
        """The parties of several noun phrases."""
        return [party for head in heads for party in self.of(head)]

    def at(self, token: Token) -> list[str]:
        """The parties that a word tells, or is part of telling."""
        if token.lower_ in self.rules.first_person:
            return self._speaker(token)
        return self.at_offset(token.idx)

    def at_offset(self, offset: int) -> list[str]:
        """The parties that the words at an offset tell."""
        mention = self.cast.at(offset)
        return [actor.id for _, actor in self.cast.within(mention[0])] if mention else []

    def _speaker(self, token: Token) -> list[str]:
        """Who says `I` or `we`: the speaker of the innermost quotation around the word."""
        around = [
            statement
            for statement in self.statements
            if statement.speaker and token.idx in statement.content and statement.direct
        ]
        best = min(around, key=lambda statement: statement.content.end - statement.content.start, default=None)
        return [best.speaker] if best and best.speaker else []

    def with_coordinated(self, token: Token, told: list[str]) -> list[str]:
        """`told` and the parties listed before and behind it: `Seoul, Washington dan Kyiv`."""
        mention = self.cast.at(token.idx)
        if mention is None:
            return told
        group = [mention[0]]
        sentence = token.sent
        near = [span for span, _ in self.cast.within(Span(start=sentence.start_char, end=sentence.end_char))]
        spans = sorted({*near})
        position = spans.index(mention[0]) if mention[0] in spans else None
        if position is None:
            return told
        behind = list(self._listed(spans[position:]))
        before = list(self._listed(spans[position::-1]))
        if any(self._has_conjunction(pair) for pair in (*behind, *before)):
            group = [*(pair[1] for pair in reversed(before)), mention[0], *(pair[1] for pair in behind)]
        return [actor.id for span in group for found, actor in self.cast.within(span) if found == span] or told

    def _listed(self, spans: list[Span]) -> Iterator[tuple[Span, Span]]:
        """Pairs of neighbours, from the first on, as long as only commas and conjunctions part them."""
        for one, other in pairwise(spans):
            between = self._between(one, other)
            if not between or not all(word in self.rules.conjunctions or word == "," for word in between):
                return
            yield one, other

    def _has_conjunction(self, pair: tuple[Span, Span]) -> bool:
        return any(word in self.rules.conjunctions for word in self._between(*pair))

    def _between(self, one: Span, other: Span) -> list[str]:
        first, second = sorted((one, other))
        return self._text[first.end : second.start].replace(",", " , ").lower().split()

    @cached_property
    def _text(self) -> str:
        return text_of(self.doc)
