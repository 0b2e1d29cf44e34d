"""Judgements of another store, on the same articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from saksi.errors import QuestionError
from saksi.export.record import reading_of
from saksi.model import Deed, Span, deed_of
from saksi.runners.judge import settle
from saksi.store import Store, judgements
from saksi.store.readings import reading


@dataclass(slots=True)
class Taken:
    """What came of judgements from elsewhere: how many were kept, and why others were not."""

    kept: int = 0
    left: list[str] = field(default_factory=list)


def take(store: Store, records: Iterable[Mapping[str, Any]]) -> Taken:
    """Keep the judgements of records that `gold` made of another store, on the same texts.

    Events are found by the words that tell them. Raises StoreError if somebody else writes.
    """
    taken = Taken()
    with store.writing():
        for table in records:
            try:
                _take(store, table, taken)
            except (KeyError, TypeError, ValueError) as error:
                taken.left.append(f"{table.get('id', '?')}: is no judged record ({error!r})")
            except QuestionError as error:
                taken.left.append(str(error))
    return taken


def _take(store: Store, table: Mapping[str, Any], taken: Taken) -> None:
    told = reading_of(table)
    found = reading(store, told.article.id, wrong=True)
    if found.article.text != told.article.text:
        raise QuestionError(f"{store.path}: article {told.article.id!r} has another text")
    at = {event.trigger: event for event in found.events}
    kinds: dict[str, judgements.Kind] = {
        name: kind for name, kind in table["judged"].items() if kind in ("right", "corrected")
    }
    said: list[tuple[Span, judgements.Kind, Deed | None]] = [
        *((Span(**span), "wrong", None) for span in table["wrong"]),
        *((one.trigger, kinds[one.id], deed_of(told, one)) for one in told.events if one.id in kinds),
    ]
    for trigger, kind, deed in said:
        if trigger not in at:
            taken.left.append(f"{told.article.id}: no event is told by {trigger.of(told.article.text)!r}")
            continue
        name = judgements.judge_event(store, f"{found.article.id}#{at[trigger].id}", kind, deed)
        settle(store, name, gone=kind == "wrong")
        taken.kept += 1
