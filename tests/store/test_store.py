"""What a store keeps comes out as it went in; what goes wrong is told and loses nothing."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import saksi
from saksi.errors import StoreError
from saksi.export.record import record
from saksi.model import Reading
from saksi.store import Store, Unread, tables
from saksi.store.readings import reading
from saksi.store.search import Question, Who, sql

TEXT = """Pada Senin, Ukraina menuduh Rusia menyerang rumah sakit di Kharkiv. Moskow membantah tuduhan itu.
"Kami tidak menyerang siapa pun," kata Putin, dikutip dari AFP."""
OTHER = "Iran mengecam Israel pada Selasa."


def read(text: str = TEXT, *, id: str = "a", url: str | None = None) -> Reading:  # noqa: A002
    return saksi.read(text, language="id", published="2024-06-18", outlet="Kompas", id=id, url=url)


@pytest.fixture(scope="module")
def first() -> Reading:
    return read()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s.duckdb", create=True)


def add(store: Store, *readings: Reading, unread: tuple[Unread, ...] = ()) -> None:
    run = store.begin(command="test", read_by="1")
    store.add(tables(readings, read_by="1"), unread, run=run)


def test_a_record_comes_out_as_it_went_in(store: Store, first: Reading) -> None:
    add(store, first)
    assert record(reading(store, "a")) == record(first)


def test_an_event_is_one_row_with_its_evidence(store: Store, first: Reading) -> None:
    add(store, first)
    rows = store.events.rows()
    assert len(rows) == len(first.events)
    attack = next(row for row in rows if row["type"] == "ASSAULT" and row["standing"] == "contested")
    assert (attack["actor_codes"], attack["witnesses"], attack["deniers"]) == (["RUS"], ["Ukraine"], ["Russia"])
    assert attack["trigger"] in attack["evidence"]
    assert attack["event_id"].startswith("a#e")


def test_frames_are_arrow_pandas_and_polars(store: Store, first: Reading) -> None:
    add(store, first)
    frame = store.events
    assert len(frame) == frame.arrow().num_rows == len(frame.pandas()) == frame.polars().height


def test_a_changed_text_is_a_new_version_and_the_latest(store: Store, first: Reading) -> None:
    add(store, first)
    add(store, read(OTHER))
    assert [(row["version"], row["text"]) for row in store.articles.rows()] == [(2, OTHER)]
    assert {row["article_id"] for row in store.events.rows()} == {"a"}
    assert reading(store, "a").article.text == OTHER
    assert reading(store, "a", version=1).article.text == TEXT


def test_another_text_at_the_same_address_is_a_new_version(store: Store) -> None:
    add(store, read(id="x", url="https://e.example/1"))
    add(store, read(OTHER, id="y", url="https://e.example/1"))
    assert [(row["id"], row["version"]) for row in store.articles.rows()] == [("y", 2)]


def test_what_is_known_is_told_with_its_text(store: Store, first: Reading) -> None:
    add(store, first, unread=(Unread("f.txt", "is Dutch", None, "d", "hash"),))
    assert set(store.known(["a", "d", "z"], read_by="1")) == {"a", "d"}
    assert store.known(["d"], read_by="1") == {"d": "hash"}
    assert set(store.known(["a", "d"], read_by="2")) == {"a"}  # a newer version may be able to read it


def test_an_input_is_skipped_once_however_often_it_is_tried(store: Store) -> None:
    for reason in ("is empty", "is still empty"):
        add(store, unread=(Unread("f.txt", reason),))
    assert [row["reason"] for row in store.frame("skipped").rows()] == ["is still empty"]


def test_what_fails_in_the_middle_leaves_nothing_behind(store: Store, first: Reading) -> None:
    run = store.begin(command="test", read_by="1")
    broken = tables([first], read_by="1")
    broken["testimonies"] = broken["testimonies"].drop_columns(["stance"])
    with pytest.raises(duckdb.Error):
        store.add(broken, (), run=run)
    assert (len(store.articles), len(store.events)) == (0, 0)


def test_a_second_writer_is_told_and_readers_go_on(store: Store, first: Reading) -> None:
    add(store, first)
    with store.writing():
        with pytest.raises(StoreError, match="being written by another process"), Store(store.path).writing():
            pass
        assert len(Store(store.path).events) == len(first.events)


def test_a_query_changes_nothing(store: Store) -> None:
    with pytest.raises(StoreError):
        store.sql("DELETE FROM articles")
    with pytest.raises(StoreError):
        store.sql("SELECT * FROM read_csv('/etc/passwd')")


def test_a_broken_query_is_told_in_one_line(store: Store) -> None:
    with pytest.raises(StoreError, match="Parser Error") as failure:
        store.sql("SELEKT 1")
    assert "\n" not in str(failure.value)


def files() -> Iterator[tuple[str, bytes, str]]:
    yield "text", b"no store at all" * 400, "not a valid DuckDB"
    yield "empty folder", b"", "no such store"


def test_no_store_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no such store; make one with: saksi add"):
        Store(tmp_path / "none.duckdb")


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_store(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "a.duckdb"
    path.write_bytes(b"no store at all " * 400)
    with pytest.raises(StoreError, match=r"a\.duckdb"):
        Store(path, create=create)
    assert path.read_bytes().startswith(b"no store at all")


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_somebody_else(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "a.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE theirs (x INTEGER)")
    with pytest.raises(StoreError, match="no store of Saksi"):
        Store(path, create=create)


@pytest.mark.parametrize("create", [True, False])
def test_a_store_of_a_newer_saksi(store: Store, create: bool) -> None:
    store.write(lambda connection: connection.execute("UPDATE saksi_schema SET version = 99"))
    with pytest.raises(StoreError, match="newer Saksi"):
        Store(store.path, create=create)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (Question(actor=Who(codes=("RUS",)), type="ASSAULT"), True),
        (Question(actor=Who(names=("Russia",)), type="ASSAULT"), True),
        (Question(actor=Who(codes=("FRA",))), False),
        (Question(recipient=Who(codes=("UKR",)), type="ASSAULT"), True),
        (Question(party=Who(codes=("UKR",)), type="ACCUSE"), True),
        (Question(witness=Who(names=("Ukraine",)), standing="contested"), True),
        (Question(witness=Who(codes=("UKR",)), standing="contested"), True),
        (Question(status="planned"), False),
        (Question(text="rumah sakit"), True),
        (Question(text="RUMAH SAKIT'; DROP TABLE events; --"), False),
        (Question(place="kharkiv"), True),
        (Question(place="ukr"), True),
        (Question(article="a"), True),
        (Question(article="b"), False),
    ],
)
def test_questions(store: Store, first: Reading, question: Question, found: bool) -> None:
    add(store, first)
    assert bool(len(store.sql(*sql(question)))) is found


def test_a_page_of_the_answers(store: Store, first: Reading) -> None:
    add(store, first)
    whole = store.sql(*sql(Question())).rows()
    pages = [row for start in range(len(whole)) for row in store.sql(*sql(Question(limit=1, offset=start))).rows()]
    assert pages == whole


def test_the_beginning_of_an_id_will_do_where_it_is_the_only_one(store: Store) -> None:
    add(store, read(id="abc1"), read(OTHER, id="abd2"))
    assert reading(store, "abc").article.id == "abc1"
    with pytest.raises(StoreError, match="several"):
        reading(store, "ab")
    with pytest.raises(StoreError, match="no article"):
        reading(store, "x")
