"""Questions out of an address: `/events?actor=RUS&since=2024-01-01`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

from saksi.asking import party
from saksi.codebook import plover
from saksi.errors import QuestionError
from saksi.model import Standing, Status
from saksi.store import Store
from saksi.store.search import SORTS, Question, StoriesQuestion

PAGE = 50
"""Rows of a page."""
LAST = 1000
"""The last page that is given: who wants more takes the file."""
Asked = Mapping[str, str]
CHOICES: Mapping[str, Sequence[str]] = {
    "types": tuple(plover().types),
    "statuses": get_args(Status),
    "standings": get_args(Standing),
    "sorts": tuple(SORTS),
}
"""What a form lets one choose from."""


def events(asked: Asked, store: Store) -> Question:
    """Which events are asked for. Raises QuestionError where a value is none that could be."""
    return Question(
        actor=party(_word(asked, "actor"), store),
        recipient=party(_word(asked, "recipient"), store),
        party=party(_word(asked, "party"), store),
        witness=party(_word(asked, "witness"), store),
        type=_one_of(asked, "type", CHOICES["types"]),
        status=_one_of(asked, "status", CHOICES["statuses"]),
        standing=_one_of(asked, "standing", CHOICES["standings"]),
        since=_day(asked, "since"),
        until=_day(asked, "until"),
        place=_word(asked, "place"),
        text=_word(asked, "text"),
        limit=PAGE,
        offset=(number(asked) - 1) * PAGE,
    )


def stories(asked: Asked, store: Store) -> StoriesQuestion:
    """Which stories are asked for. Raises QuestionError where a value is none that could be."""
    return StoriesQuestion(
        actor=party(_word(asked, "actor"), store),
        recipient=party(_word(asked, "recipient"), store),
        type=_one_of(asked, "type", CHOICES["types"]),
        standing=_one_of(asked, "standing", CHOICES["standings"]),
        since=_day(asked, "since"),
        until=_day(asked, "until"),
        text=_word(asked, "text"),
        sort=_one_of(asked, "sort", CHOICES["sorts"]) or "newest",
        limit=PAGE,
        offset=(number(asked) - 1) * PAGE,
    )


def number(asked: Asked) -> int:
    """The number of the page that is asked for, from 1 on."""
    told = _word(asked, "page") or "1"
    if not (told.isdecimal() and len(told) <= len(str(LAST)) and 0 < int(told) <= LAST):
        raise QuestionError(f"page: {told[:20]!r} is no number from 1 to {LAST}")
    return int(told)


def _word(asked: Asked, name: str) -> str | None:
    return asked.get(name, "").strip()[:200] or None


def _one_of(asked: Asked, name: str, names: Sequence[str]) -> str | None:
    told = _word(asked, name)
    if told is None or told in names:
        return told
    raise QuestionError(f"{name}: {told!r} is none of {', '.join(names)}")


def _day(asked: Asked, name: str) -> date | None:
    told = _word(asked, name)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise QuestionError(f"{name}: {told!r} is no date; write it as 2024-06-18") from error
