"""What a worker does: a batch of articles to rows."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from saksi.model import Article, Reading, Skipped
from saksi.model.article import content_hash
from saksi.store import Unread

if TYPE_CHECKING:
    from saksi.store import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How articles are read: another pipeline, own knowledge files, and the version that reads."""

    read_by: str
    pipeline: str | None = None
    own: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What was read of some articles, and what could not be."""

    tables: "Tables"
    unread: tuple[Unread, ...]


def read_batch(articles: Sequence[Article], settings: Settings) -> Batch:
    """The rows of articles; one that fails, whatever the reason, is none of them and spoils no other.

    Raises OSError where the machine fails (a full disk, a file that is gone), which is no article's fault.
    """
    from saksi.pipeline import read_articles  # noqa: PLC0415 (loads spaCy, which a run without news does not need)
    from saksi.store import tables  # noqa: PLC0415 (loads Arrow)

    readings: list[Reading] = []
    unread: list[Unread] = []
    for article in articles:
        try:
            result = next(read_articles([article], pipeline=settings.pipeline, own=settings.own))
            if isinstance(result, Skipped):
                unread.append(unread_of(article, result.reason))
            else:
                readings.append(result)
                settle(result.article.language)
        except OSError:
            raise
        except Exception as error:
            unread.append(unread_of(article, f"reading it failed ({type(error).__name__}: {error}); please report it"))
    return Batch(tables=tables(readings, read_by=settings.read_by), unread=tuple(unread))


@cache
def settle(_language: str | None) -> None:
    """Leave what reading a language has loaded out of the search for garbage: it is never any, and by far the most."""
    gc.collect()
    gc.freeze()


def unread_of(article: Article, reason: str) -> Unread:
    """An article that could not be read, so that this version does not try it again unless its text changes."""
    return Unread(article.source, reason, article.line, article.id, content_hash(article))
