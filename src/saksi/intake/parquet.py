"""Parquet: one article per row."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from saksi.errors import InputError
from saksi.intake.defaults import Defaults
from saksi.intake.jsonl import FIELDS, Row, article_of
from saksi.model import Article, Skipped


def read_parquet(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    """One article, or the reason why there is none, for each row; columns are the fields of JSON lines.

    `published` may be a date or timestamp; other columns are ignored. Raises InputError if the file is no Parquet.
    """
    import pyarrow as pa  # noqa: PLC0415 (heavy, and other formats do not need it)
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        file = pq.ParquetFile(stream)
        columns = [name for name in file.schema_arrow.names if name in FIELDS]
        number = 0
        for batch in file.iter_batches(batch_size=64, columns=columns):
            for fields in batch.to_pylist():
                number += 1
                try:
                    yield article_of(Row(_plain(fields), source=source, number=number), defaults)
                except InputError as error:
                    yield Skipped(source=error.source, line=error.line, reason=error.reason)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(source=source, reason=f"is damaged, or no Parquet file ({_first_line(error)})") from error
    if not number:
        raise InputError(source=source, reason='has no row; give one article with a "text" per row')


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields as JSON has them."""
    return {name: value.isoformat() if isinstance(value, date) else _text(value) for name, value in fields.items()}


def _text(value: object) -> object:
    return value if isinstance(value, str | None) else json.loads(json.dumps(value, default=str))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
