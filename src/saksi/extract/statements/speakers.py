"""Who speaks at a cue."""

from dataclasses import dataclass

from spacy.tokens import Token

from saksi.extract.statements.cues import Cue, Reach, Side
from saksi.extract.statements.lexicon import Lexicon
from saksi.extract.statements.sentence import Piece, Sentence
from saksi.extract.syntax import appositions, own_subject
from saksi.model import Actor, Cast

_NAMED = frozenset({"person", "outlet"})
_INSIDE_TITLE = frozenset({")", ",", "-", "."})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_TITLE_LENGTH = 8
_PHRASE = 5
_SHORT_PHRASE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who speaks: `actors` (several who say the same), or whoever spoke last (`again`), or nobody known."""

    actors: tuple[Actor, ...] = ()
    again: bool = False


NOBODY = Found()
AGAIN = Found(again=True)


def find_speaker(sentence: Sentence, cue: Cue, *, continued: bool, lexicon: Lexicon, cast: Cast) -> Found:
    """The speaker of `cue`, where `continued` says that somebody speaks before it in the same sentence.

    A verb that continues the one before (`..., seraya menambahkan`) has that one's speaker, here `again`.
    """
    if cue.side is Side.CLITIC and cue.reach is Reach.QUOTES:
        return AGAIN
    if cue.side is Side.CLITIC:
        return subject_of_sentence(sentence, cue.index, lexicon) or AGAIN
    if cue.side is Side.AFTER:
        return _following(sentence, cue.index + 1, lexicon)
    if cue.side is Side.AGENT:
        return _agent(sentence, cue.index + 1, lexicon)
    before = _preceding(sentence, cue.index, continued=continued, lexicon=lexicon, cast=cast)
    if cue.side is Side.EITHER and before is None and cue.index > 0:
        after = _following(sentence, cue.index + 1, lexicon)
        if (after.actors or after.again) and (sentence[cue.index - 1].quote or sentence[cue.index - 1].word == ","):
            return after
    return before or subject_of_sentence(sentence, cue.index, lexicon) or NOBODY


def _preceding(sentence: Sentence, index: int, *, continued: bool, lexicon: Lexicon, cast: Cast) -> Found | None:
    at = _past_light(sentence, index - 1, lexicon)
    if at < 0:
        return AGAIN
    piece = sentence[at]
    if piece.word in lexicon.pronouns and piece.actor is None:
        return AGAIN
    if piece.actor is not None and not _governed(sentence, at, lexicon):
        return Found(actors=tuple(_joined(sentence, at, lexicon)))
    if continued and (piece.word in lexicon.joiners or not piece.is_word):
        return AGAIN
    if _is_subject(sentence, at, lexicon):
        return _parsed(sentence, index, cast) or _unknown(sentence[max(0, at - 1) : at + 1], lexicon)
    return _parsed(sentence, index, cast)


def _unknown(phrase: Sentence, lexicon: Lexicon) -> Found:
    """Whom a phrase means that names no known party: whoever spoke last if it points back, else nobody known."""
    return AGAIN if any(piece.word in lexicon.definite for piece in phrase) else NOBODY


def _is_subject(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the word at `at` is a noun that speaks, though no known party: `laporan menyebut`."""
    piece = sentence[at]
    if piece.quote is not None:
        return False
    if piece.word in lexicon.definite:
        return True
    if piece.word in lexicon.papers:
        return at == 0 or sentence[at - 1].word not in lexicon.prepositions
    if not any(token.pos_ in _NOMINAL for token in piece.tokens):
        return False
    for other in reversed(sentence[max(0, at - _PHRASE) : at]):
        if not other.is_word:
            break
        if other.word in lexicon.prepositions:
            return False
    return True


def _past_light(sentence: Sentence, at: int, lexicon: Lexicon) -> int:
    """Leftward from `at` past auxiliaries, adverbs and dates, with the commas and brackets around the dates."""
    dated = False
    passed = at
    while passed >= 0:
        piece = sentence[passed]
        if piece.actor is not None or piece.quote is not None:
            break
        if is_time(piece, lexicon):
            dated = True
        elif piece.word not in lexicon.light and (piece.is_word or not _closes_date(sentence, passed, lexicon)):
            break
        passed -= 1
    enclosed = at >= 0 and sentence[at].word == ","
    if passed == at or (dated and (not enclosed or sentence[passed + 1].word == ",")):
        return passed
    return passed if sentence[passed + 1].is_word and not enclosed else at


def is_time(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether the piece is a word or number of a date."""
    if piece.actor is not None or piece.quote is not None:
        return False
    return piece.word in lexicon.times or any(character.isdigit() for character in piece.word)


def _closes_date(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a comma or bracket belongs to a date: one stands on one of its sides."""
    sides = (*sentence[max(0, at - 2) : at], *sentence[at + 1 : at + 3])
    return any(is_time(piece, lexicon) for piece in sides)


def _governed(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the party at `at` belongs to a preposition before it."""
    return at > 0 and sentence[at - 1].word in lexicon.prepositions


def _joined(sentence: Sentence, at: int, lexicon: Lexicon) -> list[Actor]:
    """The party at `at` and those joined to it on its left: `A, B dan C`; a description `B, A` is A alone."""
    party = sentence[at].actor
    actors = [party] if party is not None else []
    joined = False
    while at >= 2 and sentence[at - 2].actor is not None:
        link = sentence[at - 1].word
        joined = joined or link in lexicon.conjunctions
        other = sentence[at - 2].actor
        if not joined or not (link in lexicon.conjunctions or link == ",") or other is None:
            break
        actors.append(other)
        at -= 2
    return list(dict.fromkeys(reversed(actors)))


def _parsed(sentence: Sentence, index: int, cast: Cast) -> Found | None:
    """The party in the phrase that the parser gives as the cue's subject."""
    verb = sentence[index].tokens[0]
    subject = own_subject(verb)
    return _party_in(subject, cast) if subject is not None else None


def _party_in(subject: Token, cast: Cast) -> Found | None:
    """The party that the subject's phrase tells: who is named beside it (`juru bicara X, Y,`) before who is in it."""
    for token in (*appositions(subject), subject, *subject.subtree):
        found = cast.at(token.idx)
        if found is not None:
            return Found(actors=(found[1],))
    return None


def subject_of_sentence(sentence: Sentence, index: int, lexicon: Lexicon) -> Found | None:
    """The first party before `index` that no preposition governs, else the last person before it."""
    governors = lexicon.prepositions | lexicon.subordinators
    parties = [(at, piece.actor) for at, piece in enumerate(sentence[:index]) if piece.actor is not None]
    free = [actor for at, actor in parties if at == 0 or sentence[at - 1].word not in governors]
    persons = [actor for _, actor in parties if actor.kind == "person"]
    found = [*free[:1], *persons[-1:]]
    return Found(actors=(found[0],)) if found else None


def _following(sentence: Sentence, start: int, lexicon: Lexicon) -> Found:
    """The party that a cue is followed by, past a title; the person where a comma sets title and name apart."""
    for at in range(start, min(len(sentence), start + _TITLE_LENGTH)):
        piece = sentence[at]
        if piece.actor is not None:
            named = _named_behind(sentence, at)
            return Found(actors=(named,) if named else tuple(_all_after(sentence, at, lexicon)))
        if piece.word in lexicon.pronouns:
            return AGAIN
        if piece.quote is not None or _ends_title(sentence, at, lexicon):
            return _unknown(sentence[start:at], lexicon) if at - start <= _SHORT_PHRASE else NOBODY
    return _unknown(sentence[start:], lexicon) if len(sentence) - start <= _SHORT_PHRASE else NOBODY


def _named_behind(sentence: Sentence, at: int) -> Actor | None:
    """The person of whose title the body at `at` is part: `kata Kepala Humas Polda Metro Jaya Komisaris X`."""
    described = sentence[at].actor
    if described is None or described.kind in _NAMED:
        return None
    bracketed = False
    for index in range(at + 1, min(len(sentence), at + _TITLE_LENGTH)):
        piece = sentence[index]
        bracketed = piece.word == "(" or (bracketed and piece.word != ")")
        if piece.actor is not None and piece.actor.kind == "person" and not bracketed:
            apart = sentence[index - 1].word == ","
            return piece.actor if not apart or is_name_of(sentence, index, described) else None
        is_title = piece.tokens[0].text[:1].isupper() and piece.actor is None
        if not (is_title or bracketed or piece.word in _INSIDE_TITLE):
            return None
    return None


def _ends_title(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    piece = sentence[at]
    if piece.word in lexicon.asides:
        return True
    return piece.word == "," and not (at + 1 < len(sentence) and sentence[at + 1].actor is not None)


def _all_after(sentence: Sentence, at: int, lexicon: Lexicon) -> list[Actor]:
    party = sentence[at].actor
    actors = [party] if party is not None else []
    while at + 2 < len(sentence):
        link, other = sentence[at + 1].word, sentence[at + 2].actor
        if other is None or link not in lexicon.conjunctions | {","}:
            break
        if link != ",":
            actors.append(other)
        elif is_name_of(sentence, at + 2, actors[-1]):
            actors[-1] = other
        else:
            break
        at += 2
    return actors


def _agent(sentence: Sentence, start: int, lexicon: Lexicon) -> Found:
    at = start
    while at < len(sentence) and sentence[at].word in lexicon.prepositions and at - start < 1:
        at += 1
    if at < len(sentence):
        actor = sentence[at].actor
        if actor is not None:
            return Found(actors=(actor,))
        if sentence[at].word in lexicon.pronouns:
            return AGAIN
    return AGAIN if start == 1 else NOBODY


def is_name_of(sentence: Sentence, at: int, described: Actor) -> bool:
    """Whether the party at `at`, after a comma, is the name of the party described before it: `juru bicara X, Y,`."""
    name = sentence[at].actor
    if name is None or name.kind not in _NAMED or described.kind in _NAMED | {"group"}:
        return False
    return at + 1 == len(sentence) or not sentence[at + 1].is_word
