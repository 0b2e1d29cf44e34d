"""JSON Lines: one article per line."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from saksi.errors import InputError
from saksi.intake.dates import read_date
from saksi.intake.decoding import MAX_BYTES, bounded_lines, decode
from saksi.intake.defaults import Defaults
from saksi.languages import codes
from saksi.model import Article, Skipped
from saksi.model.article import article_id

MAX_FILE = 50_000_000
"""The most bytes that a JSON file may have, which is read as a whole."""


def read_json(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    """One article from a JSON object, or one from each object of a JSON array; fields as in `read_jsonl`.

    Raises InputError if the file is no JSON, or too large.
    """
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        reason = f"is JSON of more than {MAX_FILE:,} bytes; write one object per line, as .jsonl"
        raise InputError(source=source, reason=reason)
    try:
        found = json.loads(decode(data, source=source))
    except (ValueError, RecursionError) as error:
        raise InputError(source=source, reason=f"is not JSON ({_why(error)})") from error
    for number, fields in enumerate(found if isinstance(found, list) else [found], 1):
        if not isinstance(fields, dict):
            yield Skipped(source=source, line=number, reason="is no JSON object")
            continue
        try:
            yield article_of(Row(fields, source=source, number=number), defaults)
        except InputError as error:
            yield Skipped(source=error.source, line=error.line, reason=error.reason)


def read_jsonl(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Article | Skipped]:
    """One article, or the reason why there is none, for each line that is not blank.

    A line is a JSON object with `text` and any of `id url title outlet published language`, strings or null; what else
    it has is ignored. What a line says goes before `defaults`. Raises InputError if there is no line at all.
    """
    empty = True
    for number, line in enumerate(bounded_lines(stream), 1):
        if not line.strip():
            continue
        empty = False
        try:
            yield article_of(_parse(line, source=source, number=number), defaults)
        except InputError as error:
            yield Skipped(source=error.source, line=error.line, reason=error.reason)
    if empty:
        raise InputError(source=source, reason='is empty; give one JSON object with a "text" per line')


FIELDS = frozenset({"text", "id", "url", "title", "outlet", "published", "language"})
"""What a line or row may say of an article."""


class Row:
    """The fields of one line, each checked as it is asked for."""

    def __init__(self, fields: Mapping[str, Any], *, source: str, number: int) -> None:
        self._fields, self.source, self.number = fields, source, number

    def fault(self, reason: str) -> InputError:
        """What is wrong with the line."""
        return InputError(source=self.source, line=self.number, reason=reason)

    def string(self, name: str) -> str | None:
        """The string in a field, or None where it is absent, null or blank."""
        value = self._fields.get(name)
        if not isinstance(value, str | None):
            raise self.fault(f'"{name}" must be a string or null, not {json.dumps(value)[:40]}')
        if value and any("\ud800" <= character <= "\udfff" for character in value):
            raise self.fault(
                f'"{name}" has half of a surrogate pair (\\ud800 to \\udfff), which is no character; mend it'
            )
        return value if value and value.strip() else None

    def text(self) -> str:
        """The article's text, which must be there."""
        if (text := self.string("text")) is None:
            raise self.fault('has no "text"; give the article\'s text in that field')
        if len(text.encode()) > MAX_BYTES:
            raise self.fault(f'"text" has more than {MAX_BYTES:,} bytes, the most that one article may have; split it')
        return text

    def published(self) -> datetime | None:
        """When it was published, if the line tells."""
        if (value := self.string("published")) is None:
            return None
        if (moment := read_date(value)) is None:
            raise self.fault(
                f'"published" is no date: {value[:40]!r}; write it as 2024-06-18 or 2024-06-18T13:51+07:00'
            )
        return moment

    def language(self) -> str | None:
        """The language without a region: `id` for `id-ID`."""
        if (value := self.string("language")) is None:
            return None
        code = value.strip().lower().replace("_", "-").split("-")[0]
        if code not in codes():
            raise self.fault(f'"language" is unknown: {value[:40]!r}; there are: {", ".join(codes())}')
        return code


def _parse(line: bytes, *, source: str, number: int) -> Row:
    if len(line) > MAX_BYTES:
        reason = f"is longer than {MAX_BYTES:,} bytes, the most that one article may have; split it"
        raise InputError(source=source, line=number, reason=reason)
    try:
        fields = json.loads(decode(line, source=source, line=number))
    except (ValueError, RecursionError) as error:
        reason = f"is not JSON ({_why(error)}); write one object per line"
        raise InputError(source=source, line=number, reason=reason) from error
    if not isinstance(fields, dict):
        reason = f'is {type(fields).__name__}, not a JSON object; write {{"text": "..."}}'
        raise InputError(source=source, line=number, reason=reason)
    return Row(fields, source=source, number=number)


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def article_of(row: Row, defaults: Defaults) -> Article:
    """The article of a line or row. Raises InputError, naming the field, if it has none."""
    text = row.text()
    outlet, published = row.string("outlet") or defaults.outlet, row.published() or defaults.published
    return Article(
        id=row.string("id") or article_id(outlet=outlet, published=published, text=text),
        text=text,
        url=row.string("url"),
        title=row.string("title"),
        outlet=outlet,
        published=published,
        language=row.language() or defaults.language,
        source=row.source,
        line=row.number,
    )
