"""Why an event was made: trigger and sense, how its parties stand to it, the cues of status and time, the witnesses."""

from collections.abc import Iterator, Mapping, Sequence

from saksi.extract import syntax
from saksi.extract.cues import Cue, CueFinder
from saksi.extract.dating import Calendar
from saksi.extract.draft import Draft
from saksi.model import Cast, Event, Interval, Reason, Span

STEPS: Mapping[str, str] = {
    "weighed": "likeliest of the article's parties, by what annotated articles taught",
    "reason": "party of the praise or blame whose reason the deed is",
    "above": "party of the deed in whose complement this one stands",
    "setting": "party on the other side of the deeds around",
    "place": "state in which the deed takes place",
    "recipients": "other side told in the sentence or before",
    "actors": "who does the deeds around",
    "partner": "the other party of the deed",
    "like": "party of a deed of the same kind",
    "beside": "party of the deed beside it",
    "again": "parties of the same deed told before",
}
"""What a step after the clause itself goes by; their names stand behind `+` in an event's rule."""


class Explainer:
    """Explains the events of one article."""

    def __init__(self, cast: Cast, calendar: Calendar, finder: CueFinder, cues: Sequence[Cue]) -> None:
        self.cast = cast
        self.calendar = calendar
        self.finder = finder
        self.cues = cues

    def reasons(self, event: Event, draft: Draft) -> list[Reason]:
        """A reason for each value of an event, which `draft` became."""
        return [
            self._type(event, draft),
            *self._parties("actors", event.actors, draft),
            *self._parties("recipients", event.recipients, draft),
            self._status(event, draft),
            *self._time(event, draft),
            *self._place(event),
            *self._testimony(event, draft),
        ]

    def _type(self, event: Event, draft: Draft) -> Reason:
        sense, trigger = draft.trigger.sense, draft.trigger
        why = f"{trigger.tokens.text!r} is the {sense.pos} {sense.words!r} of triggers.csv ({trigger.voice})"
        why += f", with an object of the class {sense.object}" if sense.object else ""
        if (event.type, event.mode) != (sense.name, sense.mode):
            why += f"; {sense.name} when others than governments do it"
        return Reason(
            field="type", value="/".join(filter(None, (event.type, event.mode))), why=why, words=event.trigger
        )

    def _parties(self, field: str, ids: Sequence[str], draft: Draft) -> Iterator[Reason]:
        for identifier in ids:
            slots = [slot for slot, found in draft.slots.items() if identifier in found]
            if slots:
                words, path = self._path(identifier, draft)
                why = f"{' and '.join(slots)} of the frame {draft.trigger.sense.frame}{path}"
            else:
                words, why = None, self._step(draft)
            yield Reason(field=field, value=self.cast[identifier].name, why=why, words=words)

    def _step(self, draft: Draft) -> str:
        """By which steps parties came that its own clause does not tell."""
        steps = draft.rule.split("+")[1:]
        return "; ".join(STEPS[step] for step in steps if step in STEPS) or "the deed's complement"

    def _path(self, identifier: str, draft: Draft) -> tuple[Span | None, str]:
        """The mention nearest to the trigger in its sentence, and its grammatical path to it."""
        sentence, here = draft.trigger.tokens.sent, draft.trigger.tokens.start_char
        near = [m for m in self.cast[identifier].mentions if sentence.start_char <= m.start < sentence.end_char]
        if not near:
            return None, ""
        best = min(near, key=lambda mention: abs(mention.start - here))
        words = sentence.doc.char_span(best.start, best.end, alignment_mode="expand")
        path = syntax.path(words.root, draft.trigger.head) if words is not None else ""
        return best, f": {path}" if path else ""

    def _status(self, event: Event, draft: Draft) -> Reason:
        governor = draft.governor
        if governor is not None and governor.trigger.sense.complement and event.status not in ("happened", "negated"):
            tokens = governor.trigger.tokens
            words = Span(start=tokens.start_char, end=tokens.end_char)
            why = f"in the complement of {tokens.text!r} ({governor.trigger.sense.complement})"
            return Reason(field="status", value=event.status, why=why, words=words)
        cue = self.finder.telling(draft.trigger, self.cues)
        if cue is None:
            why = "no word says otherwise" if event.status == "happened" else "the deed itself, its tense or predicate"
            return Reason(field="status", value=event.status, why=why)
        tokens = draft.trigger.tokens.doc[cue.start : cue.end]
        words = Span(start=tokens.start_char, end=tokens.end_char)
        return Reason(field="status", value=event.status, why=f"{tokens.text!r} is a cue ({cue.kind})", words=words)

    def _time(self, event: Event, draft: Draft) -> Iterator[Reason]:
        if isinstance(event.when, Interval):
            yield Reason(
                field="when",
                value=_interval(event.when.start, event.when.end),
                why="the day of the report's news, or a time that lasts until publication",
            )
        elif event.when is not None:
            time = next(time for time in self.calendar.told if time.id == event.when)
            words = min(time.mentions, key=lambda mention: abs(mention.start - event.trigger.start))
            near = self.calendar.nearest(draft.trigger)
            if near is not None and near.id == time.id:
                why = f"{time.text!r} is the time told nearest in its sentence"
            else:
                why = f"{time.text!r} is the likeliest of the article's times, by what annotated articles taught"
            yield Reason(field="when", value=_interval(time.start, time.end), why=why, words=words)

    def _place(self, event: Event) -> Iterator[Reason]:
        for place in self.cast.places:
            if place.id == event.where:
                yield Reason(field="where", value=place.name, why="the place told nearest in its sentence")

    def _testimony(self, event: Event, draft: Draft) -> Iterator[Reason]:
        for testimony in event.testimony:
            value = f"{testimony.stance}: " + " ← ".join(self.cast[actor].name for actor in testimony.chain)
            if testimony.cue is not None:
                why = f"{testimony.cue.of(draft.trigger.tokens.doc.text)!r} attributes"
            elif testimony.statement is not None:
                why = "the quotation around it"
            else:
                why = "nobody else is said to tell it" if len(testimony.chain) == 1 else "what is alleged, or denied"
            yield Reason(field="testimony", value=value, why=why, words=testimony.cue)


def _interval(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"
