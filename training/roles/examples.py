"""Training examples: the candidates of each deed that annotators have too, and whether they have them at an end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from saksi.extract.draft import Draft
from saksi.extract.roles import Scene as Columns
from saksi.extract.roles.candidates import Candidate, candidates
from saksi.extract.roles.forest import Matrix
from saksi.intake import read_date
from saksi.model import Article
from saksi.pipeline import Scene, reader

REACH = 80
"""Characters that may lie between the words of a deed as we and as the annotators have them; the scorer's own."""

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Deed:
    """A deed that an annotator has too.

    Attributes:
        article: whose it is.
        rows: the features of its candidates, [candidates, features].
        codes: their codes.
        actors, recipients: the codes that the annotator has at each end.
        ruled: the codes that the rules have at each end.
        gold: whether its article is one of the gold articles.

    """

    article: str
    rows: Matrix
    codes: tuple[str, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    ruled: tuple[frozenset[str], frozenset[str]]
    gold: bool = False

    def labels(self, end: str) -> Matrix:
        """For each candidate 1 if the annotator has it at that end (`actors` or `recipients`), else 0."""
        wanted: frozenset[str] = getattr(self, end)
        return np.array([code in wanted for code in self.codes], dtype=np.float32)


def deeds(records: Iterable[Record]) -> list[Deed]:
    """Read the articles of annotated records, and pair their deeds with the annotators'."""
    return [deed for record in records for deed in _deeds(record)]


def _deeds(record: Record) -> Iterator[Deed]:
    scene = reader(record["language"]).scene(_article(record))
    filled = scene.reader.discourse.complete(scene.drafts)
    used = {party for draft in filled for party in (*draft.actors, *draft.recipients)}
    parties = candidates(scene.cast, used)
    rows = Columns(scene.doc, scene.cast, scene.statements).rows(parties, scene.drafts, filled)
    for event, number in _pairs(record["events"], filled):
        yield _deed(record, event, scene, filled[number], parties, rows[number])


def _deed(
    record: Record, event: Record, scene: Scene, draft: Draft, parties: Sequence[Candidate], rows: Matrix
) -> Deed:
    return Deed(
        article=record["id"],
        gold=bool(record.get("schema")),
        rows=rows,
        codes=tuple(party.code for party in parties),
        actors=frozenset(event["actors"]),
        recipients=frozenset(event["recipients"]),
        ruled=(
            frozenset(scene.cast[actor].code for actor in draft.actors),
            frozenset(scene.cast[actor].code for actor in draft.recipients),
        ),
    )


def _article(record: Record) -> Article:
    published = record.get("published")
    return Article(
        id=record["id"],
        text=record["text"],
        published=read_date(published) if published else None,
        outlet=record.get("outlet"),
        language=record["language"],
        title=record.get("title"),
        url=record.get("url"),
    )


def _pairs(events: Sequence[Record], drafts: Sequence[Draft]) -> Iterator[tuple[Record, int]]:
    """One-to-one pairs of the same type, nearest first, as the scorer pairs them."""
    near = sorted(
        (_gap(event, draft), abs(event["start"] - draft.trigger.tokens.start_char), i, j)
        for i, event in enumerate(events)
        for j, draft in enumerate(drafts)
        if event["type"] == draft.trigger.sense.type and _gap(event, draft) <= REACH
    )
    used_events, used_drafts = set(), set()
    for _, _, i, j in near:
        if i not in used_events and j not in used_drafts:
            used_events.add(i)
            used_drafts.add(j)
            yield events[i], j


def _gap(event: Record, draft: Draft) -> int:
    tokens = draft.trigger.tokens
    return int(max(0, event["start"] - tokens.end_char, tokens.start_char - event["end"]))
