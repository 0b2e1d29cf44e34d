"""What a store answers with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question as plain rows, and the names of their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Frame:
    """The answer to a question, to be taken as Arrow, pandas, polars or plain rows."""

    table: "pa.Table"

    def arrow(self) -> "pa.Table":
        """As an Arrow table."""
        return self.table

    def pandas(self) -> Any:
        """As a pandas DataFrame; needs pandas."""
        return self.table.to_pandas()

    def polars(self) -> Any:
        """As a polars DataFrame; needs polars."""
        import polars as pl  # noqa: PLC0415 (an extra)

        return pl.from_arrow(self.table)

    def rows(self) -> list[dict[str, Any]]:
        """As dictionaries by column."""
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    def __len__(self) -> int:
        return int(self.table.num_rows)
