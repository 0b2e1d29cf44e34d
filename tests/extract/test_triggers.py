"""Which words name a deed."""

import pytest

from saksi.extract.triggers import Trigger
from tests.extract.made_docs import cast, doc, trigger_finder


def found(spec: str, *, language: str = "id", parties: str = "", ents: tuple[str, ...] = ()) -> list[Trigger]:
    made = doc(spec, language=language, ents=ents)
    return trigger_finder(language).find(made, cast(made, parties))


def lines(spec: str, *, language: str = "id", parties: str = "", ents: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{trigger.tokens.text}: {trigger.sense.type} {trigger.voice}"
        for trigger in found(spec, language=language, parties=parties, ents=ents)
    ]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Rusia/PROPN memuji/VERB Iran/PROPN .", ["memuji: SUPPORT active"]),
        ("Iran/PROPN dipuji/VERB Rusia/PROPN .", ["dipuji: SUPPORT passive"]),
        # the headline form tells its part of speech by the tag alone
        ("Rusia/PROPN puji/VERB Iran/PROPN .", ["puji: SUPPORT bare"]),
        ("Rusia/PROPN puji/PROPN Iran/PROPN .", []),
        # clitics
        ("Rusia/PROPN memujinya/VERB .", ["memujinya: SUPPORT active"]),
        # a known form needs no tagger
        ("Rusia/PROPN memuji/NOUN Iran/PROPN .", ["memuji: SUPPORT active"]),
        # the longest wins, and takes its words
        ("Belanda/PROPN meminta/VERB maaf/NOUN .", ["meminta maaf: CONCEDE active"]),
        ("gencatan/NOUN senjata/NOUN berlaku/VERB .", ["gencatan senjata: RETREAT active"]),
        # an idiom wins over the word in it, and is no deed
        ("perang/NOUN dunia/NOUN berakhir/VERB .", []),
        ("kapal/NOUN perang/NOUN berlayar/VERB .", []),
        # in the order of the text
        (
            "Rusia/PROPN memuji/VERB Iran/PROPN dan/CCONJ mengecam/VERB/x/memuji Israel/PROPN .",
            ["memuji: SUPPORT active", "mengecam: ACCUSE active"],
        ),
        ("Rusia/PROPN mengatakan/VERB cuaca/NOUN cerah/ADJ .", []),
    ],
)
def test_indonesian(spec: str, expected: list[str]) -> None:
    assert lines(spec) == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Russia/PROPN praised/VERB Iran/PROPN .", ["praised: SUPPORT active"]),
        ("Russia/PROPN attacked/VERB Iran/PROPN .", ["attacked: ASSAULT active"]),
        ("the/DET attack/NOUN ended/VERB .", ["attack: ASSAULT active"]),
        ("a/DET heart/NOUN attack/NOUN killed/X him/PRON .", []),
        ("Russia/PROPN said/VERB nothing/PRON .", []),
    ],
)
def test_english(spec: str, expected: list[str]) -> None:
    assert [line for line in lines(spec, language="en") if "killed" not in line] == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Rusia/PROPN mengirim/VERB senjata/NOUN ke/ADP Iran/PROPN .", ["AID"]),
        ("Rusia/PROPN mengirim/VERB kartu/NOUN ke/ADP Iran/PROPN .", []),
        # the object of a passive stands before it
        ("senjata/NOUN dikirim/VERB ke/ADP Iran/PROPN .", ["AID"]),
        # a new clause ends the reach
        ("Rusia/PROPN mengirim/VERB kartu/NOUN ;/PUNCT senjata/NOUN mahal/ADJ .", []),
        ("Rusia/PROPN mengirim/VERB kartu/NOUN . senjata/NOUN mahal/ADJ .", []),
    ],
)
def test_a_restricted_sense_needs_its_object(spec: str, expected: list[str]) -> None:
    assert [trigger.sense.type for trigger in found(spec)] == expected


def test_the_object_chooses_among_the_senses_of_a_word() -> None:
    (troops,) = found("Rusia/PROPN menarik/VERB tentara/NOUN dari/ADP Niger/PROPN .")
    (envoy,) = found("Rusia/PROPN menarik/VERB diplomat/NOUN dari/ADP Niger/PROPN .")
    assert (troops.sense.type, troops.sense.mode) == ("RETREAT", "withdraw")
    assert (envoy.sense.type, envoy.sense.mode) == ("SANCTION", "withdraw")


def test_a_verb_phrase_hangs_on_its_verb_and_a_noun_phrase_on_its_head() -> None:
    (verb,) = found("Rusia/PROPN meminta/VERB maaf/NOUN/obj/meminta .")
    (noun,) = found("gencatan/NOUN senjata/NOUN/nmod/gencatan berlaku/VERB/acl/gencatan .")
    assert (verb.head.text, verb.is_noun) == ("meminta", False)
    assert (noun.head.text, noun.is_noun) == ("gencatan", True)
