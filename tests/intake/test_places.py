"""Parquet, and files on file systems that pyarrow knows."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from saksi.intake import Defaults, files_of, read_sources
from saksi.model import Article, Skipped

ROWS = [
    {"id": "a", "text": "Russia praised North Korea.", "published": date(2024, 6, 18), "words": 4},
    {"id": "b", "text": None, "published": None, "words": 0},
    {"id": "c", "text": "France condemned Belarus.", "published": None, "words": 3},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "news.parquet")
    return tmp_path / "news.parquet"


def read(source: str) -> list[Article | Skipped]:
    return list(read_sources([source], defaults=Defaults(outlet="Kompas")))


def test_a_row_is_an_article(file: Path) -> None:
    first, second, third = read(str(file))
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert (first.id, str(first.published), first.outlet) == ("a", "2024-06-18 00:00:00", "Kompas")
    assert (third.id, third.line) == ("c", 3)
    assert isinstance(second, Skipped)
    assert 'has no "text"' in second.reason


def test_it_is_known_by_what_it_begins_with(file: Path) -> None:
    assert len(read(str(file.rename(file.with_suffix(""))))) == 3


def test_a_damaged_file_is_told(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])
    (skipped,) = read(str(file))
    assert isinstance(skipped, Skipped)
    assert "damaged, or no Parquet file" in skipped.reason


def test_an_address_of_a_file_system_is_read_like_a_path(file: Path) -> None:
    assert [one.id for one in read(file.as_uri()) if isinstance(one, Article)] == ["a", "c"]
    assert len(read(file.parent.as_uri())) == 3
    assert files_of([file.parent.as_uri()]) == [f"{file.parent.as_uri()}/news.parquet"]


@pytest.mark.parametrize("source", ["s4://bucket/news.parquet", "file:///no/such/news.parquet"])
def test_one_that_cannot_be_reached_is_skipped_with_its_reason(source: str) -> None:
    (skipped,) = read(source)
    assert isinstance(skipped, Skipped)
    assert skipped.reason
