"""POLECAT, GDELT and ICEWS: the columns of each stand in `sql/`, as published, in order.

Each has a sidecar: JSON lines with what its columns cannot hold, under the same ids.
"""

from functools import cache
from importlib import resources
from importlib.metadata import version
from typing import Any, BinaryIO, ClassVar

from saksi.codebook import cameo
from saksi.export.files.base import Format
from saksi.export.selection import Part


class _Peer(Format):
    """A tab-separated table, or several, and its sidecar.

    Attributes:
        tables: file name to its query; the first is the main one.
        header: whether the first line names the columns.
        whole: whether ids are whole numbers.

    """

    tables: ClassVar[dict[str, str]]
    header: ClassVar[bool] = True
    whole: ClassVar[bool] = True

    def begin(self) -> None:
        """Open the files, and tell the database what a cell is made of."""
        self.selection.connection.execute(_sql("macros"))
        for macro, codes in (("sector_code", cameo().sectors), ("icews_sector", cameo().icews)):
            pairs = ", ".join(f"'{sector}': '{code}'" for sector, code in codes.items())
            self.selection.connection.execute(
                f"CREATE OR REPLACE TEMP MACRO {macro}(sector) AS coalesce(MAP {{{pairs}}}[sector], '')"
            )
        self._streams: dict[str, BinaryIO] = {
            file: self.target.file(file, main=not number).open("wb") for number, file in enumerate(self.tables)
        }
        self._sidecar = self.target.file(f"{self.name}.sidecar.jsonl").open("w", encoding="utf-8")
        if self.header:
            for file, query in self.tables.items():
                found = self.selection.connection.execute(f"DESCRIBE {_sql(query)}", self._values(query)).fetchall()
                self._streams[file].write(("\t".join(column for column, *_ in found) + "\n").encode())

    def take(self, part: Part) -> None:
        """Write the rows of deeds."""
        import pyarrow.csv as pc  # noqa: PLC0415

        options = pc.WriteOptions(include_header=False, delimiter="\t", quoting_style="none")
        for file, query in self.tables.items():
            pc.write_csv(part.table(_sql(query), self._values(query)), self._streams[file], options)
        lines = part.table(_sql("sidecar"), {"unreal": self.unreal, "whole": self.whole})["line"]
        self._sidecar.writelines(f"{line}\n" for line in lines.to_pylist())

    def _values(self, query: str) -> dict[str, Any]:
        return {"unreal": self.unreal} | ({"version": f"saksi {version('saksi')}"} if query == "polecat" else {})

    def finish(self) -> None:
        """Close the files."""
        for stream in self._streams.values():
            stream.close()
        self._sidecar.close()


class Polecat(_Peer):
    """The 40 columns of POLECAT's releases."""

    name = "polecat"
    tables: ClassVar[dict[str, str]] = {"polecat.tsv": "polecat"}
    whole = False


class Gdelt(_Peer):
    """GDELT 2.0: the 61 columns of its events and the 16 of its mentions, without a header."""

    name = "gdelt"
    tables: ClassVar[dict[str, str]] = {"gdelt.export.tsv": "gdelt_events", "gdelt.mentions.tsv": "gdelt_mentions"}
    header = False


class Icews(_Peer):
    """The 20 columns of ICEWS."""

    name = "icews"
    tables: ClassVar[dict[str, str]] = {"icews.tsv": "icews"}


@cache
def _sql(name: str) -> str:
    return resources.files("saksi.export.files").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
