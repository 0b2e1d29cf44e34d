"""When a deed was done."""

from datetime import UTC, date, datetime

import pytest
from spacy.tokens import Doc

import saksi
from saksi.extract import syntax
from saksi.extract.dating import FEATURES
from saksi.extract.dating.calendar import CONTEXT, forest
from saksi.model import Article, Grain, Statement, Status, Time
from saksi.pipeline import reader
from tests.extract.made_docs import OUTLET, calendar, doc, draft, spans, statement, trigger

PUBLISHED = date(2024, 6, 18)


def time(made: Doc, words: str, day: str, *, end: str = "", grain: Grain = "day") -> Time:
    return Time(id=words, text=words, start=day, end=end or day, grain=grain, mentions=spans(made, words)[:1])


def when(  # noqa: PLR0913 - one argument per thing that dates a deed
    made: Doc,
    word: str,
    times: list[Time],
    *,
    statements: tuple[Statement, ...] = (),
    type: str = "SUPPORT",  # noqa: A002 - the record's own name for it
    frame: str = "transitive",
    witness: str = OUTLET,
    status: Status = "happened",
    published: date | None = PUBLISHED,
    background: bool = False,
) -> str | None:
    """The day, or the first and the last, of the deed that `word` tells."""
    told = draft(trigger(made, word, type=type, frame=frame), "RUS", background=background, status=status)
    found = calendar(made, times, statements, published=published).when(told, witness=witness)
    if found is None:
        return None
    return found.start if found.start == found.end else f"{found.start}/{found.end}"


def test_the_nearest_time_of_the_sentence() -> None:
    made = doc("kemarin Rusia memuji Iran dan besok menyerang Israel .")
    times = [time(made, "kemarin", "2024-06-17"), time(made, "besok", "2024-06-19")]
    assert when(made, "menyerang", times) == "2024-06-19"


def test_a_time_behind_its_deed_is_nearer_than_one_before_it() -> None:
    made = doc("kemarin di Oslo memuji Iran di Oslo Senin .")
    times = [time(made, "kemarin", "2024-06-17"), time(made, "Senin", "2024-06-10")]
    assert when(made, "memuji", times) == "2024-06-10"


def test_no_time_of_another_sentence() -> None:
    made = doc("Rusia diam 2023 . Rusia memuji Iran .")
    assert (
        when(made, "memuji", [time(made, "2023", "2023-01-01", end="2023-12-31", grain="year")], witness="putin")
        is None
    )


def test_a_time_outside_a_quotation_dates_the_saying() -> None:
    made = doc("Rusia memuji Iran , kata Putin Senin .")
    said = statement(made, "putin", "Rusia memuji Iran", direct=True)
    monday = [time(made, "Senin", "2024-06-17")]
    assert when(made, "memuji", monday, statements=(said,), witness="putin") is None
    assert when(made, "memuji", monday, witness="putin") == "2024-06-17"


def test_a_time_inside_a_quotation_dates_the_deed() -> None:
    made = doc("Rusia memuji Iran Minggu , kata Putin Senin .")
    said = statement(made, "putin", "Rusia memuji Iran Minggu", direct=True)
    times = [time(made, "Minggu", "2024-06-16"), time(made, "Senin", "2024-06-17")]
    assert when(made, "memuji", times, statements=(said,), witness="putin") == "2024-06-16"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "2024-06-18"),
        # who does it says it
        ({"witness": "RUS"}, "2024-06-18"),
        # what another says, background, nouns, material deeds and what has not happened have no day of their own
        ({"witness": "putin"}, None),
        ({"background": True}, None),
        ({"frame": "deed-of"}, None),
        ({"type": "ASSAULT"}, None),
        ({"status": "planned"}, None),
        ({"published": None}, None),
    ],
)
def test_the_day_of_the_news(options: dict[str, object], expected: str | None) -> None:
    made = doc("Rusia memuji Iran .")
    assert when(made, "memuji", [], **options) == expected  # type: ignore[arg-type]


def test_the_news_is_of_a_fresh_day_that_the_text_tells() -> None:
    made = doc("Senin Rusia diam . Rusia memuji Iran .")
    assert when(made, "memuji", [time(made, "Senin", "2024-06-17")]) == "2024-06-17"
    assert when(made, "memuji", [time(made, "Senin", "2024-06-03")]) == "2024-06-18"


def test_a_standing_deed_told_since_a_day_lasts_until_publication() -> None:
    made = doc("Rusia membantu Iran sejak Senin .")
    monday = [time(made, "sejak Senin", "2024-06-10")]
    assert when(made, "membantu", monday, type="AID", status="ongoing") == "2024-06-10/2024-06-18"
    assert when(made, "membantu", monday, type="AID") == "2024-06-10"


@pytest.mark.parametrize(
    ("spec", "relative"),
    [
        ("serikat/NOUN/obl/hadir mengimbau/VERB/acl/serikat hadir/VERB", True),
        # behind a subordinator it is no description, but what the noun does
        ("sedangkan/SCONJ/mark/serikat serikat/NOUN/obl/hadir mengimbau/VERB/acl/serikat hadir/VERB", False),
    ],
)
def test_a_clause_behind_a_subordinator_describes_no_noun(spec: str, relative: bool) -> None:
    (verb,) = [token for token in doc(spec) if token.text == "mengimbau"]
    assert syntax.is_relative(verb) is relative


NEWS = """Menteri Luar Negeri Iran tiba di Moskwa pada Senin. Rusia memuji Iran. Kedua pihak menandatangani perjanjian.
Israel menyerang Lebanon pada Maret lalu. Serangan Israel menewaskan warga Lebanon."""


def test_in_a_longer_text_deeds_are_dated_by_what_is_told_around() -> None:
    reading = saksi.read(NEWS, language="id", published="2024-06-18", outlet="Detik")
    assert len(reading.events) >= CONTEXT
    times = {time.id: (time.start, time.end) for time in reading.times}
    told = {
        event.trigger.of(NEWS): times[event.when] if isinstance(event.when, str) else event.when
        for event in reading.events
    }
    assert told["tiba"] == ("2024-06-17", "2024-06-17")
    assert told["menyerang"] == ("2024-03-01", "2024-03-31")


def test_the_features_are_as_many_as_their_names() -> None:
    scene = reader("id").scene(
        Article(id="x", text=NEWS, published=datetime(2024, 6, 18, tzinfo=UTC), language="id", outlet="Detik")
    )
    deeds = scene.reader.counted(scene.drafts)
    times, rows = scene.reader.candidate_times(deeds)
    assert len(rows) == len(deeds)
    assert all(row.shape == (len(times), len(FEATURES)) for row in rows)
    assert forest().features.max() < len(FEATURES)
