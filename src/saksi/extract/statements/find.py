"""The statements of an article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from saksi.extract.statements.claims import Claim, Voice, credited_to, in_relative, nearest, speaks
from saksi.extract.statements.contents import (
    content_range,
    is_deed,
    names_who_spoke,
    says_something,
    span_of,
    trim,
    without,
)
from saksi.extract.statements.cues import Cue, Reach, Side, find_cues
from saksi.extract.statements.lexicon import Lexicon, lexicon
from saksi.extract.statements.sentence import Piece, Sentence, sentences
from saksi.extract.statements.sources import Source, find_sources
from saksi.extract.statements.speakers import find_speaker, subject_of_sentence
from saksi.languages import Pack
from saksi.model import Cast, Span, Statement

_SHORT_TERM = 6
_SILENCE = 1
_PERFORMED = frozenset({Reach.AT_ONCE, Reach.OPENED, Reach.QUOTES, Reach.NOTHING})


def find_statements(doc: Doc, *, pack: Pack, cast: Cast) -> list[Statement]:
    """Who says what in an article, in the order of the text.

    A statement is a quote, or a clause that a saying verb, a deed in words or a source credits. Statements may lie
    inside each other; the innermost one around a deed says on whose word it is told. Several who say the same give one
    statement each. Where the text credits words to somebody whom `cast` lacks, the speaker is None and the chain ends
    in `cast.unnamed`. The speaker of a clause after `membantah` or `denied` denies it; what is quoted, he asserts.

    Args:
        doc: the article as `saksi.analysis.parse` gives it, quotation marks straight.
        pack: the words of attribution of its language.
        cast: the parties and where the text names them; the article's own voice is no speaker.

    """
    reader = _Reader(cast=cast, lexicon=lexicon(pack))
    whole = _rejoined(sentences(doc, cast=cast), lexicon(pack))
    found = [statement for sentence in whole for statement in reader.read(sentence)]
    ordered = sorted(_unlike(found), key=_place)
    return [replace(statement, id=f"s{number}") for number, statement in enumerate(ordered, 1)]


def _rejoined(parts: Iterable[Sentence], words: Lexicon) -> Iterator[Sentence]:
    """The sentences, where one that only says who spoke the quote before it is put back to that quote."""
    whole: Sentence = ()
    for part in parts:
        after_quote = bool(whole) and whole[-1].quote is not None and not part[0].opens_line
        first = next(iter(find_cues(part, lexicon=words)), None) if after_quote else None
        if first is not None and names_who_spoke(part, first, lexicon=words):
            whole = [*whole, *part]
        else:
            if whole:
                yield whole
            whole = part
    if whole:
        yield whole


def _place(statement: Statement) -> tuple[int, int]:
    return statement.content.start, -statement.content.end


def _unlike(statements: Sequence[Statement]) -> list[Statement]:
    """One statement for each speaker and content, the first that was found."""
    unlike: dict[tuple[Span, str | None], Statement] = {}
    for statement in statements:
        unlike.setdefault((statement.content, statement.speaker), statement)
    return list(unlike.values())


class _Reader:
    """Reads sentence after sentence and remembers who spoke last."""

    def __init__(self, *, cast: Cast, lexicon: Lexicon) -> None:
        self.cast, self.lexicon = cast, lexicon
        self.last: Voice | None = None
        self.before: Voice | None = None
        self.silence = 0
        self.paragraph: list[Sentence] = []

    def read(self, sentence: Sentence) -> Iterator[Statement]:
        """The statements of one sentence."""
        sources = find_sources(sentence, lexicon=self.lexicon, cast=self.cast)
        self.silence += 1
        self.before = self.last if self.silence <= _SILENCE else None
        claims = list(self._claims(sentence, sources))
        for claim in claims:
            yield from self._reported(sentence, claim)
        yield from self._quoted(sentence, claims, sources)
        for source in sources:
            yield from self._sourced(sentence, source, sources)
        yield from self._pointed(sentence, claims, sources)
        self.paragraph = [*([] if sentence[0].opens_line else self.paragraph), sentence]

    def _claims(self, sentence: Sentence, sources: Sequence[Source]) -> Iterator[Claim]:
        taken = {at for source in sources for at in range(source.first, source.last)}
        cues = [cue for cue in find_cues(sentence, lexicon=self.lexicon) if cue.index not in taken]
        sentence = [
            piece._replace(actor=None) if at in taken or self._means_last(piece) else piece
            for at, piece in enumerate(sentence)
        ]
        claims: list[Claim] = []
        for number, cue in enumerate(cues):
            if cue.reach in _PERFORMED and any(credited_to(claim, cue.index) for claim in claims):
                continue
            voice = self._voice(sentence, cue, claims, sources)
            content = content_range(sentence, cue, lexicon=self.lexicon)
            if content is not None:
                content = trim(
                    sentence, content, cue=cue, later=cues[number + 1 :], sources=sources, lexicon=self.lexicon
                )
            claim = Claim(cue=cue, voice=voice, content=content)
            claims.append(claim)
            if voice.actors and speaks(claim) and not in_relative(sentence, cue, self.lexicon):
                self.last = voice
                self.silence = 0
        yield from claims

    def _means_last(self, piece: Piece) -> bool:
        """Whether a pronoun means whoever spoke last: a person, in the sentence before at the earliest."""
        if piece.word not in self.lexicon.singular or self.last is None or self.silence > _SILENCE:
            return False
        return [actor.kind for actor in self.last.actors] == ["person"]

    def _voice(self, sentence: Sentence, cue: Cue, claims: Sequence[Claim], sources: Sequence[Source]) -> Voice:
        credited = [claim for claim in claims if speaks(claim) and claim.voice.actors]
        found = find_speaker(sentence, cue, continued=bool(credited), lexicon=self.lexicon, cast=self.cast)
        links = self._links(sources, cue.index)
        if found.again:
            if credited:
                return Voice(actors=credited[-1].voice.actors, links=links or credited[-1].voice.links)
            return Voice(actors=self.last.actors if self.last else (), links=links, again=True)
        outer = [claim for claim in claims if credited_to(claim, cue.index)]
        if outer and len(outer[-1].voice.actors) == 1 and outer[-1].voice.actors != found.actors:
            return Voice(actors=found.actors, links=(*outer[-1].voice.links, outer[-1].voice.actors[0].id))
        return Voice(actors=found.actors, links=links)

    def _links(self, sources: Sequence[Source], index: int) -> tuple[str, ...]:
        """The sources around a cue from the outermost in: those before it in their order, those after it reversed."""
        named = [source for source in sources if source.actors]
        before = [source.actors[0].id for source in named if source.first < index]
        after = [source.actors[0].id for source in named if source.first >= index]
        return tuple(dict.fromkeys([*before, *reversed(after)]))

    def _statements(self, voice: Voice, content: Span, cue: Cue | None, *, direct: bool) -> Iterator[Statement]:
        stance = "denies" if cue is not None and cue.denies and not direct else "asserts"
        speakers: list[str | None] = [actor.id for actor in voice.actors]
        for speaker in speakers or [None]:
            links = [link for link in voice.links if link not in {speaker, self.cast.outlet}]
            yield Statement(
                id="",
                speaker=speaker,
                chain=(self.cast.outlet, *links, speaker or self.cast.unnamed),
                cue=cue.span if cue is not None else None,
                content=content,
                direct=direct,
                stance_of_speaker=stance,
            )

    def _reported(self, sentence: Sentence, claim: Claim) -> Iterator[Statement]:
        if claim.content is None or (claim.cue.reach in _PERFORMED and not claim.voice.actors):
            return
        start, end = claim.content
        unquoted = [piece for piece in sentence[start:end] if piece.is_word and piece.quote is None]
        if unquoted and says_something(sentence[start:end]) and not is_deed(sentence, claim.cue, start, self.lexicon):
            yield from self._statements(claim.voice, span_of(sentence, claim.content), claim.cue, direct=False)

    def _quoted(self, sentence: Sentence, claims: Sequence[Claim], sources: Sequence[Source]) -> Iterator[Statement]:
        for index, piece in enumerate(sentence):
            if piece.quote is None or self._is_term(sentence, index):
                continue
            claim = nearest(claims, index)
            if claim is not None:
                yield from self._statements(
                    self._running(claim.voice, sentence), piece.quote.inner, claim.cue, direct=True
                )
            elif voice := self._voice_of_bare(sentence, sources):
                yield from self._statements(voice, piece.quote.inner, None, direct=True)

    def _running(self, voice: Voice, sentence: Sentence) -> Voice:
        """The voice of a quote; what the same speaker says on in quotes came by the same links as what is before it.

        Who is named anew in another paragraph opens another run.
        """
        before = self.before
        if before is None or voice.links or voice.actors != before.actors:
            return voice
        if sentence[0].opens_line and not voice.again:
            return voice
        self.last = before
        return before

    def _voice_of_bare(self, sentence: Sentence, sources: Sequence[Source]) -> Voice | None:
        """The voice of a quote without cue: a source, or for a sentence that is all quote whoever spoke last."""
        for source in sources:
            if source.actors and source.covers:
                return Voice(actors=source.actors[:1])
        whole = all(piece.quote is not None or not piece.is_word for piece in sentence)
        return self.last if whole else None

    def _is_term(self, sentence: Sentence, index: int) -> bool:
        quote = sentence[index].quote
        if quote is None:
            return True
        text = quote.text
        words = text.split()
        if (
            len(words) < _SHORT_TERM
            and all(word[:1].isupper() or word[:1].isdigit() for word in words)
            and text[-1:] not in ",.!?"
        ):
            return True
        before = {piece.word for piece in sentence[max(0, index - 2) : index]}
        return bool(before & self.lexicon.terms) and text[-1:] not in ",.!?"

    def _sourced(self, sentence: Sentence, source: Source, sources: Sequence[Source]) -> Iterator[Statement]:
        voice = Voice(actors=source.actors) if source.actors else self._again(sentence, source)
        if voice is None or self._points(sentence):
            return
        outer = [other for other in sources if _is_outer(other, source)]
        voice = replace(voice, links=self._links(outer, source.first))
        for start, end in source.covers:
            content = without(sentence, (start, end), outer)
            if says_something(sentence[slice(*content)]):
                yield from self._statements(voice, span_of(sentence, content), _as_cue(source), direct=False)

    def _again(self, sentence: Sentence, source: Source) -> Voice | None:
        """Whom a source without a name means: the sentence's subject, else whoever spoke last."""
        found = subject_of_sentence(sentence, source.first, self.lexicon)
        return Voice(actors=found.actors) if found is not None else self.last

    def _pointed(self, sentence: Sentence, claims: Sequence[Claim], sources: Sequence[Source]) -> Iterator[Statement]:
        """`Hal itu dilaporkan X`: the sentence before rests on X, or the paragraph before if this one opens another."""
        if not self.paragraph or not self._points(sentence):
            return
        voices = [Voice(actors=source.actors) for source in sources] + [claim.voice for claim in claims]
        voice = next((voice for voice in voices if voice.actors), None)
        pointed = self.paragraph if sentence[0].opens_line else self.paragraph[-1:]
        named = {piece.actor.id for told in pointed for piece in told if piece.actor is not None}
        if voice is not None and voice.actors[0].id not in named:
            content = Span(start=pointed[0][0].start, end=pointed[-1][-1].end)
            yield from self._statements(voice, content, None, direct=False)

    def _points(self, sentence: Sentence) -> bool:
        words = [piece.word for piece in sentence[:2]]
        return words[0] in self.lexicon.pointers and words[-1] in self.lexicon.demonstratives


def _is_outer(other: Source, source: Source) -> bool:
    """Whether `source` reached the reader through `other`: `Dilansir B, ..., menurut A, dikutip dari C.`."""
    if other is source:
        return False
    return other.first < source.first if other.leads or source.leads else other.first > source.first


def _as_cue(source: Source) -> Cue:
    return Cue(index=source.first, span=source.cue, side=Side.BEFORE, reach=Reach.CLAUSE)
