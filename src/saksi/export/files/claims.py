"""Deeds on which word stands against word, as schema.org Claims in JSON-LD.

Each is ready to be an `itemReviewed` of a ClaimReview; no rating is made up. schema.org has no relation for a denial:
it is a Claim of its own, whose `disambiguatingDescription` says what it denies.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from saksi.export.files.base import Lines
from saksi.export.selection import Part

_TOLD = """
SELECT d.id AS key, t.stance, t.witness, t.chain, e.evidence, e.outlet, e.published, e.url, e.article_id
FROM deeds d LEFT JOIN story_events s ON s.story_id = d.id
JOIN testimonies_flat t ON t.event_id = coalesce(s.event_id, d.event_id)
JOIN events_flat e ON e.event_id = t.event_id
WHERE d.standing IN ('contested', 'denied')
ORDER BY key, e.published, t.event_id, t.stance, t.witness
"""


class Claims(Lines):
    """A Claim for each contested or denied deed, with those who deny it."""

    name = "claims"
    file = "claims.jsonl"

    def objects(self, part: Part) -> Iterator[Mapping[str, Any]]:
        """The claims of deeds."""
        told: dict[str, list[dict[str, Any]]] = {}
        for row in part.table(_TOLD).to_pylist():
            told.setdefault(row["key"], []).append(row)
        return (_claim(row, told[row["id"]]) for row in part.rows if row["id"] in told)


def _claim(row: Mapping[str, Any], told: list[dict[str, Any]]) -> dict[str, Any]:
    said = [one for one in told if one["stance"] == "asserts"]
    appearances = [_appearance(one) for one in _once(said or told, "article_id")]
    return {
        "@context": "https://schema.org",
        "@type": "Claim",
        "identifier": row["id"],
        "name": _sentence(row),
        "text": row["evidence"],
        "author": [_author(one) for one in _once(said, "witness")],
        "datePublished": _day(row["first_told"]),
        "about": [{"@type": "Thing", "name": party["name"]} for party in (*row["actors"], *row["recipients"])],
        "spatialCoverage": row["place"],
        "temporalCoverage": f"{row['start_date']}/{row['end_date']}" if row["start_date"] else None,
        "firstAppearance": appearances[0],
        "appearance": appearances,
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": row[name]} for name in ("type", "status", "standing")
        ],
        "subjectOf": [_denial(row, one) for one in told if one["stance"] == "denies"],
    }


def _denial(row: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "Claim",
        "author": _author(told),
        "text": told["evidence"],
        "disambiguatingDescription": f"denies: {_sentence(row)}",
        "datePublished": _day(told["published"]),
        "appearance": [_appearance(told)],
    }


def _once(rows: Iterable[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The first row of each value."""
    found: dict[Any, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row[name], row)
    return list(found.values())


def _sentence(row: Mapping[str, Any]) -> str:
    one, other = (", ".join(party["name"] for party in row[side]) or "-" for side in ("actors", "recipients"))
    return f"{row['type']}: {one} > {other}"


def _author(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": "Thing", "name": row["witness"], "description": " > ".join(row["chain"])}


def _appearance(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "identifier": row["article_id"],
        "url": row["url"],
        "publisher": {"@type": "Organization", "name": row["outlet"]},
        "datePublished": _day(row["published"]),
    }


def _day(day: object) -> str | None:
    return str(day) if day else None
