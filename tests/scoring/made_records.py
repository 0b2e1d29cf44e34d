"""Small records made by hand."""

from typing import Any

from saksi.scoring.sheet import Record

ACTORS: list[dict[str, Any]] = [
    {"id": "paper", "name": "The Paper", "kind": "outlet", "code": "GBR"},
    {"id": "agency", "name": "An Agency", "kind": "outlet", "code": "FRA"},
    {"id": "fr", "name": "France", "kind": "state", "code": "FRA"},
    {"id": "fr_mod", "name": "Ministry of Defence of France", "kind": "organisation", "code": "FRA"},
    {"id": "de", "name": "Germany", "kind": "state", "code": "DEU"},
    {"id": "pl", "name": "Poland", "kind": "state", "code": "POL"},
    {"id": "kim", "name": "Kim Jong-un", "kind": "person", "code": "PRK"},
    {"id": "choe", "name": "Choe Son-hui", "kind": "person", "code": "PRK"},
    {"id": "kim_full", "name": "KIM JONG UN", "kind": "person", "code": "PRK"},
    {"id": "nk", "name": "North Korea", "kind": "state", "code": "PRK"},
]


def event(start: int = 0, **changes: Any) -> dict[str, Any]:
    """France praises Germany, told by the paper."""
    usual = {
        "id": "e1",
        "type": "SUPPORT",
        "trigger": {"start": start, "end": start + 5},
        "actors": ["fr"],
        "recipients": ["de"],
        "status": "happened",
        "when": {"start": "2025-01-02", "end": "2025-01-03"},
        "testimony": [{"stance": "asserts", "chain": ["paper"]}],
        "standing": "reported",
    }
    return usual | changes


def quote(start: int = 0, end: int = 10, *, speaker: str | None = "kim", direct: bool = True) -> dict[str, Any]:
    """Words of Kim."""
    return {"id": "s1", "speaker": speaker, "chain": [], "content": {"start": start, "end": end}, "direct": direct}


def record(*items: dict[str, Any], **changes: Any) -> Record:
    """An article of the paper with these events and quotes."""
    usual = {
        "id": "x",
        "language": "en",
        "outlet": "paper",
        "text": "." * 1000,
        "actors": ACTORS,
        "times": [],
        "events": [item for item in items if "type" in item],
        "statements": [item for item in items if "content" in item],
    }
    return usual | changes
