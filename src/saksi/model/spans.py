"""A reading as spaCy has it: a Doc with spans and what was read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from saksi.model.reading import Reading
from saksi.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EXTENSIONS = ("reading", "events")
GROUPS = ("triggers", "actors", "places", "times", "quotes")


def to_doc(reading: Reading, nlp: "Language | None" = None) -> "Doc":
    """The text as `nlp` makes a Doc of it, or spaCy's blank pipeline of its language, with what was read in it."""
    import spacy  # noqa: PLC0415 (a reading needs none)

    pipeline = nlp or spacy.blank(reading.article.language or "xx")
    return annotate(pipeline(reading.article.text), reading)


def annotate(doc: "Doc", reading: Reading) -> "Doc":
    """Put what was read into a Doc of the same text: `doc.spans`, `doc._.reading` and `doc._.events`.

    Groups of spans are `GROUPS`; a span's label is the event's type, the actor's kind, or what it is; its id is that of
    the record. Where tokens do not end with a mention, the span has them whole.
    """
    from spacy.tokens import Doc  # noqa: PLC0415

    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for group, marks in zip(GROUPS, _marks(reading), strict=True):
        doc.spans[group] = list(_spans(doc, marks))
    doc._.reading, doc._.events = reading, reading.events
    return doc


def _marks(reading: Reading) -> tuple[list[tuple[Span, str, str]], ...]:
    """For each group the stretches of text, their labels and ids."""
    return (
        [(event.trigger, event.type, event.id) for event in reading.events],
        [(span, actor.kind, actor.id) for actor in reading.actors for span in actor.mentions],
        [(span, "place", place.id) for place in reading.places for span in place.mentions],
        [(span, time.grain, time.id) for time in reading.times for span in time.mentions],
        [(one.content, "direct" if one.direct else "reported", one.id) for one in reading.statements],
    )


def _spans(doc: "Doc", marks: Iterable[tuple[Span, str, str]]) -> Iterable[Any]:
    for span, label, name in sorted(marks):
        found = doc.char_span(span.start, span.end, label=label, span_id=name, alignment_mode="expand")
        if found is not None:
            yield found
