"""TIMEX3 values as intervals, and articles of the corpus as running text."""

from pathlib import Path

import pytest
from evaluation.times.meantime import interval, read

ARTICLE = """<?xml version="1.0" ?><Document>
<token sentence="0" t_id="1">Kim</token><token sentence="0" t_id="2">left</token><token sentence="0" t_id="3">(</token>
<token sentence="0" t_id="4">on</token><token sentence="0" t_id="5">Monday</token><token sentence="0" t_id="6">)</token>
<token sentence="0" t_id="7">.</token><token sentence="1" t_id="8">Rain</token>
<Markables><TIMEX3 type="DATE" value="2009-05-14" functionInDocument="CREATION_TIME"></TIMEX3>
<TIMEX3 type="DATE" value="2009-05-11" functionInDocument="NONE"><token_anchor t_id="5"/></TIMEX3>
<TIMEX3 type="DURATION" value="P3D" functionInDocument="NONE"><token_anchor t_id="8"/></TIMEX3>
</Markables></Document>"""


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2009-05-14", ("2009-05-14", "2009-05-14")),
        ("2009-05-14TEV", ("2009-05-14", "2009-05-14")),
        ("2009-05", ("2009-05-01", "2009-05-31")),
        ("2009-W01", ("2008-12-29", "2009-01-04")),
        ("2009-W01-WE", ("2009-01-03", "2009-01-04")),
        ("2009-Q4", ("2009-10-01", "2009-12-31")),
        ("2009", ("2009-01-01", "2009-12-31")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("P3D", None),
        ("PAST_REF", None),
        ("", None),
    ],
)
def test_values_of_the_calendar_are_intervals(value: str, days: tuple[str, str] | None) -> None:
    assert interval(value) == days


def test_an_article_is_running_text_with_its_dates(tmp_path: Path) -> None:
    path = tmp_path / "article.xml"
    path.write_text(ARTICLE, encoding="utf-8")
    article = read(path)
    assert (article.text, article.published) == ("Kim left (on Monday).\nRain", "2009-05-14")
    (time,) = article.times
    assert article.text[time.start : time.end] == "Monday"
    assert (time.first, time.last) == ("2009-05-11", "2009-05-11")
