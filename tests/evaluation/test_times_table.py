"""The table of expressions of time, and how it is read."""

import pytest
from evaluation.times.check import Row, found, rows


def test_the_table_is_broad_and_sound() -> None:
    table = list(rows())
    assert len(table) >= 300
    assert len({row.published for row in table}) == 5
    assert {row.language for row in table} == {"en", "id"}
    assert all(row.expression in row.sentence and row.start <= row.end for row in table)


@pytest.mark.parametrize(
    ("sentence", "expression", "interval"),
    [
        ("Putin arrived in Hanoi on Thursday.", "Thursday", "2024-06-13/2024-06-13"),
        ("Putin arrived in Hanoi on Thursday.", "Putin", ""),
    ],
)
def test_what_is_found_where_the_expression_stands(sentence: str, expression: str, interval: str) -> None:
    row = Row(language="en", published="2024-06-18", sentence=sentence, expression=expression, start="", end="")
    assert found(row) == interval
