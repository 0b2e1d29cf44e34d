"""Deeds as the annotators have them beside those that the rules find."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from saksi.extract.draft import Draft
from saksi.intake import read_date
from saksi.model import Article
from training.deeds import annotations

REACH = 80
"""Characters that may lie between the words of a deed as we and as the annotators have them; the scorer's own."""
GOLD_WEIGHT = 1.5
"""How much more a deed of the gold articles counts, which two annotators have read, than one read once."""

Record = Mapping[str, Any]


def records(data: Path) -> list[Record]:
    """All articles that may be learnt from: those annotated for it, and gold that may be looked at."""
    gold = data.parent / "gold"
    shown = [record for name in ("dev", "seed") for record in annotations.gold(gold / f"{name}.jsonl")]
    return [*annotations.records(data), *shown]


def weight(record: Record) -> float:
    """How much the deeds of an article count."""
    return GOLD_WEIGHT if record.get("schema") else 1.0


def article(record: Record) -> Article:
    """An annotated record as intake would give it."""
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


def pairs(events: Sequence[Record], drafts: Sequence[Draft]) -> Iterator[tuple[Record, int]]:
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
