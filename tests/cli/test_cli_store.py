"""`saksi add`, `find`, `show`, `sql`, `stats`, `reread`, `watch` as a user runs them."""

import csv
import io
import json
import socket
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from saksi.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("store") / "s.duckdb"
    status, _, told = run("add", str(EXAMPLES), "--store", str(path), "--workers", "1")
    assert status == 0, told
    assert "12 articles read, 0 known before, 0 skipped" in told
    return str(path)


def found(store: str, *options: str) -> list[dict[str, object]]:
    status, out, told = run("find", "--store", store, "--format", "jsonl", "--limit", "1000", *options)
    assert status == 0, told
    return [json.loads(line) for line in out.splitlines()]


def test_a_second_run_reads_nothing_again(store: str) -> None:
    status, _, told = run("add", str(EXAMPLES), "--store", store, "--workers", "1")
    assert (status, "0 articles read, 12 known before" in told) == (0, True)


def test_names_in_both_languages_and_codes_mean_the_same(store: str) -> None:
    by_code, by_name, in_indonesian = (found(store, "--actor", who) for who in ("CHN", "China", "Tiongkok"))
    assert by_code == by_name == in_indonesian
    assert by_code
    assert all("CHN" in row["actor_codes"] for row in by_code)  # type: ignore[operator]


def test_filters_narrow(store: str) -> None:
    all_of_them = found(store)
    some = found(store, "--type", "reject", "--standing", "claimed")
    assert 0 < len(some) < len(all_of_them)
    assert {(row["type"], row["standing"]) for row in some} == {("REJECT", "claimed")}
    assert found(store, "--since", "2999-01-01") == []


def test_a_name_that_nobody_bears_is_answered_with_names_like_it(store: str) -> None:
    status, _, told = run("find", "--store", store, "--actor", "Chnia")
    assert (status, "did you mean China" in told) == (1, True)


def test_a_wrong_option_stops_before_anything_is_asked(store: str) -> None:
    status, _, told = run("find", "--store", store, "--type", "ASSULT")
    assert (status, "did you mean ASSAULT" in told) == (2, True)


def test_the_answer_as_table_csv_and_parquet(store: str, tmp_path: Path) -> None:
    rows = found(store, "--actor", "PHL")
    status, table, told = run("find", "--store", store, "--actor", "PHL", "--limit", "1000")
    assert (status, f"{len(rows)} events" in told) == (0, True)
    assert all(str(row["trigger"]) in table for row in rows)
    _, text, _ = run("find", "--store", store, "--actor", "PHL", "--limit", "1000", "--format", "csv")
    assert [row["event_id"] for row in csv.DictReader(io.StringIO(text))] == [row["event_id"] for row in rows]
    result = CliRunner().invoke(app, ["find", "--store", store, "--actor", "PHL", "--format", "parquet"])
    (tmp_path / "a.parquet").write_bytes(result.stdout_bytes)
    assert pq.read_table(tmp_path / "a.parquet").num_rows == min(len(rows), 50)


def test_an_article_is_shown_with_its_evidence_marked_and_an_event_alone(store: str) -> None:
    status, whole, _ = run("show", "en-12-busan-theft", "--store", store)
    assert (status, "⟦sanctions⟧1 on" in whole) == (0, True)
    _, one, _ = run("show", "en-12-busan-theft#e2", "--store", store, "--format", "json")
    assert [event["id"] for event in json.loads(one)["events"]] == ["e2"]
    status, _, told = run("show", "en-12-busan-theft#e999", "--store", store)
    assert (status, "has no event 'e999'" in told) == (1, True)
    assert run("show", "nothing", "--store", store)[0] == 1


def test_sql_and_stats(store: str) -> None:
    query = "SELECT count(*) AS n FROM events_flat"
    status, out, _ = run("sql", query, "--store", store, "--format", "jsonl")
    assert (status, json.loads(out)["n"]) == (0, len(found(store)))
    status, _, told = run("sql", "DROP TABLE events", "--store", store)
    assert (status, told.count("\n")) == (1, 1)
    status, out, _ = run("stats", "--store", store)
    assert (status, "Events by type" in out) == (0, True)


def test_reread_has_nothing_to_do_where_this_version_read_all(store: str) -> None:
    status, _, told = run("reread", "--store", store, "--workers", "1")
    assert (status, "0 articles read" in told) == (0, True)


def test_watch_looks_as_often_as_it_is_told(tmp_path: Path) -> None:
    store = str(tmp_path / "w.duckdb")
    options = ("--rounds", "2", "--interval", "0.1", "--store", store)
    status, _, told = run("watch", "http://127.0.0.1:9/feed", "--allow-private", *options)
    assert (status, told.count("cannot be fetched")) == (0, 2)


def test_no_store_is_told_with_what_to_do(tmp_path: Path) -> None:
    status, _, told = run("find", "--store", str(tmp_path / "none.duckdb"))
    assert (status, "make one with: saksi add" in told) == (1, True)


def test_stories_are_found_shown_split_and_joined(tmp_path: Path) -> None:
    lines = [
        ("a", "Kompas", "Ukraina menuduh Rusia menyerang pelabuhan Odesa pada Selasa. Moskow membantah tuduhan itu."),
        (
            "b",
            "Tempo",
            "Rusia menyerang pelabuhan Odesa pada Selasa, kata Ukraina. Moskow membantah tuduhan Ukraina itu.",
        ),
    ]
    source, store = tmp_path / "a.jsonl", str(tmp_path / "s.duckdb")
    rows = [
        {"id": name, "outlet": outlet, "published": "2024-06-18", "title": "Pelabuhan Odesa diserang", "text": text}
        for name, outlet, text in lines
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("stories", "--store", store)[0] == 1
    status, _, told = run("add", str(source), "--store", store, "--workers", "1", "--language", "id")
    assert (status, "stories" in told) == (0, True)

    def attack() -> list[dict[str, object]]:
        out = run("stories", "--store", store, "--actor", "Rusia", "--type", "ASSAULT", "--format", "jsonl")[1]
        return [json.loads(line) for line in out.splitlines()]

    (one,) = attack()
    assert (one["articles"], one["standing"]) == (["a", "b"], "contested")
    assert (one["witnesses_for"], one["witnesses_against"]) == (["Ukraine"], ["Russia"])
    status, shown, _ = run("story", "show", str(one["id"]), "--on", "2024-06-18", "--store", store)
    assert (status, "For: 1 independent" in shown, "Against: 1 independent" in shown) == (0, True, True)
    events = one["events"]
    assert isinstance(events, list)
    assert run("story", "split", str(one["id"]), str(events[-1]), "--store", store)[0] == 0
    parts = attack()
    assert len(parts) == 2
    assert run("story", "join", str(parts[0]["id"]), str(parts[1]["id"]), "--store", store)[0] == 0
    assert len(attack()) == 1
    assert run("link", "--store", store)[0] == 0
    assert len(attack()) == 1
    status, _, told = run("story", "show", "s0", "--store", store)
    assert (status, "has no story" in told) == (1, True)


def test_serving_a_store_that_is_not_there_stops_before_it_starts(tmp_path: Path) -> None:
    status, _, told = run("serve", "--store", str(tmp_path / "none.duckdb"))
    assert status == 1
    assert "no such store" in told
    assert "http://" not in told


def test_serving_at_a_port_that_is_taken_stops_before_it_starts(store: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, told = run("serve", "--store", store, "--port", str(port))
    assert status == 2
    assert f"port {port}" in told
