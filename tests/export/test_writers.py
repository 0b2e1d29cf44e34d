"""One reading, built by hand, in every format."""

import io
import json
from datetime import datetime
from typing import get_args

import pytest

from saksi import model  # its Testimony would look like a test class here
from saksi.export import FORMATS, record
from saksi.model import (
    Actor,
    Article,
    Event,
    Grain,
    Interval,
    Place,
    Reading,
    Span,
    Standing,
    Statement,
    Status,
    Time,
)

TEXT = (
    "Lembah Hijau: Menteri Arvania menuduh Bororia mengirim pasukan pada Maret. "
    "“Mereka melanggar perbatasan,” kata menteri itu.\nBororia membantah."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def asserts(*chain: str) -> model.Testimony:
    return model.Testimony(stance="asserts", chain=chain)


READING = Reading(
    article=Article(
        id="x1",
        text=TEXT,
        language="id",
        outlet="Kabar",
        published=datetime.fromisoformat("2024-06-18T13:51+07:00"),
        dateline=span("Lembah Hijau"),
        furniture=(span("Lembah Hijau: "),),
    ),
    outlet="a1",
    dateline="p1",
    actors=(
        Actor(id="a1", name="Kabar", kind="outlet", code="IDN", sectors=("JRN",)),
        Actor(id="a2", name="Arvania", kind="state", code="ARV", sectors=("GOV",), mentions=(span("Arvania"),)),
        Actor(id="a3", name="Bororia", kind="state", code="BOR", wikidata="Q1", entity="bororia"),
    ),
    places=(Place(id="p1", name="Green Valley", country="ARV", mentions=(span("Lembah Hijau"),)),),
    times=(
        Time(id="t1", text="Maret", start="2024-03-01", end="2024-03-31", grain="month", mentions=(span("Maret"),)),
    ),
    statements=(
        Statement(
            id="s1",
            speaker="a2",
            chain=("a1", "a2"),
            cue=span("kata"),
            content=span("Mereka melanggar perbatasan,"),
            direct=True,
        ),
        Statement(id="s2", speaker=None, chain=("a1",), content=span("mengirim pasukan"), direct=False),
    ),
    events=(
        Event(
            id="e1",
            type="ACCUSE",
            mode="allege",
            contexts=("military",),
            trigger=span("menuduh"),
            actors=("a2",),
            recipients=("a3",),
            status="happened",
            testimony=(asserts("a1"),),
        ),
        Event(
            id="e2",
            type="MOBILIZE",
            trigger=span("mengirim pasukan"),
            actors=("a3",),
            status="happened",
            when="t1",
            where="p1",
            testimony=(
                model.Testimony(stance="asserts", chain=("a1", "a2"), statement="s1", cue=span("menuduh")),
                model.Testimony(stance="denies", chain=("a1", "a3")),
            ),
            rule="not for the record",
        ),
    ),
)


def written(name: str, *readings: Reading) -> str:
    stream = io.StringIO()
    writer = FORMATS[name](stream)
    for reading in readings:
        writer.write(reading)
    return stream.getvalue()


def test_record_has_the_fields_of_the_contract() -> None:
    fields = record(READING)
    assert list(fields) == [
        "schema",
        "id",
        "url",
        "title",
        "outlet",
        "published",
        "dateline",
        "language",
        "byline",
        "credit",
        "text",
        "actors",
        "places",
        "times",
        "statements",
        "events",
    ]
    assert {name: list(fields[name][0]) for name in ("actors", "places", "times", "statements", "events")} == {
        "actors": ["id", "name", "kind", "code", "sectors", "wikidata", "mentions"],
        "places": ["id", "name", "country", "admin1", "latitude", "longitude", "geonames", "mentions"],
        "times": ["id", "text", "start", "end", "grain", "mentions"],
        "statements": ["id", "speaker", "chain", "cue", "content", "direct", "stance_of_speaker"],
        "events": [
            "id",
            "type",
            "mode",
            "contexts",
            "trigger",
            "actors",
            "recipients",
            "status",
            "when",
            "where",
            "testimony",
            "standing",
        ],
    }


def test_record_refers_by_id_and_points_into_the_text() -> None:
    fields = record(READING)
    assert (fields["schema"], fields["outlet"], fields["dateline"]) == ("saksi/1", "a1", "p1")
    assert fields["published"] == "2024-06-18T13:51:00+07:00"
    event = fields["events"][1]
    assert TEXT[event["trigger"]["start"] : event["trigger"]["end"]] == "mengirim pasukan"
    assert (event["when"], event["where"], event["standing"]) == ("t1", "p1", "contested")
    assert event["testimony"][0] == {
        "stance": "asserts",
        "chain": ["a1", "a2"],
        "statement": "s1",
        "cue": {"start": 30, "end": 37},
    }
    assert event["testimony"][1] == {"stance": "denies", "chain": ["a1", "a3"], "statement": None, "cue": None}


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (None, None),
        ("2024-06-18", "2024-06-18"),
        ("2024-06-18T00:00+07:00", "2024-06-18T00:00:00+07:00"),
        ("2024-06-18T13:51", "2024-06-18T13:51:00"),
    ],
)
def test_published_claims_no_time_of_day_that_nobody_gave(moment: str | None, shown: str | None) -> None:
    published = datetime.fromisoformat(moment) if moment else None
    reading = Reading(article=Article(id="1", text="Isi.", published=published), outlet="a1")
    assert record(reading)["published"] == shown


def test_jsonl_is_one_record_per_line_and_json_the_same_indented() -> None:
    lines = written("jsonl", READING, READING).splitlines()
    assert [json.loads(line) for line in lines] == [record(READING)] * 2
    assert "“Mereka" in lines[0]
    indented = written("json", READING)
    assert json.loads(indented) == record(READING)
    assert indented.startswith('{\n  "schema": "saksi/1",\n')


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_writes_each_reading_as_it_comes(name: str) -> None:
    stream = io.StringIO()
    writer = FORMATS[name](stream)
    assert stream.getvalue() == ""
    writer.write(READING)
    first = stream.getvalue()
    assert first.endswith("\n")
    assert "Bororia" in first
    writer.write(READING)
    assert stream.getvalue().startswith(first)
    assert len(stream.getvalue()) >= 2 * len(first)


TABLE = """\
Menteri Arvania menuduh Bororia mengirim pasukan pada Maret. “Mereka …
Kabar · 2024-06-18 13:51+07:00 · Green Valley · id · 2 events · 1 quote

  1  happened       ACCUSE allege  Arvania → Bororia
     reported       says Kabar
                    Menteri Arvania ⟦menuduh⟧ Bororia mengirim pasukan pada
                    Maret.

  2  happened       MOBILIZE  Bororia
     CONTESTED      2024-03, Green Valley
                    says Kabar › Arvania
                    DENIED by Kabar › Bororia
                    Menteri Arvania menuduh Bororia ⟦mengirim pasukan⟧ pada
                    Maret.

     quote          Arvania
                    “Mereka melanggar perbatasan,”
                    says Kabar › Arvania

"""


def test_table_at_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert written("table", READING) == TABLE


@pytest.mark.parametrize("columns", [20, 40, 80, 120, 200])
def test_table_loses_no_word_at_any_width(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    table = written("table", READING)
    assert "".join(sorted("".join(table.split()))) == "".join(sorted("".join(TABLE.split())))
    assert max(map(len, table.splitlines())) <= max(columns, 40)


@pytest.mark.parametrize("status", get_args(Status))
def test_table_sets_apart_what_has_not_happened(status: Status) -> None:
    event = Event(id="e1", type="AID", trigger=span("mengirim"), status=status, testimony=(asserts("a1"),))
    table = written("table", Reading(article=READING.article, outlet="a1", events=(event,)))
    assert (f"({status})" in table) == (status not in {"happened", "ongoing"})
    assert status in table


DENIAL = model.Testimony(stance="denies", chain=("a1", "a3"))
STANDINGS: list[tuple[Standing, tuple[model.Testimony, ...], str]] = [
    ("reported", (asserts("a1"),), "reported"),
    ("claimed", (asserts("a1", "a2"),), "claimed"),
    ("contested", (asserts("a1"), DENIAL), "CONTESTED"),
    ("denied", (DENIAL,), "DENIED  "),
]


@pytest.mark.parametrize(("standing", "testimony", "shown"), STANDINGS)
def test_table_shows_denials_without_colour(
    standing: Standing, testimony: tuple[model.Testimony, ...], shown: str
) -> None:
    event = Event(id="e1", type="AID", trigger=span("mengirim"), status="happened", testimony=testimony)
    assert event.standing("a1") == standing
    assert f"     {shown}" in written("table", Reading(article=READING.article, outlet="a1", events=(event,)))


INTERVALS: list[tuple[str, str, Grain, str]] = [
    ("2023-01-01", "2023-12-31", "year", "2023"),
    ("2024-03-01", "2024-03-31", "month", "2024-03"),
    ("2024-06-18", "2024-06-18", "day", "2024-06-18"),
    ("2024-06-17", "2024-06-23", "week", "2024-06-17 to 2024-06-23"),
    ("2021-01-01", "2023-12-31", "year", "2021 to 2023"),
]


@pytest.mark.parametrize(("start", "end", "grain", "shown"), INTERVALS)
def test_table_names_an_interval_shortly(start: str, end: str, grain: Grain, shown: str) -> None:
    moment = Time(id="t1", text="", start=start, end=end, grain=grain)
    event = Event(
        id="e1", type="AID", trigger=span("mengirim"), status="happened", when="t1", testimony=(asserts("a1"),)
    )
    reading = Reading(article=READING.article, outlet="a1", times=(moment,), events=(event,))
    assert shown in [line.strip().removeprefix("reported").strip() for line in written("table", reading).splitlines()]


def test_table_obeys_no_control_character_of_a_text() -> None:
    text = "Menteri \x1b[31mmenuduh\x1b[0m negara\x07 itu.\u202e"
    event = Event(id="e1", type="ACCUSE", trigger=Span(start=13, end=20), status="happened", testimony=(asserts("a1"),))
    table = written("table", Reading(article=Article(id="1", text=text, title=text), outlet="a1", events=(event,)))
    assert not {"\x1b", "\x07", "\u202e"} & set(table)
    assert "⟦menuduh⟧" in table


def test_an_interval_without_a_time_word_is_shown_too() -> None:
    when = Interval(start="2024-06-18", end="2024-06-19")
    event = Event(
        id="e1", type="AID", trigger=span("mengirim"), status="happened", when=when, testimony=(asserts("a1"),)
    )
    reading = Reading(article=READING.article, outlet="a1", events=(event,))
    assert record(reading)["events"][0]["when"] == {"start": "2024-06-18", "end": "2024-06-19"}
    assert "2024-06-18 to 2024-06-19" in written("table", reading)
