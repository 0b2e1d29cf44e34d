"""What many events come to: counts, weeks, relations, places, outlets.

Deeds are counted, not reports: events of one story are one deed. Tone is the mean of PLOVER's scores of their types,
from -10 (conflict) to +10 (cooperation); only what happened or goes on has one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from saksi.codebook import plover
from saksi.store.search import Question, Who, where
from saksi.store.store import Store

Row = dict[str, Any]
Column = Literal["type", "month", "witness"]
Grain = Literal["week", "month"]

MONTH = "strftime(coalesce(start_date, published), '%Y-%m')"
COLUMNS: Mapping[Column, str] = {"type": "type", "month": MONTH, "witness": "unnest(witnesses)"}
DAYS: Mapping[Grain, int] = {"week": 6, "month": 31}
"""Days that a deed's time may be wide to be of one week, of one month."""
REAL = "status IN ('happened', 'ongoing')"
_WITHIN = "(?::DATE IS NULL OR a.day >= ?) AND (?::DATE IS NULL OR a.day <= ?)"
NOWHERE = "---"
"""The code of parties of no country."""


def _deeds(question: Question) -> tuple[str, list[Any]]:
    """The events of a question with the deed that they tell and the score of their type, as a table expression."""
    condition, values = where(question)
    types = plover().types
    query = (
        "(SELECT coalesce(story_id, event_id) AS deed, score, events_flat.* FROM events_flat "  # noqa: S608 (ours)
        "LEFT JOIN story_events USING (event_id) "
        "JOIN (SELECT unnest(?) AS type, unnest(?) AS score) USING (type) "
        f"WHERE {condition})"
    )
    return query, [list(types), [float(facts["score"]) for facts in types.values()], *values]


def counted(store: Store, question: Question, column: Column, *, by_name: bool = False) -> list[Row]:
    """How many events of a question there are for each value of a column, the most first or in order of the values."""
    condition, values = where(question)
    query = (
        f"SELECT name, count(*) AS events FROM (SELECT {COLUMNS[column]} AS name FROM events_flat WHERE {condition}) "  # noqa: S608 (ours)
        f"WHERE name IS NOT NULL GROUP BY name ORDER BY {'name' if by_name else 'events DESC, name'}"
    )
    return store.rows(query, values)


def over_time(store: Store, question: Question, grain: Grain) -> list[Row]:
    """Cooperation and conflict by week or month: sums of scores above and below zero, and how many deeds.

    Deeds whose time is not known as finely are left out.
    """
    deeds, values = _deeds(question)
    query = (
        "SELECT start, sum(greatest(score, 0)) AS cooperation, -sum(least(score, 0)) AS conflict, count(*) AS deeds "  # noqa: S608 (ours)
        "FROM (SELECT date_trunc(?, min(start_date))::DATE AS start, arg_min(score, event_id) AS score "
        f"FROM {deeds} WHERE {REAL} AND end_date - start_date <= ? GROUP BY deed) GROUP BY start ORDER BY start"
    )
    return store.rows(query, [grain, *values, DAYS[grain]])


def partners(store: Store, question: Question, side: Literal["actor", "recipient"], *, limit: int) -> list[Row]:
    """Who stands at one side of the deeds of a question: code, deeds and tone."""
    deeds, values = _deeds(question)
    return store.rows(
        "SELECT name, count(DISTINCT deed) AS deeds, round(avg(score), 1) AS tone FROM "  # noqa: S608 (ours)
        f"(SELECT DISTINCT deed, score, unnest({side}_codes) AS name FROM {deeds} WHERE {REAL}) "
        "WHERE name <> ? GROUP BY name ORDER BY deeds DESC, name LIMIT ?",
        [*values, NOWHERE, limit],
    )


def relations(store: Store, question: Question, *, limit: int) -> list[Row]:
    """Pairs of codes with the most deeds between them, in either direction: deeds and tone."""
    deeds, values = _deeds(question)
    return store.rows(
        "SELECT one, other, count(DISTINCT deed) AS deeds, round(avg(score), 1) AS tone FROM "  # noqa: S608 (ours)
        "(SELECT DISTINCT deed, score, least(a, r) AS one, greatest(a, r) AS other FROM "
        f"(SELECT deed, score, unnest(actor_codes) AS a, recipient_codes FROM {deeds} WHERE {REAL}), "
        "unnest(recipient_codes) AS u(r) WHERE a <> r AND a <> ? AND r <> ?) "
        "GROUP BY one, other ORDER BY deeds DESC, one, other LIMIT ?",
        [*values, NOWHERE, NOWHERE, limit],
    )


def places(store: Store, question: Question, *, limit: int) -> list[Row]:
    """Places with coordinates, those with the most deeds first: deeds and tone."""
    deeds, values = _deeds(question)
    return store.rows(
        "SELECT place, country, latitude, longitude, count(DISTINCT deed) AS deeds, round(avg(score), 1) AS tone "  # noqa: S608
        f"FROM {deeds} WHERE {REAL} AND latitude IS NOT NULL AND longitude IS NOT NULL "
        "GROUP BY place, country, latitude, longitude ORDER BY deeds DESC, place, country LIMIT ?",
        [*values, limit],
    )


def first_told(store: Store, since: date, until: date) -> list[Row]:
    """How many stories were told for the first time on each day."""
    return store.rows(
        "SELECT first_told AS start, count(*) AS stories FROM stories WHERE first_told BETWEEN ? AND ? "
        "GROUP BY first_told ORDER BY first_told",
        [since, until],
    )


def names(store: Store, who: Who, *, limit: int) -> list[Row]:
    """The names under which articles have a party, the most frequent first."""
    return store.rows(
        "SELECT name, kind, code, count(*) AS articles FROM actors "
        "WHERE kind = 'state' AND list_contains(?, code) OR list_contains(?, name) "
        "GROUP BY ALL ORDER BY articles DESC, name LIMIT ?",
        [list(who.codes), list(who.names), limit],
    )


def actors(store: Store, *, name: str | None, kind: str | None, limit: int, offset: int) -> list[Row]:
    """Parties with in how many articles each stands, the most frequent first."""
    return store.rows(
        "SELECT name, kind, code, count(DISTINCT article_id) AS articles FROM actors "
        "WHERE (? IS NULL OR contains(lower(name), lower(?)) OR code = upper(?)) AND (? IS NULL OR kind = ?) "
        "GROUP BY name, kind, code ORDER BY articles DESC, name, kind, code LIMIT ? OFFSET ?",
        [name, name, name, kind, kind, limit, offset],
    )


def outlets(store: Store, since: date | None, until: date | None) -> list[Row]:
    """Outlets with what they publish, the most articles first.

    `stories` are those it tells, `shared` those that others tell too, `first` those of them that it told on a day on
    which no other had, `alone` those that nobody else tells; `copies` are articles that stand on another outlet's.
    """
    return store.rows(_OUTLETS, [*_period(since, until), *_period(since, until)])


def credits(store: Store, since: date | None, until: date | None) -> list[Row]:  # noqa: A001 - the field's own name
    """Which outlet rests on which outlet or agency: in how many articles its chains credit it, the most first."""
    return store.rows(_CREDITS, _period(since, until))


def _period(since: date | None, until: date | None) -> Sequence[Any]:
    return [since, since, until, until]


_OUTLETS = f"""
WITH told AS (
    SELECT DISTINCT s.story_id, a.outlet, min(a.day) OVER (PARTITION BY s.story_id, a.outlet) AS day
    FROM story_events s
    JOIN articles a ON a.latest AND a.id = s.event_id[:-instr(reverse(s.event_id), '#') - 1]
    WHERE {_WITHIN}
), placed AS (
    SELECT *, count(*) OVER (PARTITION BY story_id) AS outlets,
           rank() OVER (PARTITION BY story_id ORDER BY day) AS place,
           count(*) OVER (PARTITION BY story_id, day) AS equals
    FROM told
), stories AS (
    SELECT outlet, count(*) AS stories, count(*) FILTER (outlets > 1) AS shared,
           count(*) FILTER (outlets > 1 AND place = 1 AND equals = 1) AS first, count(*) FILTER (outlets = 1) AS alone
    FROM placed GROUP BY outlet
), copied AS (
    SELECT a.outlet, count(*) AS copies
    FROM copies c JOIN articles a ON a.latest AND a.id = c.article_id JOIN articles o ON o.latest AND o.id = c.copy_of
    WHERE a.outlet <> o.outlet GROUP BY a.outlet
)
SELECT outlet AS name, count(*) AS articles,
       coalesce(any_value(stories), 0) AS stories, coalesce(any_value(shared), 0) AS shared,
       coalesce(any_value(first), 0) AS first, coalesce(any_value(alone), 0) AS alone,
       coalesce(any_value(copies), 0) AS copies
FROM articles a LEFT JOIN stories USING (outlet) LEFT JOIN copied USING (outlet)
WHERE latest AND {_WITHIN}
GROUP BY outlet ORDER BY articles DESC, outlet
"""  # noqa: S608 (our names)
_CREDITS = f"""
SELECT a.outlet, w.name AS source, count(DISTINCT a.id) AS articles
FROM (SELECT article_id, version, unnest(chain[2:]) AS link FROM testimonies
      UNION SELECT article_id, version, unnest(chain[2:]) FROM statements) t
JOIN articles a ON a.latest AND a.id = t.article_id AND a.version = t.version
JOIN actors w ON w.article_id = t.article_id AND w.version = t.version AND w.id = t.link AND w.kind = 'outlet'
WHERE w.name <> a.outlet AND {_WITHIN}
GROUP BY ALL ORDER BY articles DESC, a.outlet, source
"""  # noqa: S608 (our names)
