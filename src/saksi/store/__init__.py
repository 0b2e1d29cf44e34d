"""What was read, kept: one DuckDB file with a table for each noun.

`rows` maps nouns to columns, `schema` makes and migrates the tables, `store` writes and asks, `readings` gives an
article's record back.
"""

from saksi.store.rows import SCHEMAS, Tables, tables
from saksi.store.store import Frame, Store

__all__ = ["SCHEMAS", "Frame", "Store", "Tables", "tables"]
