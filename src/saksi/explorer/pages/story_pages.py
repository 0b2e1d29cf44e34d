"""Stories, and one of them with both its sides."""

from typing import Any

from saksi.errors import QuestionError
from saksi.explorer.questions import PAGE, Stories
from saksi.runners import account
from saksi.store import Store
from saksi.store.search import stories_sql


def stories(store: Store, asked: Stories) -> dict[str, Any]:
    """The stories that are asked for."""
    return {"rows": store.rows(*stories_sql(asked.question(store))), "page": asked.page, "size": PAGE}


def story(store: Store, name: str) -> dict[str, Any]:
    """One story: its course, both sides, who had it from whom, what differs. Raises QuestionError if there is none."""
    rows = store.rows("SELECT * FROM stories WHERE id = ?", [name])
    found = account(store, name) if rows else None
    if found is None:
        raise QuestionError(f"there is no story {name[:40]!r}")
    return {"story": rows[0], **{part: getattr(found, part) for part in found.__slots__}}
