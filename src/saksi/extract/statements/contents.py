"""Which words of a sentence a cue credits to its speaker."""

from collections.abc import Sequence

from saksi.extract import syntax
from saksi.extract.statements.cues import Cue, Reach, Side
from saksi.extract.statements.lexicon import Lexicon
from saksi.extract.statements.sentence import Piece, Sentence
from saksi.extract.statements.sources import Range, Source
from saksi.extract.statements.speakers import is_time
from saksi.model import Span

_OPENER_REACH = 14
_LONGEST_SUBJECT = 14
_NEAR = 3
_BRACKETS = frozenset({"(", ")"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})


def content_range(sentence: Sentence, cue: Cue, *, lexicon: Lexicon) -> Range | None:
    """The pieces that the cue credits, still with all that trails them; None if it credits nothing but quotes."""
    start = _start_of_subject(sentence, cue)
    if cue.side in {Side.AFTER, Side.CLITIC} and cue.reach is Reach.QUOTES:
        return (0, start) if start > 0 else _after_comma(sentence, cue)
    if cue.reach in {Reach.QUOTES, Reach.NOTHING}:
        return None
    if cue.reach is Reach.CLAUSE and start > 0 and _is_final(sentence, cue, lexicon):
        return (0, start)
    return _following(sentence, cue, lexicon)


def trim(
    sentence: Sentence, content: Range, *, cue: Cue, later: Sequence[Cue], sources: Sequence[Source], lexicon: Lexicon
) -> Range:
    """The range without what is no longer its speaker's: a further saying of the same speaker, a source, an aside."""
    start, end = content
    if start > cue.index:
        joints = [_joint(sentence, other, lexicon) for other in later] + _conjoined(sentence, cue)
        end = min([joint for joint in joints if start < joint < end], default=end)
        if cue.reach in {Reach.AT_ONCE, Reach.OPENED}:
            end = next((at for at in range(start + 1, end) if sentence[at].word in lexicon.bounds), end)
        commas = [at for at in range(start + 1, end - 1) if sentence[at].word == ","]
        closing = [at for at in commas if sentence[at + 1].word in lexicon.closers]
        added = [at for at in commas[-1:] if sentence[at + 1].word in lexicon.additions]
        end = min([*closing, *added], default=end)
    return without(sentence, (start, end), sources)


def without(sentence: Sentence, content: Range, sources: Sequence[Source]) -> Range:
    """The range without the phrases that name sources, and without punctuation at its ends."""
    start, end = content
    for source in sources:
        if source.covers and start <= source.first < end:
            start, end = (source.last, end) if source.first - start < 2 else (start, source.first)
        elif source.covers and source.first < start < source.last:
            start = source.last
    return _bare(sentence, start, end)


def names_who_spoke(sentence: Sentence, cue: Cue, *, lexicon: Lexicon) -> bool:
    """Whether the sentence only says who spoke the quote before it (`"Why?" X asked.`)."""
    if cue.side not in {Side.BEFORE, Side.EITHER} or cue.reach not in {Reach.CLAUSE, Reach.OPENED}:
        return False
    return _start_of_subject(sentence, cue) == 0 and cue.index < _LONGEST_SUBJECT and _is_final(sentence, cue, lexicon)


def span_of(sentence: Sentence, content: Range) -> Span:
    """Where the pieces of a range stand."""
    start, end = content
    return Span(start=sentence[start].start, end=sentence[end - 1].end)


def says_something(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces hold a clause: a quote, or a predicate that the parser has not found to be missing."""
    words = [piece for piece in pieces if piece.is_word]
    if len(words) < 2:
        return False
    tags = {token.pos_ for piece in pieces for token in piece.tokens}
    return tags <= {""} or bool(tags & _PREDICATES) or any(piece.quote is not None for piece in words)


def is_deed(sentence: Sentence, cue: Cue, start: int, lexicon: Lexicon) -> bool:
    """Whether the parser makes what follows the cue its object: a deed in words (`menyatakan dukungan`), no clause."""
    if start != cue.index + 1 or sentence[cue.index].word not in lexicon.declare:
        return False
    verb = sentence[cue.index].tokens[0]
    for at, piece in enumerate(sentence[start : start + _NEAR], start):
        if piece.actor is not None or piece.quote is not None or piece.word in lexicon.plans:
            return False
        if any(syntax.is_object_of(token, verb) for token in piece.tokens):
            return at + 1 == len(sentence) or sentence[at + 1].tokens[0].pos_ not in _PREDICATES
    return False


def _bare(sentence: Sentence, start: int, end: int) -> Range:
    while start < end and not sentence[start].is_word:
        start += 1
    while end > start and not sentence[end - 1].is_word and sentence[end - 1].word not in {")", "]"}:
        end -= 1
    return start, end


def _start_of_subject(sentence: Sentence, cue: Cue) -> int:
    """The index after the comma or quote that stands before the cue and its subject; 0 if there is none near."""
    for at in range(cue.index - 1, max(-1, cue.index - _LONGEST_SUBJECT), -1):
        if sentence[at].quote is not None or sentence[at].word == ",":
            return at + 1
    return 0


def _is_final(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether nothing but asides follows the cue (`..., X said on Friday.`)."""
    at = cue.index + 1
    if sentence[cue.index].word in lexicon.hearers:
        at = _past_hearer(sentence, at, lexicon)
    while at < len(sentence) and (is_time(sentence[at], lexicon) or sentence[at].word in _BRACKETS):
        at += 1
    if at >= len(sentence):
        return True
    piece = sentence[at]
    if piece.quote is not None or piece.actor is not None or piece.word == ":":
        return False
    return not piece.is_word or piece.word in lexicon.asides


def _past_hearer(sentence: Sentence, at: int, lexicon: Lexicon) -> int:
    """Past the object of `told`: a party, or a short noun phrase."""
    first = at
    while at < len(sentence) and sentence[at].quote is None and sentence[at].is_word:
        word = sentence[at].word
        if word in lexicon.asides | lexicon.openers["clause"] or word in lexicon.pronouns:
            break
        if sentence[at].actor is not None:
            return at + 1
        at += 1
    return at if at - first < 5 else first + 1


def _after_comma(sentence: Sentence, cue: Cue) -> Range | None:
    """What follows a saying that opens its sentence: `Kata X, ...`."""
    for at in range(cue.index + 1, min(len(sentence), cue.index + _LONGEST_SUBJECT)):
        if sentence[at].word in {",", ":"}:
            return at + 1, len(sentence)
    return None


def _following(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Range | None:
    openers = cue.openers or lexicon.openers["clause"]
    opener = _opener(sentence, cue, openers, lexicon)
    if opener is not None:
        return opener + 1, len(sentence)
    if cue.reach is Reach.OPENED:
        return None
    start = _past_colon(sentence, cue.index + 1)
    if sentence[cue.index].word in lexicon.hearers:
        start = _past_hearer(sentence, start, lexicon)
    return start, len(sentence)


def _past_colon(sentence: Sentence, start: int) -> int:
    """Past what stands between a cue and a quote after a colon: `said in a letter: "..."`."""
    for at in range(start, min(len(sentence) - 1, start + _OPENER_REACH)):
        if sentence[at].quote is not None:
            break
        if sentence[at].word == ":" and sentence[at + 1].quote is not None:
            return at + 1
    return start


def _opener(sentence: Sentence, cue: Cue, openers: frozenset[str], lexicon: Lexicon) -> int | None:
    """The word that opens the clause: at once, or past asides and the one who is told."""
    start = cue.index + 1
    patient = cue.reach is Reach.OPENED or sentence[cue.index].word in lexicon.hearers
    aside = start < len(sentence) and (sentence[start].word in lexicon.asides or sentence[start].word == ",")
    reach = _OPENER_REACH if patient or aside else 1
    for at in range(start, min(len(sentence), start + reach)):
        if sentence[at].quote is not None:
            return None
        if sentence[at].word in openers:
            return at
    return None


def _joint(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> int:
    """Where a saying that goes on with the speaker before it begins: at its `dan`, `seraya`; -1 if it does not."""
    at = cue.index
    joined = False
    while at > 0 and (sentence[at - 1].word in lexicon.joiners | lexicon.light or not sentence[at - 1].is_word):
        joined = joined or sentence[at - 1].word in lexicon.joiners or not sentence[at - 1].is_word
        at -= 1
    return at if joined else -1


def _conjoined(sentence: Sentence, cue: Cue) -> list[int]:
    """Where verbs begin that the parser joins to the cue by a conjunction."""
    verb = sentence[cue.index].tokens[0]
    joints = []
    for at, piece in enumerate(sentence):
        token = piece.tokens[0]
        if syntax.is_conjunct(token, verb) and token.pos_ == "VERB" and at > cue.index:
            joined = at > 0 and syntax.has_conjunction(token)
            joints.append(at - 1 if joined else at)
    return joints
