"""Expressions of time of others: `python -m evaluation.times.meantime [--shared ../shared] [--wrong]`.

MEANTIME (Minard et al. 2016): English Wikinews articles with TIMEX3. Of dates and times of day with a value of the
calendar it is counted which are found, and of those found, which get the same interval, to the day. Of every other
article the errors may be looked at.
"""

import argparse
import re
import xml.etree.ElementTree as ET
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import saksi

NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", "?", "!", ")", "'s", "n't", "%", "''"])
NO_SPACE_AFTER = frozenset(["(", "$", "``"])
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
QUARTER = re.compile(r"(\d{4})-Q(\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """An expression, where it stands in the text, and its first and last day."""

    start: int
    end: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article with its day of publication and its dates."""

    text: str
    published: str
    times: Sequence[Timex]


def read(path: Path) -> Annotated:
    """An article of the corpus, its tokens joined to running text."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus at hand, no stranger's file
    text, spans, sentence, before = "", {}, "0", ""
    for token in root.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            text += "\n"
        elif text and word not in NO_SPACE_BEFORE and before not in NO_SPACE_AFTER:
            text += " "
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text, sentence, before = text + word, token.get("sentence") or "", word
    times, published = [], ""
    for timex in root.iter("TIMEX3"):
        days = interval(timex.get("value") or "")
        if days and timex.get("functionInDocument") == "CREATION_TIME":
            published = days[0]
        anchors = [spans[anchor.get("t_id")] for anchor in timex.iter("token_anchor")]
        if anchors and days and timex.get("type") in ("DATE", "TIME"):
            start, end = min(start for start, _ in anchors), max(end for _, end in anchors)
            times.append(Timex(start=start, end=end, first=days[0], last=days[1]))
    return Annotated(text=text, published=published, times=times)


def interval(value: str) -> tuple[str, str] | None:
    """The first and last day of a TIMEX3 value of the calendar; None for any other (`P3D`, `PAST_REF`)."""
    value = value.partition("T")[0]
    if match := DAY.fullmatch(value):
        return value, value
    if match := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(5) if match[3] else monday
        return first.isoformat(), (monday + timedelta(6)).isoformat()
    if match := QUARTER.fullmatch(value):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
    if match := MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if value.isdigit() and len(value) in (3, 4):  # a decade is a year without its last digit
        return f"{value:0<4}-01-01", f"{value:9<4}-12-31"
    return None


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}"


def compared(article: Annotated) -> Iterator[tuple[Timex, str]]:
    """Each expression with the interval that Saksi has where it stands, to the day; nothing where it sees none."""
    times = saksi.read(article.text, language="en", published=article.published or None).times
    for timex in article.times:
        here = [t for t in times if any(m.start < timex.end and m.end > timex.start for m in t.mentions)]
        yield timex, f"{here[0].start[:10]}/{here[0].end[:10]}" if here else ""


def main() -> None:
    """Print how many expressions are found, and how many of those have the right interval."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--wrong", action="store_true", help="also print what was got wrong of what may be looked at")
    args = ask.parse_args()
    paths = sorted((args.shared / "data" / "time" / "meantime_intra").rglob("*.xml"))
    if not paths:
        print(f"skipped: no articles below {args.shared / 'data' / 'time'}")
        return
    total, found, right = 0, 0, 0
    for number, path in enumerate(paths):
        article = read(path)
        for timex, interval_found in compared(article):
            wanted = f"{timex.first}/{timex.last}"
            total, found, right = total + 1, found + bool(interval_found), right + (interval_found == wanted)
            if args.wrong and number % 2 == 0 and interval_found != wanted:
                around = article.text[max(0, timex.start - 60) : timex.end + 30].replace("\n", " ")
                words = article.text[timex.start : timex.end]
                print(f"{article.published} {words!r} {wanted}, not {interval_found or 'seen'}: {around}")
    print(f"{total} dates in {len(paths)} articles: found {found / total:.3f}; of those right {right / found:.3f}")


if __name__ == "__main__":
    main()
