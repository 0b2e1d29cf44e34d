"""Dates as pages of both languages print them."""

import pytest

from saksi.intake import read_date

DATES = [
    ("2024-06-18", "2024-06-18T00:00:00"),
    (" 2024-06-18T13:51+07:00 ", "2024-06-18T13:51:00+07:00"),
    ("2024-06-18T06:51Z", "2024-06-18T06:51:00+00:00"),
    ("18 June 2024 13:51", "2024-06-18T13:51:00"),
    ("18 Juni 2024", "2024-06-18T00:00:00"),
    ("Selasa, 18 Juni 2024 13:51 WIB", "2024-06-18T13:51:00+07:00"),
    ("Selasa, 18 Jun 2024 | 13.51 WITA", "2024-06-18T13:51:00+08:00"),
    ("Jum'at, 1 Agustus 2025 pukul 09.05 WIT", "2025-08-01T09:05:00+09:00"),
    ("18/06/2024, 13:51 WIB", "2024-06-18T13:51:00+07:00"),
    ("June 18, 2024", "2024-06-18T00:00:00"),
    ("Tuesday, June 18, 2024 1:51 pm EDT", "2024-06-18T13:51:00-04:00"),
    ("Jun. 18, 2024 at 12:05 a.m. GMT", "2024-06-18T00:05:00+00:00"),
    ("2:03 p.m. EDT March 22, 2016", "2016-03-22T14:03:00-04:00"),
    ("12:30 PM, June 18 2024", "2024-06-18T12:30:00"),
]
NO_DATES = [
    "",
    "kemarin",
    "32 Juni 2024",
    "18 Brumaire 2024",
    "18/13/2024",
    "18 Juni 2024 25:00",
    "13:51 18 Juni 2024 XYZ",
]


@pytest.mark.parametrize(("text", "moment"), DATES)
def test_dates_as_printed(text: str, moment: str) -> None:
    read = read_date(text)
    assert read is not None
    assert read.isoformat() == moment


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None
