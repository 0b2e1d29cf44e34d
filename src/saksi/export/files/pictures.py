"""What map and graph tools load: GeoJSON (RFC 7946) and GraphML."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from saksi.codebook import plover
from saksi.export.files.base import Format
from saksi.export.rows import to_json
from saksi.export.selection import Part

REAL = ("happened", "ongoing")
PROPERTIES = (
    *("type", "mode", "status", "standing", "start_date", "end_date", "place", "country", "evidence", "outlet"),
    *("witnesses", "deniers", "url"),
)


class GeoJson(Format):
    """A point for each deed whose place has coordinates."""

    name = "geojson"

    def begin(self) -> None:
        """Open the file."""
        self._stream = self.target.file("deeds.geojson", main=True).open("w", encoding="utf-8")
        self._stream.write('{"type": "FeatureCollection", "features": [')
        self._between = "\n"

    def take(self, part: Part) -> None:
        """Write the points of deeds."""
        for row in part.rows:
            if row["latitude"] is not None and row["longitude"] is not None:
                self._stream.write(self._between + to_json(_feature(row)))
                self._between = ",\n"

    def finish(self) -> None:
        """Close the file."""
        self._stream.write("\n]}\n")
        self._stream.close()


def _feature(row: Mapping[str, Any]) -> dict[str, Any]:
    ends = {side: [party["name"] for party in row[side]] for side in ("actors", "recipients")}
    known = {name: row[name] for name in PROPERTIES}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
        "properties": {**known, **ends, "whole_country": bool(row["whole_country"])},
    }


class GraphMl(Format):
    """Parties as nodes; an edge from who does to who undergoes, with how many deeds and the mean of their scores."""

    name = "graphml"

    def begin(self) -> None:
        """Begin to count."""
        self._nodes: dict[str, dict[str, Any]] = {}
        self._edges: dict[tuple[str, str], list[float]] = defaultdict(list)

    def take(self, part: Part) -> None:
        """Count the relations of deeds that happened."""
        for row in part.rows:
            if row["status"] in REAL:
                score = float(plover().facts(row["type"])["score"])
                for one in row["actors"]:
                    for other in row["recipients"]:
                        self._edges[self._node(one), self._node(other)].append(score)

    def _node(self, party: Mapping[str, Any]) -> str:
        name = f"{party['name']} ({party['code']})" if party["code"] else str(party["name"])
        known = {one: party[one] or "" for one in ("name", "kind", "code")}
        self._nodes.setdefault(name, {**known, "sectors": ";".join(party["sectors"])})
        return name

    def finish(self) -> None:
        """Write the graph."""
        import networkx as nx  # noqa: PLC0415

        graph = nx.DiGraph()
        for name in sorted(self._nodes):
            graph.add_node(name, **self._nodes[name])
        for (one, other), scores in sorted(self._edges.items()):
            graph.add_edge(one, other, deeds=len(scores), tone=round(sum(scores) / len(scores), 2))
        nx.write_graphml(graph, self.target.file("actors.graphml", main=True))
