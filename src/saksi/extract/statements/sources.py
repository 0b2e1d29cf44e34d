"""The media and papers that a sentence names as the way by which its words came: `dikutip dari X`, `menurut X`."""

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.extract.statements.lexicon import Lexicon, Phrases
from saksi.extract.statements.sentence import Piece, Sentence
from saksi.extract.statements.speakers import is_name_of
from saksi.model import Actor, Cast, Span

_REACH = 7
_REST = 3
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A phrase that names a source, the pieces from `first` to `last` (half-open).

    Attributes:
        cue: the word that names it as one.
        actors: who it is; several if the phrase names several; empty where it is whoever spoke last.
        covers: the pieces that rest on it; none if it only heard what another says.

    """

    first: int
    last: int
    cue: Span
    actors: tuple[Actor, ...]
    covers: tuple[Range, ...]

    @property
    def leads(self) -> bool:
        """Whether it stands before all that rests on it."""
        return bool(self.covers) and self.covers[0][0] >= self.last


def find_sources(sentence: Sentence, *, lexicon: Lexicon, cast: Cast) -> list[Source]:
    """The sources of a sentence in order; the article's own outlet is none."""
    return [
        source
        for index, piece in enumerate(sentence)
        if piece.quote is None and piece.actor is None
        for source in _at(sentence, index, lexicon)
        if all(actor.id != cast.outlet for actor in source.actors)
    ]


def _at(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Source]:
    word = sentence[index].word
    if length := _match(sentence, index, lexicon.according):
        yield from _according(sentence, index, index + length, lexicon)
    elif (bare := lexicon.stem(word)) is not None and (bare,) in lexicon.according.get(bare, ()):
        yield _source(sentence, index, index + 1, (), lexicon)
    elif length := _match(sentence, index, lexicon.carriers):
        yield from _carrier(sentence, index, index + length, lexicon)
    if word in lexicon.quoting and index > 0:
        yield from _quoter(sentence, index)
    if word in lexicon.hearers or word in lexicon.interviews:
        yield from _hearer(sentence, index, lexicon)


def _match(sentence: Sentence, index: int, phrases: Phrases) -> int:
    """How many pieces from `index` on are one of the phrases; 0 if none."""
    for phrase in phrases.get(sentence[index].word, ()):
        if phrase == tuple(piece.word for piece in sentence[index : index + len(phrase)]):
            return len(phrase)
    return 0


def _according(sentence: Sentence, index: int, after: int, lexicon: Lexicon) -> Iterator[Source]:
    for at in range(after, min(len(sentence), after + _REACH)):
        piece = sentence[at]
        if piece.actor is not None:
            actors, last = _all(sentence, at, lexicon)
            yield _source(sentence, index, last, actors, lexicon)
            return
        if piece.word in lexicon.pronouns or lexicon.stem(piece.word) in lexicon.papers:
            yield _source(sentence, index, at + 1, (), lexicon)
            return
        if piece.quote is not None or piece.word == ",":
            return


def _carrier(sentence: Sentence, index: int, after: int, lexicon: Lexicon) -> Iterator[Source]:
    at = after
    while (
        at < len(sentence) and (sentence[at].word in lexicon.links or not sentence[at].is_word) and at - after < _REACH
    ):
        at += 1
    if at == len(sentence) or sentence[at].actor is None:
        return
    actors, last = _all(sentence, at, lexicon)
    likewise = index > 0 and sentence[index - 1].word in lexicon.likewise
    if sentence[index].word in lexicon.media_only and not likewise and actors[0].kind != "outlet":
        return
    yield _source(sentence, index - likewise, last, actors, lexicon)


def _quoter(sentence: Sentence, index: int) -> Iterator[Source]:
    """`X quoted Y as saying`: all of the sentence rests on X."""
    party = sentence[index - 1].actor
    if party is not None:
        yield Source(first=index - 1, last=index, cue=sentence[index].span, actors=(party,), covers=())


def _hearer(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Source]:
    links = lexicon.interview_links if sentence[index].word in lexicon.interviews else frozenset[str]()
    at = index + 1
    while at < len(sentence) and sentence[at].word in links | lexicon.links:
        at += 1
    party = sentence[at].actor if at < len(sentence) else None
    if party is not None and party.kind == "outlet":
        yield Source(first=at, last=at + 1, cue=sentence[index].span, actors=(party,), covers=())


def _all(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[tuple[Actor, ...], int]:
    """The party at `at`, those joined to it, and the index after them; a comma joins a description to its name."""
    actors: list[Actor] = []
    while at < len(sentence):
        party = sentence[at].actor
        if party is None:
            break
        actors.append(party)
        at += 1
        if at + 1 < len(sentence) and sentence[at].word in lexicon.conjunctions and sentence[at + 1].actor is not None:
            at += 1
        else:
            break
    if at + 1 < len(sentence) and sentence[at].word == "," and len(actors) == 1:
        name = sentence[at + 1].actor
        if name is not None and is_name_of(sentence, at + 1, actors[0]):
            return (name,), at + 2
    return tuple(actors), at


def _source(sentence: Sentence, first: int, last: int, actors: tuple[Actor, ...], lexicon: Lexicon) -> Source:
    covers = _covers(sentence, first, last, lexicon)
    return Source(first=first, last=last, cue=sentence[first].span, actors=actors, covers=covers)


def _covers(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """What rests on a source: what follows it if it opens the sentence, else what precedes and a longer rest."""
    start = _past_date(sentence, last, lexicon)
    rest = (start, len(sentence))
    leads = sum(piece.is_word for piece in sentence[:first]) < 2
    relative = first > 1 and sentence[first - 1].word == "," and sentence[first - 2].word in lexicon.prepositions
    if leads or relative:
        return (rest,)
    if sum(piece.is_word for piece in sentence[start:]) >= _REST:
        return (0, first), rest
    return ((0, first),)


def _past_date(sentence: Sentence, index: int, lexicon: Lexicon) -> int:
    while index < len(sentence) and _is_date(sentence[index], lexicon):
        index += 1
    return index


def _is_date(piece: Piece, lexicon: Lexicon) -> bool:
    if piece.quote is not None or piece.actor is not None:
        return False
    return not piece.is_word or piece.word in lexicon.asides or any(character.isdigit() for character in piece.word)
