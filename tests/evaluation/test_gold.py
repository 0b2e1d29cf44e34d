import json
from typing import Any

import pytest
from evaluation.gold import NOTES, RECORDS

from saksi.errors import NotesError
from saksi.scoring.notes import Compiler, as_lines, compile_all, locate, text_of

TEXT = "Paris praised Bonn. Bonn denied it. Paris left."


def notes(**changes: Any) -> dict[str, Any]:
    item = {
        "trigger": "praised", "type": "SUPPORT", "actors": ["fr"], "recipients": ["de"], "status": "happened",
        "when": ["2025-01-01", "2025-01-02"], "where": {"name": "Paris", "country": "FRA"},
        "testimony": [{"stance": "asserts", "chain": ["paper", "fr"]}, {"stance": "denies", "chain": ["paper", "de"]}],
    }  # fmt: skip
    actors = {
        key: {"name": key, "kind": "state", "code": code, "sectors": ["GOV"]}
        for key, code in (("paper", "GBR"), ("fr", "FRA"), ("de", "DEU"))
    }
    return {"id": "x", "outlet": "paper", "actors": actors, "events": [item | changes], "statements": []}


def test_the_committed_records_are_what_the_notes_say() -> None:
    assert RECORDS.read_text(encoding="utf-8") == as_lines(compile_all(NOTES)), "run python -m evaluation.gold"


def test_every_article_has_notes_and_says_that_it_is_invented() -> None:
    folder = NOTES.parent.parent / "examples"
    lines = (line for path in folder.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines())
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.txt")]
    texts += [json.loads(line)["text"] for line in lines]
    compiled = list(compile_all(NOTES))
    assert sorted(texts) == sorted(record["text"] for record in compiled)
    assert all(text.startswith(("Contoh Saksi: berita rekaan", "Saksi sample: invented news")) for text in texts)


def test_the_samples_hold_what_records_name() -> None:
    events = [event for record in compile_all(NOTES) for event in record["events"]]
    assert {event["type"] for event in events} >= {"AGREE", "CONSULT", "CONCEDE", "COERCE", "MOBILIZE", "THREATEN"}
    statuses = {"happened", "ongoing", "planned", "requested", "hypothetical", "negated"}
    assert {event["status"] for event in events} == statuses
    assert {event["standing"] for event in events} >= {"reported", "claimed", "contested"}
    assert max(len(testimony["chain"]) for event in events for testimony in event["testimony"]) == 4
    assert any(testimony["chain"][-1] == "unnamed" for event in events for testimony in event["testimony"])


def test_an_event_is_compiled() -> None:
    record = Compiler(notes(), TEXT).record()
    (event,) = record["events"]
    assert TEXT[event["trigger"]["start"] : event["trigger"]["end"]] == "praised"
    assert event["when"] == {"start": "2025-01-01", "end": "2025-01-02"}
    assert event["standing"] == "contested"
    assert record["places"] == [{"id": "p1", "mentions": [], "name": "Paris", "country": "FRA"}]
    assert event["where"] == "p1"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"trigger": "Bonn"}, "'Bonn' occurs 2 times"),
        ({"trigger": "blamed"}, "'blamed' occurs 0 times"),
        ({"trigger": "Bonn", "near": "Paris"}, "'Paris' occurs 2 times"),
        ({"type": "PRAISE"}, "type 'PRAISE' is unknown"),
        ({"mode": "visit"}, "mode of SUPPORT 'visit' is unknown"),
        ({"contexts": ["weather"]}, "context 'weather' is unknown"),
        ({"status": "done"}, "status 'done' is unknown"),
        ({"actors": ["it"]}, "actor 'it' is unknown"),
        ({"testimony": []}, "no testimony"),
        ({"testimony": [{"stance": "doubts", "chain": ["paper"]}]}, "stance 'doubts' is unknown"),
        ({"when": ["2025-01-02", "2025-01-01"]}, "2025-01-02 is after 2025-01-01"),
    ],
)
def test_wrong_notes_are_refused_with_the_place_and_the_reason(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(NotesError) as caught:
        Compiler(notes(**changes), TEXT).record()
    assert str(caught.value).startswith("x: event 1 (")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value"), [("code", "France"), ("code", "EU"), ("kind", "ship"), ("sectors", ["XXX"])]
)
def test_wrong_actors_are_refused(field: str, value: Any) -> None:
    wrong = notes()
    wrong["actors"]["fr"][field] = value
    with pytest.raises(NotesError, match="is unknown"):
        Compiler(wrong, TEXT).record()


def test_near_tells_repeated_words_apart() -> None:
    assert locate(TEXT, "Bonn", near="Bonn denied").start == TEXT.index("Bonn denied")


def test_an_article_may_stand_in_a_line_of_a_jsonl_file(tmp_path: Any) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n', encoding="utf-8")
    assert text_of({"text_file": "a.jsonl", "line": 2}, folder=tmp_path) == "two"
