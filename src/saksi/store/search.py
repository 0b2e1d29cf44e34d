"""Questions about events, as people and pages ask them, put into SQL."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Who:
    """A party as it is asked for: all that count for a code, or all of some names."""

    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which events are wanted; what is left out does not matter.

    Attributes:
        actor, recipient: who does it, and who undergoes it.
        party: who is at either end.
        type, status, standing: PLOVER's type, and how the deed and the word on it stand.
        witness: who asserts or denies it.
        since, until: a day on or after, on or before which it was; of a deed without a day, when it was reported.
        place: words in the name of the place, or the code of its country.
        text: words in the sentence that tells it.
        article: the id of the article that tells it.
        limit, offset: how many, and from which on; None for all.

    """

    actor: Who | None = None
    recipient: Who | None = None
    party: Who | None = None
    type: str | None = None
    status: str | None = None
    standing: str | None = None
    witness: Who | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    text: str | None = None
    article: str | None = None
    limit: int | None = None
    offset: int = 0


COLUMNS = (
    *("article_id", "event_id", "type", "mode", "status", "standing", "actor_codes", "recipient_codes"),
    *("start_date", "end_date", "place", "witnesses", "evidence", "actors", "recipients", "deniers", "country"),
    *("latitude", "longitude", "contexts", "trigger", "outlet", "published", "language", "title", "url", "verdict"),
)
"""The columns of an answer, in order."""
ORDER = "coalesce(start_date, published) DESC NULLS LAST, article_id, event_id"


def sql(question: Question) -> tuple[str, list[Any]]:
    """The query over `events_flat`, and its parameters."""
    conditions, parameters = where(question)
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    query = f"SELECT {columns} FROM events_flat WHERE {conditions} ORDER BY {ORDER}"  # noqa: S608 (no words of the user)
    if question.limit is not None:
        query += " LIMIT ? OFFSET ?"
        parameters += [question.limit, question.offset]
    return query, parameters


def where(question: Question) -> tuple[str, list[Any]]:
    """The conditions of a question in SQL, and their parameters."""
    conditions: list[str] = ["true"]
    parameters: list[Any] = []
    for condition, values in _conditions(question):
        conditions.append(condition)
        parameters += values
    return " AND ".join(conditions), parameters


def _conditions(question: Question) -> Iterator[tuple[str, Sequence[Any]]]:
    yield from _who(question)
    for column in ("type", "status", "standing"):
        if value := getattr(question, column):
            yield f"{column} = ?", [value]
    if question.since:
        yield "coalesce(end_date, published) >= ?", [question.since]
    if question.until:
        yield "coalesce(start_date, published) <= ?", [question.until]
    if question.place:
        yield "(contains(lower(place), lower(?)) OR country = upper(?))", [question.place, question.place]
    if question.text:
        yield "contains(lower(evidence), lower(?))", [question.text]
    if question.article:
        yield "article_id = ?", [question.article]


def _who(question: Question) -> Iterator[tuple[str, Sequence[Any]]]:
    if question.actor:
        yield _is(question.actor, "actor_codes", "actors")
    if question.recipient:
        yield _is(question.recipient, "recipient_codes", "recipients")
    if question.party:
        one, values = _is(question.party, "actor_codes", "actors")
        other, more = _is(question.party, "recipient_codes", "recipients")
        yield f"({one} OR {other})", [*values, *more]
    if question.witness:
        yield _testifies(question.witness)


def _is(who: Who, codes: str, names: str) -> tuple[str, list[Any]]:
    return f"(list_has_any({codes}, ?) OR list_has_any({names}, ?))", [list(who.codes), list(who.names)]


def _testifies(who: Who) -> tuple[str, list[Any]]:
    told = "event_id IN (SELECT event_id FROM testimonies_flat WHERE witness_code IN (SELECT unnest(?)))"
    named = "list_has_any(witnesses, ?) OR list_has_any(deniers, ?)"
    return f"({named} OR {told})", [list(who.names), list(who.names), list(who.codes)]


SORTS: Mapping[str, str] = {
    "newest": "last_told DESC NULLS LAST, len(outlets) DESC, id",
    "reports": "articles DESC, len(outlets) DESC, id",
    "witnesses": "len(witnesses_for) + len(witnesses_against) DESC, len(outlets) DESC, id",
    "contested": "len(witnesses_against) > 0 AND len(witnesses_for) > 0 DESC, "
    "len(witnesses_for) + len(witnesses_against) DESC, id",
}
"""Which stories come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesQuestion:
    """Which stories are wanted; what is left out does not matter.

    Attributes:
        actor, recipient, type, standing, text, limit, offset: as for events.
        since, until: told then or later, then or earlier.
        sort: one of `SORTS`.

    """

    actor: Who | None = None
    recipient: Who | None = None
    type: str | None = None
    standing: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    sort: str = "newest"
    limit: int = 20
    offset: int = 0


def stories_sql(question: StoriesQuestion) -> tuple[str, list[Any]]:
    """The query over `stories`, and its parameters."""
    conditions: list[str] = ["true"]
    values: list[Any] = []
    for column, who in (("actor", question.actor), ("recipient", question.recipient)):
        if who:
            condition, parameters = _is(who, f"{column}_codes", f"{column}s")
            conditions.append(condition)
            values += parameters
    for condition, value in (
        ("type = ?", question.type),
        ("standing = ?", question.standing),
        ("last_told >= ?", question.since),
        ("first_told <= ?", question.until),
        (
            "id IN (SELECT story_id FROM story_events JOIN events_flat USING (event_id) "
            "WHERE contains(lower(evidence), lower(?)))",
            question.text,
        ),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    query = f"SELECT * FROM stories WHERE {' AND '.join(conditions)} ORDER BY {SORTS[question.sort]} LIMIT ? OFFSET ?"  # noqa: S608
    return query, [*values, question.limit, question.offset]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesQuestion:
    """Which articles are wanted; what is left out does not matter.

    Attributes:
        outlet: its name.
        text: words in the title or the text.
        since, until: published then or later, then or earlier.
        limit, offset: how many, and from which on.

    """

    outlet: str | None = None
    text: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 50
    offset: int = 0


def articles_sql(question: ArticlesQuestion) -> tuple[str, list[Any]]:
    """The query over the latest versions of articles, with how each begins and how many events it tells."""
    conditions, values = ["latest"], []
    for condition, value in (
        ("lower(outlet) = lower(?)", question.outlet),
        ("contains(lower(concat(title, ' ', text)), lower(?))", question.text),
        ("day >= ?", question.since),
        ("day <= ?", question.until),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    query = (
        "SELECT id, title, outlet, day AS published, language, url, text[:160] AS opening, "  # noqa: S608 (ours)
        "(SELECT count(*) FROM events WHERE article_id = articles.id AND version = articles.version) AS events "
        f"FROM articles WHERE {' AND '.join(conditions)} ORDER BY day DESC NULLS LAST, id LIMIT ? OFFSET ?"
    )
    return query, [*values, question.limit, question.offset]
