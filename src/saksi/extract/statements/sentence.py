"""Sentences as attribution sees them: words, parties, and whole quotes as single pieces."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from saksi.extract.statements.quotes import Quote, find_quotes
from saksi.extract.words import column, forms, text_of
from saksi.model import Actor, Cast, Span

_SHORTEST_NAME = 3
_STOPS = frozenset({".", "!", "?", "...", "…", ".."})


class Piece(NamedTuple):
    """A word, a party's whole mention, or a whole quote.

    Attributes:
        start: the offset at which it begins.
        end: the offset behind it.
        word: in lower case; empty for a quote.
        tokens: the tokens it covers.
        quote: the quote that it is.
        actor: the party that it names.
        opens_line: whether a line break or furniture stands before it.

    """

    start: int
    end: int
    word: str
    tokens: tuple[Token, ...]
    quote: Quote | None = None
    actor: Actor | None = None
    opens_line: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit, or is a quote."""
        return self.quote is not None or any(map(str.isalnum, self.word))


Sentence = Sequence[Piece]


def sentences(doc: Doc, *, cast: Cast) -> list[list[Piece]]:
    """The text's sentences, where a stop inside a quote ends none unless the quote ends the sentence.

    The parser's own boundaries are left aside: they are least sure around quotes.
    """
    result: list[list[Piece]] = [[]]
    opens_line = True
    for piece in _pieces(doc, cast):
        if piece is None or (not opens_line and _ends(result[-1], piece)):
            result.append([])
        if piece is not None:
            result[-1].append(piece._replace(opens_line=True) if opens_line else piece)
        opens_line = piece is None
    return [pieces for pieces in result if any(piece.is_word for piece in pieces)]


def _pieces(doc: Doc, cast: Cast) -> Iterator[Piece | None]:
    """The pieces in order, None where a line ends or furniture stands."""
    tokens, text, names = list(doc), text_of(doc), _names(cast)
    starts, words, lower, blank = column(doc, "IDX"), forms(doc, "ORTH"), forms(doc, "LOWER"), _blank(doc)
    quotes = find_quotes(text)
    index = at_quote = 0
    while index < len(tokens):
        start, end = starts[index], starts[index] + len(words[index])
        while at_quote < len(quotes) and quotes[at_quote].outer.end <= start:
            at_quote += 1
        quote = quotes[at_quote] if at_quote < len(quotes) else None
        after = index + 1
        if blank[index]:
            if words[index].strip() or "\n" in words[index]:
                yield None
        elif quote is not None and quote.outer.start < end:
            after = bisect_left(starts, quote.outer.end, after)
            yield Piece(quote.outer.start, quote.outer.end, "", tuple(tokens[index:after]), quote)
        elif found := _party(cast, start, before=quote):
            span, actor = found
            after = bisect_left(starts, span.end, after)
            word = text[start : starts[after - 1] + len(words[after - 1])].lower()
            yield Piece(span.start, span.end, word, tuple(tokens[index:after]), None, actor)
        else:
            yield Piece(start, end, lower[index], (tokens[index],), None, names.get(words[index]))
        index = after


def _blank(doc: Doc) -> list[bool]:
    """For each token whether it is white space or furniture."""
    space = doc.vocab.strings["SPACE"]
    return [bool(white) or pos == space for white, pos in zip(column(doc, "IS_SPACE"), column(doc, "POS"), strict=True)]


def _names(cast: Cast) -> dict[str, Actor]:
    """The single names of persons, as a text uses them once it has told the whole one; none that two persons share."""
    bearers: dict[str, list[Actor]] = {}
    for actor in cast.actors:
        parts = actor.name.split() if actor.kind == "person" and actor.mentions else []
        for part in parts if len(parts) > 1 else []:
            if len(part) >= _SHORTEST_NAME and part[0].isupper():
                bearers.setdefault(part, []).append(actor)
    return {part: actors[0] for part, actors in bearers.items() if len(actors) == 1}


def _party(cast: Cast, start: int, *, before: Quote | None) -> tuple[Span, Actor] | None:
    """The party's mention that starts at this offset and ends before the next quote."""
    found = cast.at(start)
    if found is None or found[0].start != start or (before is not None and before.outer.start < found[0].end):
        return None
    return found


def _ends(pieces: Sentence, following: Piece) -> bool:
    """Whether the sentence is over before `following`."""
    if not pieces:
        return False
    last = pieces[-1]
    if last.quote is not None:
        return last.quote.text[-1:] in _STOPS and _may_open(following)
    return last.word in _STOPS and not _is_initial(pieces) and _may_open(following)


def _may_open(piece: Piece) -> bool:
    first = piece.tokens[0].text[:1]
    return piece.quote is not None or first.isupper() or first.isdigit()


def _is_initial(pieces: Sentence) -> bool:
    if len(pieces) < 2:
        return False
    initial, stop = pieces[-2], pieces[-1]
    return len(initial.word) == 1 and initial.word.isalpha() and initial.end == stop.start
