"""Events by a form."""

from dataclasses import replace
from typing import Any

from saksi.errors import QuestionError
from saksi.explorer.questions import PAGE, Events
from saksi.store import Store, aggregates
from saksi.store.search import Question, sql

MOST = 100_000
"""Events of a downloaded file at most."""
MONTHS = 24
"""Months that are counted, the last ones."""


def events(store: Store, asked: Events) -> dict[str, Any]:
    """The events that are asked for, and how many there are by type and by month."""
    question = asked.question(store)
    by_type = aggregates.counted(store, question, "type")
    return {
        "rows": store.rows(*sql(question)),
        "total": sum(row["events"] for row in by_type),
        "by_type": by_type,
        "by_month": aggregates.counted(store, question, "month", by_name=True)[-MONTHS:],
        "page": asked.page,
        "size": PAGE,
    }


def all_events(store: Store, asked: Events) -> Question:
    """The question for all events, for a file. Raises QuestionError if they are too many for one."""
    question = replace(asked.question(store), limit=None, offset=0)
    total = sum(row["events"] for row in aggregates.counted(store, question, "type"))
    if total > MOST:
        raise QuestionError(f"more than {MOST:,} events; narrow the question, or write the file with saksi find")
    return question
