"""Docs, casts and triggers made by hand, in a notation that reads as a sentence.

`Rusia/PROPN/nsubj/memuji memuji/VERB Ukraina/PROPN/obj/memuji .` is a Doc: each word with its tag, its relation and
the word it hangs on. A word without relation is the root if it is the sentence's first verb, else hangs on the root.
`.` and `?` end a sentence. Words stand one space apart.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from saksi.extract.cues import CueFinder
from saksi.extract.dating import Calendar
from saksi.extract.draft import Draft
from saksi.extract.governance import Governor
from saksi.extract.names import NameFinder
from saksi.extract.parties import Slots
from saksi.extract.triggers import Sense, Trigger, TriggerFinder, Voice
from saksi.languages import Pack, load_pack, lookup_form
from saksi.model import Actor, Cast, Kind, Place, Span, Statement, Status, Time

KINDS: dict[str, Kind] = {"+": "person", "@": "outlet", "*": "group", "#": "organisation"}
PARTY = re.compile(r"(?P<mark>[+@*#]?)(?P<id>\w+)(?::(?P<code>\S+?))?(?:/(?P<sector>\w+))?=(?P<words>.+)")
OUTLET, UNNAMED = "outlet", "unnamed"


@cache
def pack(language: str = "id") -> Pack:
    return load_pack(language)


@cache
def pipeline(language: str = "id") -> Language:
    """A tokenizer and nothing else."""
    return spacy.blank(language)


@cache
def name_finder(language: str = "id") -> NameFinder:
    return NameFinder(pack(language), pipeline(language))


@cache
def trigger_finder(language: str = "id") -> TriggerFinder:
    return TriggerFinder(pack(language))


@cache
def cue_finder(language: str = "id") -> CueFinder:
    return CueFinder(pack(language))


def calendar(made: Doc, times: Sequence[Time], statements: Sequence[Statement], *, published: date | None) -> Calendar:
    return Calendar(made, times, statements, published=published, outlet=OUTLET, pack=pack())


def doc(spec: str, *, language: str = "id", ents: Sequence[str] = ()) -> Doc:
    """The Doc of a notation; `ents` are `Korea Utara:PLACE`."""
    rows = [token.split("/") for token in spec.split()]
    words = [row[0] for row in rows]
    heads, deps = _tree(rows)
    made = Doc(
        pipeline(language).vocab,
        words=words,
        pos=[row[1] if len(row) > 1 else _tag(row[0]) for row in rows],
        heads=heads,
        deps=deps,
        lemmas=[word.lower() for word in words],
    )
    for token in made:
        nominal = token.pos_ in ("NOUN", "PROPN")
        token.norm_ = lookup_form(token.text, nominal=nominal, pack=pack(language))
    made.ents = tuple(_entity(made, entity) for entity in ents)
    return made


def _tag(word: str) -> str:
    return "X" if word[0].isalnum() else "PUNCT"


def _tree(rows: list[list[str]]) -> tuple[list[int], list[str]]:
    heads, deps = list(range(len(rows))), ["dep"] * len(rows)
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and rows[end - 1][0] not in (".", "?"):
            continue
        root = _root(rows, start, end)
        for index in range(start, end):
            row = rows[index]
            deps[index] = row[2] if len(row) > 2 else "dep"
            heads[index] = _nearest(rows, index, row[3], start, end) if len(row) > 3 else root
        deps[root] = "ROOT"
        start = end
    return heads, deps


def _root(rows: list[list[str]], start: int, end: int) -> int:
    free = [index for index in range(start, end) if len(rows[index]) < 3]
    verbs = [index for index in free if rows[index][1:2] == ["VERB"]]
    return (verbs or free)[0]


def _nearest(rows: list[list[str]], index: int, word: str, start: int, end: int) -> int:
    return min((other for other in range(start, end) if rows[other][0] == word), key=lambda other: abs(other - index))


def _entity(made: Doc, entity: str) -> Tokens:
    words, _, label = entity.partition(":")
    span = made.char_span(made.text.index(words), made.text.index(words) + len(words), label=label)
    assert span is not None
    return span


def spans(made: Doc, words: str) -> tuple[Span, ...]:
    """Everywhere that the words stand in the text."""
    found = re.finditer(rf"(?<!\S){re.escape(words)}(?!\S)", made.text)
    return tuple(Span(start=match.start(), end=match.end()) for match in found)


def cast(made: Doc, spec: str, *, places: str = "") -> Cast:
    """Parties as `RUS=Rusia,Moskow; +putin:RUS/GOV=Putin; @reuters=Reuters`: mark of the kind, id, code, sector, words.

    A party without a code has its id for one; `places` are `Kharkiv:UKR; ...`.
    """
    actors = [Actor(id=OUTLET, name=OUTLET, kind="outlet", code="---", sectors=("JRN",))]
    actors.append(Actor(id=UNNAMED, name=UNNAMED, kind="group", code="---", sectors=("UNK",)))
    for party in filter(None, spec.split("; ")):
        match = PARTY.fullmatch(party)
        assert match is not None, party
        actors.append(
            Actor(
                id=match["id"],
                name=match["id"],
                kind=KINDS.get(match["mark"], "state"),
                code=match["code"] or match["id"],
                sectors=(match["sector"],) if match["sector"] else (),
                mentions=tuple(span for words in match["words"].split(",") for span in spans(made, words)),
            )
        )
    return Cast(actors=tuple(actors), outlet=OUTLET, unnamed=UNNAMED, places=_places(made, places))


def _places(made: Doc, spec: str) -> tuple[Place, ...]:
    pairs = [place.split(":") for place in spec.split("; ") if place]
    return tuple(Place(id=name, name=name, country=code, mentions=spans(made, name)) for name, code in pairs)


def trigger(  # noqa: PLR0913 - the columns of a row of triggers
    made: Doc,
    words: str,
    *,
    frame: str = "transitive",
    type: str = "SUPPORT",  # noqa: A002 - the record's own name for it
    voice: Voice = "active",
    complement: str = "",
    mode: str | None = None,
) -> Trigger:
    """A trigger at the words; a noun where the frame is one of nouns."""
    sense = Sense(
        words=words,
        pos="noun" if frame.startswith("deed-") else "verb",
        type=type,
        name=type,
        mode=mode,
        contexts=(),
        frame=frame,
        object="",
        complement=complement,
    )
    place = spans(made, words)[0]
    tokens = made.char_span(place.start, place.end)
    assert tokens is not None
    return Trigger(tokens=tokens, sense=sense, voice=voice)


def statement(
    made: Doc, speaker: str | None, content: str, *, direct: bool = False, number: int = 1, by: Sequence[str] = ()
) -> Statement:
    """The words `content`, said by `speaker`; `by` are links between outlet and speaker."""
    start = made.text.index(content)
    return Statement(
        id=f"s{number}",
        speaker=speaker,
        chain=(OUTLET, *by, speaker or UNNAMED),
        content=Span(start=start, end=start + len(content)),
        direct=direct,
    )


def draft(  # noqa: PLR0913 - the fields of a draft
    told: Trigger,
    actors: str = "",
    recipients: str = "",
    *,
    above: Trigger | None = None,
    reason_of: Trigger | None = None,
    slots: Slots | None = None,
    status: Status = "happened",
    background: bool = False,
) -> Draft:
    """A draft of the trigger with the parties told by its clause, ids between spaces."""
    return Draft(
        trigger=told,
        governor=Governor(trigger=above, own_clause=False) if above else None,
        reason_of=reason_of,
        slots=slots or {},
        actors=actors.split(),
        recipients=recipients.split(),
        status=status,
        alleged=False,
        background=background,
        subject=None,
        rule="made",
    )
