"""Single sentences of others: which event joins source to target, and what PLOVER calls it."""

import pytest
from evaluation.sentences import NOTHING, Sentence, coded, joining, macro_f1

import saksi


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        ("Russia praised North Korea.", "Russia", "North Korea", "SUPPORT"),
        ("Russia praised North Korea, and France condemned Belarus.", "France", "Belarus", "ACCUSE"),
        ("France condemned Belarus, which thanked Russia.", "Belarus", "Russia", "SUPPORT"),
        ("Egypt withdrew its troops from Sudan.", "Egypt", "Sudan", "YIELD"),
        ("The weather in Paris is fine.", "Paris", "weather", NOTHING),
    ],
)
def test_the_event_that_joins_source_to_target(text: str, source: str, target: str, type_: str) -> None:
    reading = saksi.read(text, language="en")
    assert joining(reading, Sentence(text=text, type="", source=source, target=target)) == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Putin will visit North Korea on Tuesday.", "AGREE"),
        ("Putin visited North Korea.", "CONSULT"),
        ("Egypt did not release the prisoners.", "REJECT"),
        ("France demanded that Egypt release the prisoners.", "REQUEST"),
        ("Russia attacked Ukraine.", "ASSAULT"),
    ],
)
def test_what_plover_calls_a_deed_to_come_refused_or_asked_for(text: str, type_: str) -> None:
    assert type_ in {coded(event) for event in saksi.read(text, language="en").events}


def test_macro_f1_is_the_mean_over_types() -> None:
    whole, each = macro_f1([("AID", "AID"), ("AID", "-"), ("REJECT", "AID"), ("REJECT", "REJECT")])
    assert each == {"AID": pytest.approx(0.5), "REJECT": pytest.approx(2 / 3)}
    assert whole == pytest.approx((0.5 + 2 / 3) / 2)
