"""What was read, kept: one DuckDB file with a table for each noun.

`rows` maps nouns to columns, `schema` makes and migrates the tables, `store` holds the file, `keeping` writes what was
read, `answers` is what questions give, `search` puts them into SQL, `readings` gives an article's reading back,
`linked` keeps copies and stories, `judgements` what people say; `aggregates` is what many events come to. Arrow is
loaded only where tables are made or wanted.
"""

from typing import TYPE_CHECKING, Any

from saksi.store.answers import Answer, Frame
from saksi.store.keeping import Unread
from saksi.store.store import Store

if TYPE_CHECKING:
    from saksi.store.rows import SCHEMAS, Tables, tables

__all__ = ["SCHEMAS", "Answer", "Frame", "Store", "Tables", "Unread", "tables"]


def __getattr__(name: str) -> Any:
    if name in ("SCHEMAS", "Tables", "tables"):
        from saksi.store import rows  # noqa: PLC0415 (loads Arrow)

        return getattr(rows, name)
    raise AttributeError(name)
