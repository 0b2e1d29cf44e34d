"""Whatever bytes a source has, it gives articles or reasons; whatever a text has, its records lie in it."""

import gzip
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from evaluation.fuzz import MAKERS, NASTY, REPORT, wrong_spans, wrong_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import saksi
from saksi.errors import InputError
from saksi.export import record
from saksi.intake import MAX_BYTES, Defaults, read_date, read_source
from saksi.model import Article, Skipped

STEADY = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def read(path: Path) -> list[Article | Skipped]:
    return list(read_source(str(path), defaults=Defaults()))


def reason(path: Path) -> str:
    (skipped,) = read(path)
    assert isinstance(skipped, Skipped)
    return skipped.reason


@pytest.mark.parametrize("suffix", [*MAKERS, ".gz", ""])
def test_any_bytes_are_read_or_refused(suffix: str, tmp_path: Path) -> None:
    @STEADY
    @given(st.binary(max_size=2000))
    def check(data: bytes) -> None:
        (tmp_path / f"input{suffix}").write_bytes(data)
        for item in read(tmp_path / f"input{suffix}"):
            assert isinstance(item, Article) or item.reason

    check()


@pytest.mark.parametrize("language", ["id", "en"])
def test_records_lie_in_any_text(language: str) -> None:
    @STEADY
    @given(st.lists(st.one_of(st.sampled_from([*NASTY, *REPORT.split(". ")]), st.text(max_size=40)), max_size=6))
    def check(parts: list[str]) -> None:
        text = " ".join(parts)
        found = record(saksi.read(text, language=language, published="2024-06-18"))
        assert found["text"] == text
        assert list(wrong_spans(found, len(text))) == []
        assert list(wrong_words(found)) == []

    check()


@pytest.mark.parametrize("published", [datetime.min, datetime.max])  # noqa: DTZ901 - the ends of the calendar are meant
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_ends_of_the_calendar_are_no_end_of_reading(published: datetime, language: str) -> None:
    text = (
        f"{REPORT} besok, lusa, minggu lalu, bulan depan, 3000 tahun lalu. Tomorrow, yesterday, last week, in 2 years."
    )
    assert saksi.read(text, language=language, published=published).events


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "0999-12-31"])
def test_no_news_appeared_on_such_a_day(day: str) -> None:
    assert read_date(day) is None


def test_characters_that_xml_has_not_are_blanks_in_a_feed(tmp_path: Path) -> None:
    item = f"<item><title>a</title><description>{REPORT * 2}&amp;#x1;\x00\x1b</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>'
    (tmp_path / "a.rss").write_text(feed, encoding="utf-8")
    assert len(read(tmp_path / "a.rss")) == 1


def test_a_number_that_is_no_character_is_damage(tmp_path: Path) -> None:
    item = f"<item><title>&#x110000;</title><description>{REPORT * 2}&#x110000;</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{item}</channel>", encoding="utf-8")
    assert "is a damaged feed" in reason(tmp_path / "a.rss")


def test_an_empty_feed_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.rss.gz").write_bytes(gzip.compress(b""))
    assert reason(tmp_path / "a.rss.gz") == "is no RSS or Atom feed"


def test_a_record_of_an_archive_without_an_address_is_damage(tmp_path: Path) -> None:
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        "Content-Length: 3",
        "Content-Type: application/http",
        "",
        "abc",
        "",
        "",
    )
    (tmp_path / "a.warc").write_text("\r\n".join(lines), encoding="utf-8")
    assert "is no WARC file, or a damaged one" in reason(tmp_path / "a.warc")


@pytest.mark.parametrize("name", [None, "x"])
def test_half_of_a_character_is_told(name: str | None) -> None:
    with pytest.raises(InputError, match="half of a surrogate pair at character 15"):
        saksi.read("Russia praised \ud800 Cuba.", language="en", id=name)


def test_a_text_has_a_most_by_whichever_way_it_comes(tmp_path: Path) -> None:
    long = "x" * (MAX_BYTES + 1)
    pq.write_table(pa.table({"text": [long]}), tmp_path / "a.parquet")
    assert "the most that one article may have" in reason(tmp_path / "a.parquet")
    with pytest.raises(InputError, match="the most that one article may have"):
        saksi.read(long)
