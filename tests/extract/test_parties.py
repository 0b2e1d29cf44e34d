"""Which parties fill the slots of a trigger."""

from dataclasses import dataclass

import pytest

from saksi.extract.parties import PartyFinder, Slots
from saksi.extract.triggers import Voice
from tests.extract.made_docs import cast, doc, pack, statement, trigger

STATES = "RUS=Rusia,Moskow,Russia; UKR=Ukraina,Ukraine; POL=Polandia,Poland; IRN=Iran; ISR=Israel,Israeli"


@dataclass(frozen=True)
class Row:
    shows: str
    spec: str
    words: str
    frame: str
    expected: dict[str, str]
    voice: Voice = "active"
    language: str = "id"

    def __str__(self) -> str:
        return f"{self.language}: {self.shows}"


ROWS = [
    Row(
        "subject and object by the parse",
        "Rusia/PROPN/nsubj/memuji memuji/VERB Iran/PROPN/obj/memuji .",
        "memuji",
        "transitive",
        {"subject": "RUS", "object": "IRN"},
    ),
    Row(
        "subject and object by word order where the parse has none",
        "Rusia/PROPN memuji/VERB Iran/PROPN .",
        "memuji",
        "transitive",
        {"subject": "RUS", "object": "IRN"},
    ),
    Row(
        "the agent of a passive behind oleh",
        "Iran/PROPN/nsubj:pass/dipuji dipuji/VERB oleh/ADP/case/Rusia Rusia/PROPN/obl/dipuji .",
        "dipuji",
        "transitive",
        {"subject": "RUS", "object": "IRN", "by": "RUS"},
        voice="passive",
    ),
    Row(
        "the bare agent of a passive",
        "Iran/PROPN/nsubj:pass/dipuji dipuji/VERB Rusia/PROPN/obl/dipuji .",
        "dipuji",
        "transitive",
        {"subject": "RUS", "object": "IRN"},
        voice="passive",
    ),
    Row(
        "an English passive is told by the parse",
        "Iran/PROPN/nsubj:pass/praised was/AUX/aux:pass/praised praised/VERB by/ADP/case/Russia"
        " Russia/PROPN/obl/praised .",
        "praised",
        "transitive",
        {"subject": "RUS", "object": "IRN", "by": "RUS"},
        language="en",
    ),
    Row(
        "coordinated subjects",
        "Rusia/PROPN/nsubj/memuji ,/PUNCT Polandia/PROPN/conj/Rusia dan/CCONJ/cc/Ukraina Ukraina/PROPN/conj/Rusia"
        " memuji/VERB Iran/PROPN/obj/memuji .",
        "memuji",
        "transitive",
        {"subject": "RUS POL UKR", "object": "IRN"},
    ),
    Row(
        "a comma alone coordinates nothing",
        "Rusia/PROPN/nsubj/memuji memuji/VERB Iran/PROPN/obj/memuji ,/PUNCT Israel/PROPN diam/ADJ .",
        "memuji",
        "transitive",
        {"subject": "RUS", "object": "IRN"},
    ),
    Row(
        "a relative clause takes the noun that it describes for its subject",
        "Rusia/PROPN/nsubj/diam ,/PUNCT yang/PRON/nsubj/memuji memuji/VERB/acl:relcl/Rusia Iran/PROPN/obj/memuji"
        " ,/PUNCT diam/VERB .",
        "memuji",
        "transitive",
        {"subject": "RUS", "object": "IRN"},
    ),
    Row(
        "a second verb shares the subject of the first",
        "Rusia/PROPN/nsubj/memuji memuji/VERB Iran/PROPN/obj/memuji dan/CCONJ/cc/mengecam mengecam/VERB/conj/memuji"
        " Israel/PROPN/obj/mengecam .",
        "mengecam",
        "transitive",
        {"subject": "RUS", "object": "ISR"},
    ),
    Row(
        "prepositions open slots",
        "Rusia/PROPN/nsubj/mengirim mengirim/VERB senjata/NOUN/obj/mengirim ke/ADP/case/Iran Iran/PROPN/obl/mengirim .",
        "mengirim",
        "dative",
        {"subject": "RUS", "to": "IRN"},
    ),
    Row(
        "a noun's possessor behind it, and its against phrase",
        "serangan/NOUN/nsubj/berhenti Israel/PROPN/nmod/serangan terhadap/ADP/case/Iran Iran/PROPN/nmod/serangan"
        " berhenti/VERB .",
        "serangan",
        "deed-of",
        {"possessor": "ISR", "against": "IRN"},
    ),
    Row(
        "a preposition parts a noun from a possessor",
        "serangan/NOUN/nsubj/berhenti terhadap/ADP/case/Iran Iran/PROPN/nmod/serangan berhenti/VERB .",
        "serangan",
        "deed-of",
        {"against": "IRN"},
    ),
    Row(
        "a noun's possessor before it in English",
        "Israeli/ADJ/amod/attack attack/NOUN on/ADP/case/Iran Iran/PROPN/nmod/attack .",
        "attack",
        "deed-of",
        {"possessor": "ISR", "against": "IRN"},
        language="en",
    ),
    Row(
        "of stands for a possessor in English",
        "The/DET killing/NOUN of/ADP/case/Iran Iran/PROPN/nmod/killing by/ADP/case/Israel Israel/PROPN/nmod/killing .",
        "killing",
        "deed-on",
        {"of": "IRN", "possessor": "IRN", "by": "ISR"},
        language="en",
    ),
    Row(
        "-nya is the subject's of the verb above",
        "Iran/PROPN/nsubj/menunda Israel/PROPN/appos/Iran menunda/VERB serangannya/NOUN/obj/menunda .",
        "serangannya",
        "deed-of",
        {"possessor": "IRN"},
    ),
]


def slots_of(row: Row) -> Slots:
    made = doc(row.spec, language=row.language)
    finder = PartyFinder(made, cast=cast(made, STATES), statements=[], pack=pack(row.language))
    return finder.slots(trigger(made, row.words, frame=row.frame, voice=row.voice))


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_slots(row: Row) -> None:
    assert {slot: " ".join(ids) for slot, ids in slots_of(row).items()} == row.expected


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    made = doc(
        '"/PUNCT Kami/PRON/nsubj/memuji memuji/VERB Iran/PROPN/obj/memuji "/PUNCT ,/PUNCT kata/VERB/x/memuji Putin .'
    )
    said = statement(made, "putin", "Kami memuji Iran", direct=True)
    finder = PartyFinder(made, cast=cast(made, f"{STATES}; +putin:RUS=Putin"), statements=[said], pack=pack())
    assert finder.slots(trigger(made, "memuji")) == {"subject": ["putin"], "object": ["IRN"]}


def test_first_person_outside_any_quotation_is_nobody() -> None:
    made = doc("Kami/PRON/nsubj/memuji memuji/VERB Iran/PROPN/obj/memuji .")
    finder = PartyFinder(made, cast=cast(made, STATES), statements=[], pack=pack())
    assert finder.slots(trigger(made, "memuji")) == {"object": ["IRN"]}


def test_nobody_presses_himself() -> None:
    """`mereka`, resolved to the doer's own side, is no object."""
    made = doc("Rusia/PROPN/nsubj/menekan menekan/VERB mereka/PRON/obj/menekan .")
    finder = PartyFinder(made, cast=cast(made, "RUS=Rusia; *troops:RUS=mereka"), statements=[], pack=pack())
    assert finder.slots(trigger(made, "menekan")) == {"subject": ["RUS"]}


def test_an_outlet_is_no_doer() -> None:
    made = doc("Reuters/PROPN/nsubj/memuji memuji/VERB Iran/PROPN/obj/memuji .")
    finder = PartyFinder(made, cast=cast(made, "@reuters=Reuters; IRN=Iran"), statements=[], pack=pack())
    assert finder.slots(trigger(made, "memuji")) == {"object": ["IRN"]}


def test_the_state_of_a_place_fills_a_slot_of_place() -> None:
    made = doc("Rusia/PROPN/nsubj/menyerbu menyerbu/VERB ke/ADP/case/Kharkiv Kharkiv/PROPN/obl/menyerbu .")
    parties = cast(made, "RUS=Rusia; UKR=Ukraina", places="Kharkiv:UKR")
    finder = PartyFinder(made, cast=parties, statements=[], pack=pack())
    assert finder.slots(trigger(made, "menyerbu"))["to"] == ["UKR"]
