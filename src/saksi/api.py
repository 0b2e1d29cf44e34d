"""The Python surface: `saksi.read` for a text, `saksi.read_files` for files, `saksi.open` for a store."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from saksi.errors import InputError, SaksiError
from saksi.export.record import record
from saksi.intake import Defaults, read_date, read_source
from saksi.model import Article, Reading, Skipped
from saksi.model.article import article_id
from saksi.pipeline import read_articles
from saksi.store import Store


def read(  # noqa: PLR0913 - one per field that a record has of an article
    text: str,
    *,
    published: datetime | str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own name for it
    pipeline: str | Path | None = None,
    knowledge: Sequence[str | PathLike[str]] = (),
) -> Reading:
    """Read one article.

    Args:
        text: the article as published; all offsets in the reading refer to it.
        published: when it was published, as a datetime or in ISO 8601; relative times count from it.
        outlet: who published it: a name, a web domain, or a known handle.
        language: ISO 639-1; identified from the text where None.
        title: kept with the reading.
        url: kept with the reading.
        id: kept with the reading; made from the raw fields where None.
        pipeline: a spaCy pipeline, installed or a folder, in place of the bundled one of its language.
        knowledge: own files (TOML) that add to what Saksi knows of the world or correct it; later ones win.

    Raises:
        InputError: the text is in no language that Saksi reads, has what is no character, or is too long;
            `published` is no date.
        KnowledgeError: a knowledge file is broken or contradicts itself.
        PipelineError: `pipeline` cannot be loaded, or lacks what Saksi needs.

    Example:
        >>> reading = saksi.read("Moscow accused Kyiv of shelling Belgorod on Monday.", published="2024-06-18")
        >>> [(event.type, event.standing(reading.outlet)) for event in reading.events]
        [('ACCUSE', 'reported'), ('ASSAULT', 'claimed')]

    """
    moment = _moment(published)
    _check(text)
    article = Article(
        id=id or article_id(outlet=outlet, published=moment, text=text),
        text=text,
        published=moment,
        outlet=outlet,
        language=language,
        title=title,
        url=url,
    )
    reading = next(read_articles([article], pipeline=pipeline, own=_paths(knowledge)))
    if isinstance(reading, Skipped):
        raise InputError(source=reading.source, line=reading.line, reason=reading.reason)
    return reading


def read_files(  # noqa: PLR0913 - options of the same kinds as in `read`
    paths: Iterable[str | PathLike[str]],
    *,
    published: datetime | str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    pipeline: str | Path | None = None,
    knowledge: Sequence[str | PathLike[str]] = (),
    on_skip: Callable[[Skipped], None] | None = None,
) -> Iterator[Reading]:
    """Read the articles of files (plain text, or JSON lines by their suffix), in order.

    `published`, `outlet` and `language` stand in where a file does not tell; `pipeline` and `knowledge` are as in
    `read`. What cannot be read is handed to `on_skip`, or warned of, and the rest goes on.

    Example:
        >>> for reading in saksi.read_files(["examples/kawat.jsonl"], on_skip=print):
        ...     print(reading.article.id, reading.article.language)
        id-07-kunjungan-jepang id
        en-12-busan-theft en

    """
    defaults = Defaults(published=_moment(published), outlet=outlet, language=language)
    items = (item for path in paths for item in read_source(fspath(path), defaults=defaults))
    for reading in read_articles(items, pipeline=pipeline, own=_paths(knowledge)):
        if isinstance(reading, Reading):
            yield reading
        elif on_skip is not None:
            on_skip(reading)
        else:
            warnings.warn(str(reading), stacklevel=2)


def read_again(records: Iterable[Mapping[str, Any]], *, on_skip: Callable[[str], None]) -> Iterator[dict[str, Any]]:
    """What Saksi makes of the articles that records are about: their text and publication data go in, no more.

    An article that cannot be read is told to `on_skip` and left out, so that it counts as nothing found.
    """
    for known in records:
        try:
            yield record(
                read(
                    known["text"],
                    published=known.get("published"),
                    outlet=known.get("outlet"),
                    language=known.get("language"),
                    title=known.get("title"),
                    url=known.get("url"),
                    id=known["id"],
                )
            )
        except SaksiError as error:
            on_skip(f"{known['id']}: not read: {error}")


def open(path: str | PathLike[str]) -> Store:  # noqa: A001 (as in `saksi.open(path)`)
    """A store of articles that were read, as `saksi add` makes it.

    Its answers are Arrow, pandas or polars frames: `saksi.open("saksi.duckdb").events.pandas()`.

    Raises:
        StoreError: it is not there, is no store, or is one of a newer Saksi.

    Example:
        >>> store = saksi.open("demo.duckdb")
        >>> store.sql("SELECT DISTINCT standing FROM events_flat ORDER BY standing").rows()[:2]
        [{'standing': 'claimed'}, {'standing': 'contested'}]

    """
    return Store(fspath(path))


def _paths(files: Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
    return tuple(Path(file) for file in files)


def _moment(published: datetime | str | None) -> datetime | None:
    if not isinstance(published, str):
        return published
    moment = read_date(published)
    if moment is None:
        raise InputError(
            source="-", reason=f"published: {published!r} is no date; write it as 2024-06-18 or 2024-06-18T13:51+07:00"
        )
    return moment


def _check(text: str) -> None:
    """Raises InputError if a text cannot be written."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        reason = f"has half of a surrogate pair at character {error.start}, which is no character; mend it"
        raise InputError(source="text", reason=reason) from error
