"""Spans: half-open ranges of code points."""

import pytest

from saksi.model import Span


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


@pytest.mark.parametrize(
    ("other", "inside"),
    [
        (span(2, 5), True),
        (span(3, 4), True),
        (span(1, 5), False),
        (span(2, 6), False),
        (span(5, 6), False),
        (span(3, 3), True),
        (2, True),
        (4, True),
        (5, False),
        (1, False),
        ("2", False),
        (None, False),
    ],
)
def test_what_lies_inside(other: object, inside: bool) -> None:
    assert (other in span(2, 5)) is inside


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (span(0, 2), False),
        (span(0, 3), True),
        (span(2, 5), True),
        (span(3, 4), True),
        (span(0, 9), True),
        (span(4, 9), True),
        (span(5, 9), False),
    ],
)
def test_sharing_a_character_is_mutual(other: Span, shared: bool) -> None:
    assert span(2, 5).overlaps(other) is shared
    assert other.overlaps(span(2, 5)) is shared


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("Oslo menolak.", 0, 4, "Oslo"),
        ("“Tidak”, katanya", 1, 6, "Tidak"),
        ("🇳🇴 Oslo", 3, 7, "Oslo"),
        ("Ne\u0301pal setuju", 0, 6, "Ne\u0301pal"),
        ("Oslo", 2, 2, ""),
    ],
)
def test_offsets_count_code_points(text: str, start: int, end: int, words: str) -> None:
    assert span(start, end).of(text) == words


def test_spans_sort_by_where_they_start_and_then_end() -> None:
    assert sorted([span(4, 5), span(1, 9), span(1, 3)]) == [span(1, 3), span(1, 9), span(4, 5)]
