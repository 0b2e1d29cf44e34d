"""Finding the words that name a deed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from saksi.codebook import plover
from saksi.extract import syntax
from saksi.extract.phrases import PhraseTable, by_length
from saksi.extract.words import forms, sentence_starts
from saksi.languages import Pack, by_form, trigger_forms
from saksi.model import Actor, Cast, Span

Voice = Literal["active", "passive", "bare"]

PARTY = "party"
PLACE = "place"
PERSON = "person"
OBJECT_REACH = 8
"""Words after (or, for a passive, before) a trigger in which a restricted object may stand."""
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
ADJECTIVAL = frozenset({"ADJ", "VERB"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One row of the pack's triggers: what deed a word names, and how the parties stand to it.

    `type` is PLOVER's, by which the text is read; `name` the type that the row has, which may be one's own.
    """

    words: str
    pos: str
    type: str
    name: str
    mode: str | None
    contexts: tuple[str, ...]
    frame: str
    object: str
    complement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or phrase that names a deed: its tokens, its sense, and the voice its form tells."""

    tokens: Tokens
    sense: Sense
    voice: Voice

    @property
    def head(self) -> Token:
        """The word that the parties hang on: a verb phrase's verb, a noun phrase's head."""
        return self.tokens[0] if self.sense.pos == "verb" else self.tokens.root

    @property
    def span(self) -> Span:
        """Where the text has it."""
        return Span(start=self.tokens.start_char, end=self.tokens.end_char)

    @property
    def sentence(self) -> int:
        """The first word of its sentence."""
        return sentence_starts(self.tokens.doc)[self.tokens.start]

    @property
    def is_noun(self) -> bool:
        """Whether the deed is named by a noun."""
        return self.sense.pos == "noun"

    @property
    def is_verdict(self) -> bool:
        """Whether it says of a claim, told before it, that it is not so: `called the claim absurd`."""
        return self.sense.pos != "verb" and self.sense.complement == "denied" and bool(self.sense.object)


class TriggerFinder:
    """Finds triggers of one language; built once.

    The longest phrase that fits wins; an idiom that holds a trigger's word (`perang dunia`) wins too, and is no deed.
    """

    def __init__(self, pack: Pack) -> None:
        self._senses: dict[str, list[tuple[Sense, Voice]]] = {}
        for row in pack.rows("triggers"):
            for number, form in enumerate(trigger_forms(row, pack)):
                self._senses.setdefault(form, []).append((_sense(row), _voice(number, form, row)))
        self._idioms = frozenset(pack.table("lights").get("idioms", ()))
        self._forms = PhraseTable((form, form.split()) for form in self._idioms | self._senses.keys())
        self._classes = {name: frozenset(words) for name, words in pack.table("classes").items()}
        self._openers = frozenset(pack.table("pack")["clauses"]["complement"])
        self._check_pos = not by_form(pack)

    def find(self, doc: Doc, cast: Cast) -> list[Trigger]:
        """All triggers in the order of the text; no token belongs to two."""
        found: list[Trigger] = []
        taken: set[int] = set()
        for form, start, end in by_length(self._forms.matches(forms(doc, "NORM"))):
            if not taken.isdisjoint(range(start, end)):
                continue
            trigger = None if form in self._idioms else self._read(doc[start:end], form, cast)
            if trigger is not None and not _in_name(trigger):
                found.append(trigger)
            if trigger is not None or form in self._idioms:
                taken.update(range(start, end))
        return sorted(found, key=lambda trigger: trigger.tokens.start)

    def _read(self, tokens: Tokens, form: str, cast: Cast) -> Trigger | None:
        """The first sense of the form that fits where it stands."""
        senses = sorted(self._senses[form], key=lambda pair: (not pair[0].object, pair[1] == "bare"))
        for sense, voice in senses:
            trigger = Trigger(tokens=tokens, sense=sense, voice=voice)
            if self._fits_pos(trigger) and self._fits_object(trigger, cast):
                return trigger
        return None

    def _fits_pos(self, trigger: Trigger) -> bool:
        """A form that tells its part of speech needs no tagger; one that does not is believed to the tagger."""
        if not self._check_pos and trigger.voice != "bare":
            return True
        wanted = {"verb": VERBAL, "noun": NOMINAL}.get(trigger.sense.pos, ADJECTIVAL)
        tokens = trigger.tokens[:1] if trigger.sense.pos == "verb" else trigger.tokens
        if trigger.sense.pos == "verb" and syntax.acts_as_verb(tokens[0]):
            return True
        return any(token.pos_ in wanted for token in tokens)

    def _fits_object(self, trigger: Trigger, cast: Cast) -> bool:
        """Whether what a restricted sense demands stands in reach."""
        if not trigger.sense.object:
            return True
        reach = list(_before(trigger, self._openers) if trigger.is_verdict else _reach(trigger, self._openers))
        if trigger.sense.object == PARTY:
            return any(cast.at(token.idx) for token in reach)
        if trigger.sense.object == PLACE:
            return any(token.ent_type_ == "PLACE" for token in reach)
        if trigger.sense.object == PERSON:
            return any(token.ent_type_ == "PERSON" or _is_people(cast.at(token.idx)) for token in reach)
        members = self._classes.get(trigger.sense.object, frozenset())
        if self._is_light(trigger, members):
            return False
        return any(token.norm_ in members or token.lower_ in members for token in reach)

    def _is_light(self, trigger: Trigger, members: frozenset[str]) -> bool:
        """Whether a verb's object is a deed's noun, and nothing that the sense demands: `launched attacks`."""
        thing = None if trigger.is_noun else syntax.object_of(trigger.head)
        if thing is None or thing.norm_ in members or thing.lower_ in members:
            return False
        return any(sense.pos == "noun" for sense, _ in self._senses.get(thing.norm_, ()))


def _is_people(told: tuple[Span, Actor] | None) -> bool:
    return told is not None and told[1].kind in ("person", "group")


def _in_name(trigger: Trigger) -> bool:
    """Whether a noun is part of an organisation's name: `Higher Negotiation Committee`."""
    return trigger.is_noun and all(token.ent_type_ == "ORG" and token.is_title for token in trigger.tokens)


def _reach(trigger: Trigger, openers: frozenset[str]) -> Iterator[Token]:
    """The words among which a trigger's object may stand: behind it and, for a passive, before; in its clause."""
    doc, end = trigger.tokens.doc, trigger.tokens.end
    yield from _until_clause((doc[index] for index in range(end, min(end + OBJECT_REACH, len(doc)))), openers)
    if trigger.voice == "passive" or trigger.is_noun or syntax.is_passive(trigger.head):
        yield from _before(trigger, openers)


def _before(trigger: Trigger, openers: frozenset[str]) -> Iterator[Token]:
    doc, start = trigger.tokens.doc, trigger.tokens.start
    words = (doc[index] for index in range(start - 1, max(start - 1 - OBJECT_REACH, -1), -1))
    yield from _until_clause(words, frozenset() if trigger.is_verdict else openers)


def _until_clause(tokens: Iterable[Token], openers: frozenset[str]) -> Iterator[Token]:
    for token in tokens:
        if (token.is_sent_start and token.i) or token.text in ".;:!?" or token.is_space or token.lower_ in openers:
            return
        yield token


@cache
def _sense_of(fields: tuple[str, ...]) -> Sense:
    words, pos, type_, mode, contexts, frame, object_, complement = fields
    return Sense(
        words=words,
        pos=pos,
        type=plover().like(type_),
        name=type_,
        mode=mode or None,
        contexts=tuple(contexts.split()),
        frame=frame,
        object=object_,
        complement=complement,
    )


def _sense(row: Mapping[str, str]) -> Sense:
    columns = ("words", "pos", "type", "mode", "contexts", "frame", "object", "complement")
    return _sense_of(tuple(row[column] for column in columns))


def _voice(number: int, form: str, row: Mapping[str, str]) -> Voice:
    """The first form is the dictionary's; of those made from the stem, the stem itself tells no voice."""
    if number == 0:
        return "active"
    return "bare" if form.split(maxsplit=1)[0] == row["stem"].split()[0] else "passive"
