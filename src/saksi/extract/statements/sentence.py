"""Sentences as attribution sees them: words, parties, and whole quotes as single pieces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from saksi.extract.statements.quotes import Quote, find_quotes
from saksi.extract.words import text_of
from saksi.model import Actor, Cast, Span

_SHORTEST_NAME = 3
_STOPS = frozenset({".", "!", "?", "...", "…", ".."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word, a party's whole mention, or a whole quote.

    Attributes:
        span: where it stands.
        word: in lower case; empty for a quote.
        tokens: the tokens it covers.
        quote: the quote that it is.
        actor: the party that it names.
        opens_line: whether a line break or furniture stands before it.

    """

    span: Span
    word: str
    tokens: tuple[Token, ...]
    quote: Quote | None = None
    actor: Actor | None = None
    opens_line: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit, or is a quote."""
        return self.quote is not None or any(character.isalnum() for character in self.word)


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
            result[-1].append(replace(piece, opens_line=True) if opens_line else piece)
        opens_line = piece is None
    return [pieces for pieces in result if any(piece.is_word for piece in pieces)]


def _pieces(doc: Doc, cast: Cast) -> Iterator[Piece | None]:
    """The pieces in order, None where a line ends or furniture stands."""
    quotes = find_quotes(text_of(doc))
    names = _names(cast)
    tokens = list(doc)
    index = at_quote = 0
    while index < len(tokens):
        token = tokens[index]
        while at_quote < len(quotes) and quotes[at_quote].outer.end <= token.idx:
            at_quote += 1
        quote = quotes[at_quote] if at_quote < len(quotes) else None
        if _is_gap(token):
            index += 1
            if token.text.strip() or "\n" in token.text:
                yield None
            continue
        if quote is not None and quote.outer.start < _end(token):
            end = _first_from(tokens, index, quote.outer.end)
            yield Piece(span=quote.outer, word="", tokens=tuple(tokens[index:end]), quote=quote)
            index = end
            continue
        piece = _party(tokens, index, cast, before=quote) or _word(token, names)
        yield piece
        index += len(piece.tokens)


def _is_gap(token: Token) -> bool:
    return token.is_space or token.pos_ == "SPACE"


def _end(token: Token) -> int:
    return token.idx + len(token)


def _first_from(tokens: Sequence[Token], index: int, offset: int) -> int:
    """The index of the first token, after `index`, that starts at or after `offset`."""
    index += 1
    while index < len(tokens) and tokens[index].idx < offset:
        index += 1
    return index


def _word(token: Token, names: Mapping[str, Actor]) -> Piece:
    span = Span(start=token.idx, end=_end(token))
    return Piece(span=span, word=token.lower_, tokens=(token,), actor=names.get(token.text))


def _names(cast: Cast) -> dict[str, Actor]:
    """The single names of persons, as a text uses them once it has told the whole one; none that two persons share."""
    bearers: dict[str, list[Actor]] = {}
    for actor in cast.actors:
        parts = actor.name.split() if actor.kind == "person" and actor.mentions else []
        for part in parts if len(parts) > 1 else []:
            if len(part) >= _SHORTEST_NAME and part[0].isupper():
                bearers.setdefault(part, []).append(actor)
    return {part: actors[0] for part, actors in bearers.items() if len(actors) == 1}


def _party(tokens: Sequence[Token], index: int, cast: Cast, *, before: Quote | None) -> Piece | None:
    """The party's mention that starts at this token and ends before the next quote."""
    found = cast.at(tokens[index].idx)
    if found is None or found[0].start != tokens[index].idx:
        return None
    span, actor = found
    if before is not None and before.outer.start < span.end:
        return None
    covered = tuple(tokens[index : _first_from(tokens, index, span.end)])
    return Piece(
        span=span, word="".join(token.text_with_ws for token in covered).strip().lower(), tokens=covered, actor=actor
    )


def _ends(pieces: Sentence, following: Piece) -> bool:
    """Whether the sentence is over before `following`."""
    if not pieces or not _may_open(following):
        return False
    last = pieces[-1]
    if last.quote is not None:
        return last.quote.text[-1:] in _STOPS
    return last.word in _STOPS and not _is_initial(pieces)


def _may_open(piece: Piece) -> bool:
    first = piece.tokens[0].text[:1]
    return piece.quote is not None or first.isupper() or first.isdigit()


def _is_initial(pieces: Sentence) -> bool:
    if len(pieces) < 2:
        return False
    initial, stop = pieces[-2], pieces[-1]
    return len(initial.word) == 1 and initial.word.isalpha() and initial.span.end == stop.span.start
