"""What people say of events and stories is kept, shown, followed, and exported as gold."""

from pathlib import Path

import duckdb
import pytest

from saksi.errors import QuestionError, StoreError
from saksi.export import gold
from saksi.export.record import reading_of, record
from saksi.intake import read_date
from saksi.model import Article
from saksi.runners import add, join, link, mark, reread, split, take
from saksi.runners.batch import Settings
from saksi.store import Store, judgements
from saksi.store.readings import reading

TEXT = """Pada Senin, Ukraina menuduh Rusia menyerang rumah sakit di Kharkiv. Moskow membantah tuduhan itu.
Iran mengecam Israel pada Selasa."""
AGAIN = "Rusia menyerang rumah sakit di Kharkiv pada Senin, kata Ukraina. Iran mengecam Israel."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "s.duckdb", create=True)
    articles = [
        Article(id="a", text=TEXT, language="id", outlet="Kompas", published=read_date("2024-06-18")),
        Article(id="b", text=AGAIN, language="id", outlet="Tempo", published=read_date("2024-06-18")),
    ]
    add(articles, made, settings=Settings(read_by="1"), workers=1, command="test")
    link(made)
    return made


def event(store: Store, type: str, article: str = "a") -> str:  # noqa: A002
    rows = store.rows("SELECT event_id FROM events_flat WHERE type = ? AND article_id = ?", [type, article])
    return str(rows[0]["event_id"])


def row(store: Store, name: str) -> dict[str, object]:
    return store.rows("SELECT * FROM events_flat WHERE event_id = ?", [name])[0]


def test_a_corrected_event_is_shown_as_it_was_corrected(store: Store) -> None:
    name = event(store, "ASSAULT")
    mark(
        store,
        name,
        "corrected",
        {
            "actors": "Belarus",
            "recipients": "UKR; Volodymyr Zelensky",
            "start_date": "2024-06-16",
            "place": "Odesa",
            "status": "negated",
            "witnesses": "Kompas; Ukraine",
        },
    )
    shown = row(store, name)
    assert shown["actor_codes"] == ["BLR"]
    assert shown["recipients"] == ["Ukraine", "Volodymyr Zelensky"]
    assert [str(shown[day]) for day in ("start_date", "end_date")] == ["2024-06-16", "2024-06-16"]
    assert (shown["place"], shown["country"], shown["status"]) == ("Odesa", "UKR", "negated")
    assert (shown["witnesses"], shown["standing"]) == (["Kompas", "Ukraine"], "contested")
    assert shown["verdict"] == "corrected"
    story = store.rows("SELECT * FROM stories JOIN story_events ON id = story_id WHERE event_id = ?", [name])[0]
    assert "Kompas" in story["witnesses_for"]


def test_a_withdrawn_judgement_leaves_what_was_read(store: Store) -> None:
    name, before = event(store, "ASSAULT"), record(reading(store, "a"))
    mark(store, name, "corrected", {"actors": "Belarus", "place": ""})
    mark(store, name, "right")
    mark(store, name, "withdrawn")
    after = record(reading(store, "a"))
    assert after["events"] == before["events"]
    assert row(store, name)["verdict"] is None
    assert [one["kind"] for one in store.rows("SELECT kind FROM judgements")] == ["corrected", "right", "withdrawn"]


def test_a_wrong_event_is_left_out_and_its_story_does_without(store: Store) -> None:
    name = event(store, "ASSAULT")
    story = store.rows("SELECT story_id FROM story_events WHERE event_id = ?", [name])[0]["story_id"]
    articles = store.rows("SELECT articles FROM stories WHERE id = ?", [story])
    assert articles == [{"articles": 2}]
    mark(store, name, "wrong")
    assert not store.rows("SELECT 1 FROM events_flat WHERE event_id = ?", [name])
    assert name.partition("#")[2] not in {one.id for one in reading(store, "a").events}
    assert store.rows("SELECT articles FROM stories WHERE id = ?", [story]) in ([], [{"articles": 1}])
    assert not store.rows("SELECT 1 FROM stories WHERE list_contains(outlets, 'Kompas') AND type = 'ASSAULT'")
    mark(store, name, "withdrawn")
    assert row(store, name)["verdict"] is None
    assert store.rows("SELECT 1 FROM story_events WHERE event_id = ?", [name])


def test_judgements_survive_reading_the_same_text_anew(store: Store) -> None:
    kept, gone, sure = event(store, "ASSAULT"), event(store, "ACCUSE"), event(store, "REJECT")
    mark(store, kept, "corrected", {"actors": "Belarus"})
    mark(store, gone, "wrong")
    mark(store, sure, "right")
    shown = [row(store, name) for name in (kept, sure)]
    reread(store, settings=Settings(read_by="2"), workers=1, command="test")
    assert [row(store, name) for name in (kept, sure)] == shown
    assert gone not in {one["event_id"] for one in store.rows("SELECT event_id FROM events_flat")}
    assert judgements.reapply(store) == 0


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"type": "WAR"}, "none of"),
        ({"mode": "visit"}, "not 'visit'"),
        ({"status": "done"}, "none of"),
        ({"actors": "Nobody at all"}, "nobody is known"),
        ({"start_date": "Monday"}, "is no date"),
        ({"start_date": "2024-06-02", "end_date": "2024-06-01"}, "before it begins"),
        ({"witnesses": "", "deniers": ""}, "somebody must vouch"),
        ({"colour": "red"}, "no field colour"),
    ],
)
def test_a_field_that_cannot_be_is_refused_and_nothing_kept(store: Store, fields: dict[str, str], told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        mark(store, event(store, "ASSAULT"), "corrected", fields)
    assert not store.rows("SELECT 1 FROM judgements")


def test_what_is_not_there_is_refused(store: Store) -> None:
    for act in (
        lambda: mark(store, "a#e99", "right"),
        lambda: mark(store, "zz#e1", "wrong"),
        lambda: split(store, "s0", ["a#e1"]),
        lambda: join(store, "s0", "s1"),
    ):
        with pytest.raises(QuestionError):
            act()


def together(store: Store, one: str, other: str) -> bool:
    rows = store.rows("SELECT story_id FROM story_events WHERE event_id IN (?, ?)", [one, other])
    return len({row["story_id"] for row in rows}) == 1


def test_stories_change_at_once_and_stay_so_when_linked_anew(store: Store) -> None:
    one, other = event(store, "ASSAULT"), event(store, "ASSAULT", "b")
    assert together(store, one, other)
    story = store.rows("SELECT story_id FROM story_events WHERE event_id = ?", [one])[0]["story_id"]
    with pytest.raises(QuestionError, match="not all"):
        split(store, story, [one, other])
    split(store, story, [other])
    for settle in (lambda: None, lambda: link(store)):
        settle()
        assert not together(store, one, other)
        assert store.rows("SELECT count(*) AS n FROM stories WHERE type = 'ASSAULT'") == [{"n": 2}]
    parted = store.rows("SELECT DISTINCT story_id AS id FROM story_events WHERE event_id IN (?, ?)", [one, other])
    joined = join(store, *(str(found["id"]) for found in parted))
    summaries = "SELECT * EXCLUDE main_of FROM stories ORDER BY id"  # what articles are mainly about is for linking
    at_once = store.rows(summaries)
    assert together(store, one, other)
    assert joined in {found["id"] for found in at_once}
    link(store)
    assert store.rows(summaries) == at_once


def test_gold_is_what_is_judged_whole(store: Store) -> None:
    events = [one["event_id"] for one in store.rows("SELECT event_id FROM events_flat WHERE article_id = 'b'")]
    for name in events[1:]:
        mark(store, name, "right")
    assert list(gold(store)) == []
    assert [one["id"] for one in gold(store, partial=True)] == ["b"]
    mark(store, events[0], "wrong")
    (found,) = gold(store)
    assert [f"b#{one['id']}" for one in found["events"]] == events[1:]
    assert sorted(found["judged"].values()) == ["right"] * (len(events) - 1) + ["wrong"]


def test_nobody_judges_while_another_writes(store: Store) -> None:
    with store.writing(), pytest.raises(StoreError, match="being written"):
        mark(store, event(store, "ASSAULT"), "right")


def test_an_older_store_is_brought_up_to_date(tmp_path: Path) -> None:
    from saksi.store import schema  # noqa: PLC0415

    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        for sql in schema.migrations()[:2]:
            connection.execute(sql)
        connection.execute("CREATE TABLE saksi_schema AS SELECT 2 AS version")
        connection.execute("INSERT INTO judgements VALUES (1, now()::TIMESTAMP, 'join', ['a#e1'], ['b#e1'])")
    assert len(judgements.of_stories(Store(path))) == 1


def test_judgements_go_from_one_store_to_another(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other.duckdb", create=True)
    articles = [
        Article(id="a", text=TEXT, language="id", outlet="Kompas", published=read_date("2024-06-18")),
        Article(id="b", text=f"{AGAIN} ", language="id", outlet="Tempo", published=read_date("2024-06-18")),
    ]
    add(articles, other, settings=Settings(read_by="1"), workers=1, command="test")
    mark(store, event(store, "ASSAULT"), "corrected", {"actors": "Belarus", "place": "Lviv"})
    mark(store, event(store, "ACCUSE"), "wrong")
    mark(store, event(store, "ASSAULT", "b"), "right")
    taken = take(other, [*gold(store, partial=True), {"id": "zz"}])
    assert taken.kept == 2
    assert [reason.partition(":")[2][:12] for reason in taken.left[1:]] == [" is no judge"]
    assert "another text" in taken.left[0]
    assert record(reading(other, "a"))["events"] == record(reading(store, "a"))["events"]
    assert next(gold(other, partial=True))["wrong"] == next(gold(store, partial=True))["wrong"]


def test_a_record_is_a_reading_again(store: Store) -> None:
    told = record(reading(store, "a"))
    assert record(reading_of(told)) == told
