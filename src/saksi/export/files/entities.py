"""Entities for the tools that read FollowTheMoney (Aleph, OpenSanctions), made and checked by its own library."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from saksi.errors import ExportError
from saksi.export.files.base import Format
from saksi.export.selection import Part

SCHEMATA = {
    "state": "PublicBody",
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "outlet": "Organization",
}
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""Sectors whose bodies are public bodies."""


class FollowTheMoney(Format):
    """Person, Organization, PublicBody, Event, Article and Mention, one entity a line, each once."""

    name = "followthemoney"

    def begin(self) -> None:
        """Load the library and open the file. Raises ExportError if it is not installed."""
        try:
            from followthemoney import model  # noqa: PLC0415 (an extra)
        except ImportError as error:
            raise ExportError("followthemoney is not installed: pip install 'saksi[followthemoney]'") from error
        self._model: Any = model
        self._stream = self.target.file("entities.ftm.json", main=True).open("w", encoding="utf-8")
        self._written: set[str] = set()

    def take(self, part: Part) -> None:
        """Write the entities of deeds that have not been written yet."""
        for row in part.rows:
            for entity in self._entities(row):
                if entity.id not in self._written:
                    self._written.add(entity.id)
                    self._stream.write(json.dumps(entity.to_dict(), ensure_ascii=False) + "\n")

    def finish(self) -> None:
        """Close the file."""
        self._stream.close()

    def _entities(self, row: Mapping[str, Any]) -> Iterator[Any]:
        article = self._article(row)
        yield article
        ends: dict[str, list[str]] = {"organizer": [], "involved": []}
        for role, parties in (("organizer", row["actors"]), ("involved", row["recipients"])):
            for party in parties:
                entity = self._party(party)
                ends[role].append(entity.id)
                yield entity
                yield self._made(
                    "Mention",
                    ("mention", row["article_id"], entity.id),
                    document=article.id,
                    resolved=entity.id,
                    name=party["name"],
                    detectedSchema=entity.schema.name,
                )
        yield self._event(row, article, ends)

    def _article(self, row: Mapping[str, Any]) -> Any:
        return self._made(
            "Article",
            ("article", row["article_id"]),
            name=row["title"],
            title=row["title"],
            fileName=f"{row['article_id']}.txt",
            sourceUrl=row["url"],
            publisher=row["outlet"],
            language=row["language"],
            publishedAt=row["published"],
        )

    def _event(self, row: Mapping[str, Any], article: Any, ends: Mapping[str, list[str]]) -> Any:
        one, other = (", ".join(party["name"] for party in row[side]) or "-" for side in ("actors", "recipients"))
        words = [f"{told['stance']}: {' > '.join(told['chain'])}" for told in row["testimony"]]
        return self._made(
            "Event",
            ("event", row["id"]),
            name=f"{row['type']}: {one} > {other}",
            summary=row["evidence"],
            description="; ".join([f"{row['status']}, {row['standing']}", *words]),
            startDate=row["start_date"],
            endDate=row["end_date"],
            location=row["place"],
            country=row["country"],
            keywords=[row["type"], row["mode"], *row["contexts"], row["status"], row["standing"]],
            sourceUrl=row["url"],
            publisher=row["outlet"],
            proof=article.id,
            recordId=row["id"],
            **ends,
        )

    def _party(self, party: Mapping[str, Any]) -> Any:
        public = party["kind"] == "organisation" and bool(STATE & set(party["sectors"]))
        return self._made(
            "PublicBody" if public else SCHEMATA[party["kind"]],
            ("party", party["name"], party["code"] or ""),
            name=party["name"],
            country=party["code"],
            wikidataId=party["wikidata"],
            keywords=party["sectors"],
        )

    def _made(self, schema: str, key: tuple[str, ...], **properties: Any) -> Any:
        """An entity whose id is a hash of its key; the library leaves out values that its schema refuses."""
        entity = self._model.make_entity(schema)
        entity.id = f"saksi-{hashlib.sha256(chr(31).join(key).encode()).hexdigest()[:40]}"
        for name, value in properties.items():
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    entity.add(name, str(one))
        return entity
