"""Questions out of an address: `/events?actor=RUS&since=2024-01-01`."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

from saksi.asking import party
from saksi.codebook import plover
from saksi.errors import StoreError
from saksi.model import Standing, Status
from saksi.store import Store
from saksi.store.search import SORTS, Question, StoriesQuestion

PAGE = 50
"""Rows of a page."""
LAST = 1000
"""The last page that is given: who wants more takes the file."""
Asked = Mapping[str, str]


def events(asked: Asked, store: Store, *, limit: int | None = PAGE) -> Question:
    """Which events are asked for. Raises StoreError where a value is none that could be."""
    return Question(
        actor=party(_word(asked, "actor"), store),
        recipient=party(_word(asked, "recipient"), store),
        party=party(_word(asked, "party"), store),
        witness=party(_word(asked, "witness"), store),
        type=_one_of(asked, "type", plover().types),
        status=_one_of(asked, "status", get_args(Status)),
        standing=_one_of(asked, "standing", get_args(Standing)),
        since=_day(asked, "since"),
        until=_day(asked, "until"),
        place=_word(asked, "place"),
        text=_word(asked, "text"),
        limit=limit,
        offset=(number(asked) - 1) * PAGE if limit else 0,
    )


def stories(asked: Asked, store: Store, *, limit: int = PAGE) -> StoriesQuestion:
    """Which stories are asked for. Raises StoreError where a value is none that could be."""
    return StoriesQuestion(
        actor=party(_word(asked, "actor"), store),
        recipient=party(_word(asked, "recipient"), store),
        type=_one_of(asked, "type", plover().types),
        standing=_one_of(asked, "standing", get_args(Standing)),
        since=_day(asked, "since"),
        until=_day(asked, "until"),
        text=_word(asked, "text"),
        sort=_one_of(asked, "sort", SORTS) or "newest",
        limit=limit,
        offset=(number(asked) - 1) * PAGE,
    )


def number(asked: Asked) -> int:
    """The number of the page that is asked for, from 1 on."""
    told = _word(asked, "page") or "1"
    if not (told.isascii() and told.isdigit() and 0 < int(told[:6]) <= LAST):
        raise StoreError(f"page: {told[:20]!r} is no number from 1 to {LAST}")
    return int(told)


def _word(asked: Asked, name: str) -> str | None:
    return asked.get(name, "").strip()[:200] or None


def _one_of(asked: Asked, name: str, names: Iterable[str]) -> str | None:
    told = _word(asked, name)
    if told is None or told in (known := list(names)):
        return told
    raise StoreError(f"{name}: {told!r} is none of {', '.join(known)}")


def _day(asked: Asked, name: str) -> date | None:
    told = _word(asked, name)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise StoreError(f"{name}: {told!r} is no date; write it as 2024-06-18") from error
