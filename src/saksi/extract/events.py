"""Who did what to whom: from triggers to events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from saksi.codebook import frames, plover
from saksi.extract import syntax
from saksi.extract.contexts import ContextFinder
from saksi.extract.cues import Cue, CueFinder
from saksi.extract.dating import Calendar
from saksi.extract.dating.candidates import Candidate
from saksi.extract.discourse import Discourse
from saksi.extract.draft import Draft
from saksi.extract.forest import Matrix
from saksi.extract.governance import Governor, governor_of, reason_of
from saksi.extract.merging import one_record_each
from saksi.extract.parties import PartyFinder, Slots
from saksi.extract.roles import Casting
from saksi.extract.testimony import Bench, witnesses
from saksi.extract.triggers import Trigger
from saksi.languages import Pack
from saksi.model import Cast, Event, Interval, Span, Statement, Status, Testimony, Time

GOVERNED: dict[str, Status] = {
    "requested": "requested",
    "planned": "planned",
    "threatened": "hypothetical",
    "ended": "ongoing",
}
"""How a deed stands in the complement of a demand, a promise, a threat, and of what ends it."""
VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
"""What is said by protesting."""
UNREAL = frozenset({"planned", "hypothetical"})
"""How a deed stands that has not been done."""
ONE_RECORD = frozenset({"planned", "threatened", "refused", "ended"})
"""Complements that are no record of their own unless they have a clause of their own."""


class EventReader:
    """Reads the events of one article."""

    def __init__(
        self,
        doc: Doc,
        *,
        cast: Cast,
        statements: Sequence[Statement],
        calendar: Calendar,
        contexts: ContextFinder,
        pack: Pack,
    ) -> None:
        self.doc = doc
        self.cast = cast
        self.pack = pack
        self.parties = PartyFinder(doc, cast=cast, statements=statements, pack=pack)
        self.bench = Bench(cast, statements, frozenset(pack.table("classes").get("claims", ())))
        self.calendar = calendar
        self.contexts = contexts
        self.context_words = contexts.find(doc)
        self.discourse = Discourse(cast, statements)
        self.casting = Casting(doc, cast, statements)
        lights = pack.table("lights")
        self.undergoing = frozenset(lights["undergoing"])
        self.undergoing_passive = frozenset(lights["undergoing_passive"])
        self.partaking = frozenset(lights["partaking"])
        self.behind = [words.split() for words in lights["behind"]]
        noun_phrase = pack.table("pack")["noun_phrase"]
        self.back_pointers = frozenset(noun_phrase["back_pointers"])
        self.back_pointers_before = frozenset(noun_phrase.get("back_pointers_before", ()))

    def read(self, drafts: Sequence[Draft]) -> list[Event]:
        """All events in the order of the text, from the deeds as their clauses tell them."""
        return [event for event, _ in self.with_drafts(drafts)]

    def with_drafts(self, drafts: Sequence[Draft]) -> list[tuple[Event, Draft]]:
        """All events, each with what it was when its parties were known."""
        counted = self.counted(drafts)
        heard = [self._heard(draft, counted) for draft in counted]
        times = self.calendar.date_all(counted, witnesses(heard))
        starts = [draft.trigger.span.start for draft in counted]
        events = [
            self._event(f"e{number}", draft, testimony=testimony, time=time, starts=starts)
            for number, (draft, testimony, time) in enumerate(zip(counted, heard, times, strict=True), 1)
        ]
        return list(zip(self.bench.with_denials(events, counted), counted, strict=True))

    def counted(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The deeds that count, each once, with their parties."""
        cast = self.casting.cast_all(drafts, self.discourse.complete(drafts))
        return one_record_each([draft for draft in cast if self._counts(draft)])

    def candidate_times(self, drafts: Sequence[Draft]) -> tuple[list[Candidate], list[Matrix]]:
        """The times that deeds (`counted`) may be given, and their features; from them it is learnt when deeds were."""
        return self.calendar.weighed(drafts, witnesses([self._heard(draft, drafts) for draft in drafts]))

    def drafts(self, triggers: Sequence[Trigger], cues: Sequence[Cue], finder: CueFinder) -> list[Draft]:
        """The deeds of the article in the order of the text, each with the parties that its own clause tells."""
        return list(self._drafts(triggers, cues, finder))

    def _drafts(self, triggers: Sequence[Trigger], cues: Sequence[Cue], finder: CueFinder) -> Iterator[Draft]:
        for trigger in triggers:
            if (trigger.is_noun and self._points_back(trigger)) or _is_judged(trigger, triggers):
                continue
            governor = self._governor(trigger, triggers)
            slots = self.parties.slots(trigger)
            if governor and _is_part_of(governor, trigger, alone=self._stands_alone(governor, slots)):
                continue
            if trigger.is_noun:
                self._fill_from_verb(trigger, triggers, slots)
                self._fill_from_partaker(trigger, slots)
            actors, recipients = frames()[trigger.sense.frame].fill(slots)
            if trigger.is_verdict or (trigger.sense.complement == "denied" and not actors):
                actors = self.bench.speakers(trigger.span) or actors
            status = self._status(trigger, triggers, cues, finder)
            if governor and governor.trigger.sense.complement in GOVERNED and status != "negated":
                status = GOVERNED[governor.trigger.sense.complement]
            yield Draft(
                trigger=trigger,
                governor=governor,
                reason_of=reason_of(trigger, triggers, pack=self.pack),
                slots=slots,
                actors=actors,
                recipients=recipients,
                status=status,
                alleged=finder.is_alleged(trigger, cues),
                subject=None if trigger.is_noun else self.parties.subject_of(trigger.head),
                background=syntax.is_relative(trigger.head),
                rule=f"{trigger.sense.words}:{trigger.sense.frame}:{trigger.voice}",
            )

    def _governor(self, trigger: Trigger, triggers: Sequence[Trigger]) -> Governor | None:
        """What the deed stands in the complement of; of an accusation that is denied, the denial."""
        governor = governor_of(trigger, triggers, pack=self.pack)
        if governor is None or not (governor.trigger.is_noun and governor.trigger.sense.type == "ACCUSE"):
            return governor
        above = governor_of(governor.trigger, triggers, pack=self.pack)
        denied = above is not None and above.trigger.sense.complement == "denied"
        return replace(governor, trigger=above.trigger) if denied and above else governor

    def _status(self, trigger: Trigger, triggers: Sequence[Trigger], cues: Sequence[Cue], finder: CueFinder) -> Status:
        """How the deed stands by its own cues, else, for a noun, by those of the verb above: `akan hadir di KTT`."""
        status = finder.status(trigger, cues)
        if status == "planned" and trigger.sense.type in VOICED and self._is_voiced(trigger, triggers, cues, finder):
            return "happened"
        verb = syntax.verb_above(trigger.tokens.root) if trigger.is_noun and status == "happened" else None
        if verb is None or any(verb in other.tokens for other in triggers):
            return status
        above = finder.status(self._as_verb(trigger, verb), cues)
        return above if above in UNREAL else status

    def _is_voiced(self, trigger: Trigger, triggers: Sequence[Trigger], cues: Sequence[Cue], finder: CueFinder) -> bool:
        """Whether it is what people say by protesting: `thousands marched to demand the resignation`."""
        cue = finder.telling(trigger, cues)
        purpose = cue is not None and self.doc[cue.start].lower_ in self.parties.rules.purpose
        before = [other for other in triggers if trigger.tokens.sent.start <= other.tokens.start < trigger.tokens.start]
        return purpose and bool(before) and before[-1].sense.type == "PROTEST"

    def _as_verb(self, trigger: Trigger, verb: Token) -> Trigger:
        """A verb in the place of the noun that hangs on it."""
        sense = replace(trigger.sense, pos="verb", words=verb.norm_)
        return replace(trigger, tokens=self.doc[verb.i : verb.i + 1], voice="active", sense=sense)

    def _stands_alone(self, governor: Governor, slots: Slots) -> bool:
        """Whether a deed in another's complement has a clause, or a doer, of its own: `menolak tawaran Rusia`."""
        if governor.own_clause or slots.get("by"):
            return True
        owners = set(slots.get("possessor", ()))
        return bool(owners) and not owners <= set(self.parties.slots(governor.trigger).get("subject", ()))

    def _points_back(self, trigger: Trigger) -> bool:
        """Whether a noun only points back at what was told: `kunjungan itu`, or its abbreviation in brackets."""
        start, end = trigger.tokens.start, trigger.tokens.end
        if start > 0 and end < len(self.doc) and (self.doc[start - 1].text, self.doc[end].text) == ("(", ")"):
            return True
        if start > 0 and self.doc[start - 1].lower_ in self.back_pointers_before:
            return True
        return end < len(self.doc) and self.doc[end].lower_ in self.back_pointers

    def _fill_from_verb(self, trigger: Trigger, triggers: Sequence[Trigger], slots: Slots) -> None:
        """The parties of the verb whose object the noun is: `Israel melancarkan serangan`, `Iran menuai kecaman`."""
        verb = syntax.governing_verb(trigger.tokens.root) or self._verb_before(trigger)
        if verb is None or any(verb in other.tokens for other in triggers):
            return
        filled = self.parties.slots(self._as_verb(trigger, verb))
        undergoes = verb.norm_ in self.undergoing
        if syntax.is_passive(verb) or verb.norm_ in self.undergoing_passive:
            undergoes = verb.norm_ in self.undergoing_passive
            if not undergoes:
                filled["subject"] = filled.get("by", [])
        if undergoes:
            slots.setdefault("against", filled.get("subject", []))
        elif not slots.get("by") and not slots.get("possessor"):
            slots["by"] = filled.get("subject", [])
        for slot in ("against", "to", "with"):
            if filled.get(slot) and not slots.get(slot):
                slots[slot] = filled[slot]

    def _fill_from_partaker(self, trigger: Trigger, slots: Slots) -> None:
        """Who takes part in a deed, is behind it or answers for it: `terlibat dalam serangan`, `behind the attack`."""
        word = syntax.above_phrase(trigger.tokens.root)
        thing = syntax.object_of(word) if word is not None else None
        if bearer := self._who_is_behind(trigger):
            slots["by"] = [bearer]
        elif word and (word.norm_ in self.partaking or (thing and f"{word.norm_} {thing.norm_}" in self.partaking)):
            told = self.cast.at(syntax.modified_by(word).idx)
            filled = {} if told else self.parties.slots(self._as_verb(trigger, word))
            slots["by"] = [told[1].id] if told else filled.get("subject") or slots.get("by", [])

    def _who_is_behind(self, trigger: Trigger) -> str | None:
        """The party told last before `behind the attack`, in its sentence."""
        end = self._before_modifiers(trigger) + 1
        for words in self.behind:
            start = end - len(words)
            if start > trigger.tokens.sent.start and [token.lower_ for token in self.doc[start:end]] == words:
                before = Span(start=trigger.tokens.sent.start_char, end=self.doc[start].idx)
                return next((actor.id for _, actor in reversed(list(self.cast.within(before)))), None)
        return None

    def _before_modifiers(self, trigger: Trigger) -> int:
        """The index of the word before a noun and what stands to its left in its phrase."""
        index = trigger.tokens.start - 1
        while index > 0 and self.doc[index].pos_ in ("DET", "ADJ", "NUM"):
            index -= 1
        return index

    def _verb_before(self, trigger: Trigger) -> Token | None:
        """The verb right before a noun, where the parse does not see that the noun is its object."""
        index = self._before_modifiers(trigger)
        return self.doc[index] if index >= 0 and self.doc[index].pos_ == "VERB" else None

    def _counts(self, draft: Draft) -> bool:
        """A deed counts when it is between or by parties that have a code or a sector, and a meeting when two meet."""
        if draft.trigger.sense.frame == "mutual" and draft.trigger.sense.type == "CONSULT" and len(draft.actors) == 1:
            return False
        return any(
            self.cast[party].code != "---" or self.cast[party].sectors for party in (*draft.actors, *draft.recipients)
        )

    def _accusers(self, draft: Draft, drafts: Sequence[Draft]) -> list[str]:
        """Who accuses somebody of the deed in whose accusation it is told."""
        if draft.governor is None or draft.governor.trigger.sense.complement != "alleged":
            return []
        start = draft.governor.trigger.tokens.start
        return next((other.actors for other in drafts if other.trigger.tokens.start == start), [])

    def ruled_time(self, draft: Draft, drafts: Sequence[Draft]) -> Time | None:
        """When the rules have one of the deeds (`counted`)."""
        return self.calendar.when(draft, witness=self._heard(draft, drafts)[0].chain[-1])

    def _heard(self, draft: Draft, drafts: Sequence[Draft]) -> list[Testimony]:
        """On whose word a deed rests."""
        return self.bench.testimony(draft.trigger.span, alleged=draft.alleged, accusers=self._accusers(draft, drafts))

    def _event(
        self,
        identifier: str,
        draft: Draft,
        *,
        testimony: Sequence[Testimony],
        time: Time | None,
        starts: Sequence[int],
    ) -> Event:
        """The record of a deed; `starts` are the offsets at which the deeds of the article are told."""
        type_, mode = self._type(draft)
        return Event(
            id=identifier,
            type=type_,
            mode=mode,
            contexts=self.contexts.of(draft.trigger, self.context_words),
            trigger=draft.trigger.span,
            actors=tuple(draft.actors),
            recipients=tuple(draft.recipients),
            status=draft.status,
            testimony=tuple(testimony),
            when=(time.id or Interval(start=time.start, end=time.end)) if time else None,
            where=self._where(draft, starts),
            rule=draft.rule,
        )

    def _type(self, draft: Draft) -> tuple[str, str | None]:
        """Type and mode: those of the word, unless who does it makes it another deed."""
        sense, facts = draft.trigger.sense, plover().types[draft.trigger.sense.name]
        complaint, joint = facts.get("by_government"), facts.get("by_several")
        if complaint and self._by_government(draft, complaint["of"]):
            return complaint["type"], complaint["mode"]
        if joint and self._by_several(draft, joint["of"]):
            return joint["type"], None
        return sense.name, sense.mode

    def _by_government(self, draft: Draft, words: str) -> bool:
        """Whether a verb of a class tells of governments what else civilians do."""
        officials = [bool("GOV" in self.cast[actor].sectors) for actor in draft.actors]
        return not draft.trigger.is_noun and bool(officials) and all(officials) and self._names(draft, words)

    def _by_several(self, draft: Draft, words: str) -> bool:
        """Whether parties of several countries do together what the words of a class name."""
        return len({self.cast[actor].code for actor in draft.actors}) > 1 and self._names(draft, words)

    def _names(self, draft: Draft, words: str) -> bool:
        """Whether a word of a class is in the trigger."""
        named = self.pack.table("classes").get(words, ())
        return any(token.norm_ in named for token in draft.trigger.tokens)

    def _where(self, draft: Draft, starts: Sequence[int]) -> str | None:
        """The place told nearest to a deed in its sentence, if no other deed is told between them.

        What is done in words is done where its own phrase says so; a place that it only speaks of is none of its own.
        """
        tokens = draft.trigger.tokens
        around = Span(start=tokens.sent.start_char, end=tokens.sent.end_char)
        here = draft.trigger.span
        verbal = plover().types[draft.trigger.sense.type]["quad"].startswith("verbal")
        near = []
        for span, place in self.cast.places_within(around):
            first, last = min(here.end, span.end), max(here.start, span.start)
            if any(first <= start < last and start != here.start for start in starts):
                continue
            if not verbal or draft.trigger.sense.type == "CONSULT" or self._is_setting(span):
                near.append((abs(span.start - here.start), place.id))
        return min(near)[1] if near else None

    def _is_setting(self, place: Span) -> bool:
        """Whether a preposition of place stands before it: `di`, `in`."""
        words = self.doc.char_span(place.start, place.end, alignment_mode="expand")
        before = self.doc[words.start - 1] if words is not None and words.start > 0 else None
        return before is not None and "in" in self.parties.rules.slots_of.get(before.lower_, ())


def _is_judged(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a denial in two words has been told by the first, or an accusation is only named to be denied.

    `membantah dan menyebut klaim itu absurd`, `said the allegations were untrue`.
    """
    accusation = trigger.is_noun and trigger.sense.type == "ACCUSE"
    if not accusation and not trigger.is_verdict:
        return False
    together = [other for other in triggers if other.sentence == trigger.sentence]
    start = trigger.tokens.start
    if trigger.is_verdict:
        return any(other.sense.complement == "denied" and other.tokens.start < start for other in together)
    return any(other.is_verdict and other.tokens.start > start for other in together)


def _is_part_of(governor: Governor, trigger: Trigger, *, alone: bool) -> bool:
    """Whether a deed in another's complement is no record of its own: promised, ended, or a denied accusation.

    What is promised or ended is one if it stands `alone`; an accusation that is denied was told before.
    """
    complement = governor.trigger.sense.complement
    if complement == "denied":
        return trigger.is_noun and trigger.sense.type in ("ACCUSE", "REJECT")
    return complement in ONE_RECORD and not alone
