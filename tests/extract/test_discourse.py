"""Parties that a deed's own clause leaves to the reader to know."""

from dataclasses import dataclass

import pytest

from saksi.extract.discourse import Discourse
from saksi.extract.draft import Draft
from saksi.model import Statement
from tests.extract.made_docs import cast, doc, draft, statement, trigger

STATES = (
    "RUS=Rusia; UKR=Ukraina; IRN=Iran; ISR=Israel; USA=Amerika; KEN=Kenya;"
    " *people:---/CVL=warga; #police:KEN/COP=polisi"
)


@dataclass(frozen=True)
class Deed:
    """A word of the text, the type of deed it tells, and the parties that its clause fills."""

    word: str
    type: str
    actors: str = ""
    recipients: str = ""
    frame: str = "transitive"
    complement: str = ""
    mode: str | None = None
    above: str = ""
    reason_of: str = ""
    slots: str = ""


@dataclass(frozen=True)
class Row:
    shows: str
    text: str
    deeds: tuple[Deed, ...]
    expected: str
    """`actors -> recipients` of the last deed"""
    parties: str = STATES
    places: str = ""

    def __str__(self) -> str:
        return self.shows


ROWS = [
    Row(
        "whom a demand addresses does what it asks for",
        "Iran meminta Rusia mundur .",
        (
            Deed("meminta", "REQUEST", "IRN", "RUS", complement="requested"),
            Deed("mundur", "RETREAT", frame="solo", above="meminta"),
        ),
        "RUS -> ",
    ),
    Row(
        "who threatens does what is threatened",
        "Iran mengancam menyerang Rusia .",
        (
            Deed("mengancam", "THREATEN", "IRN", "RUS", complement="threatened"),
            Deed("menyerang", "ASSAULT", "", "RUS", above="mengancam"),
        ),
        "IRN -> RUS",
    ),
    Row(
        "who is accused did it",
        "Iran menuduh Rusia menyerang Ukraina .",
        (
            Deed("menuduh", "ACCUSE", "IRN", "RUS", complement="alleged"),
            Deed("menyerang", "ASSAULT", "IRN", "UKR", above="menuduh"),
        ),
        "RUS -> UKR",
    ),
    Row(
        "who is praised did what the reason tells",
        "Iran memuji Rusia karena membantu Ukraina .",
        (Deed("memuji", "SUPPORT", "IRN", "RUS"), Deed("membantu", "AID", "IRN", "UKR", reason_of="memuji")),
        "RUS -> UKR",
    ),
    Row(
        "the recipient of a like deed of the same doer",
        "Rusia menyerang Ukraina . Rusia menembaki warga .",
        (Deed("menyerang", "ASSAULT", "RUS", "UKR"), Deed("menembaki", "ASSAULT", "RUS", "")),
        "RUS -> UKR",
    ),
    Row(
        "the doer of a like deed to the same sufferer",
        "Rusia menyerang Ukraina . Ukraina dihujani roket .",
        (Deed("menyerang", "ASSAULT", "RUS", "UKR"), Deed("dihujani", "ASSAULT", "", "UKR")),
        "RUS -> UKR",
    ),
    Row(
        "a deed of another quad tells nothing",
        "Rusia memuji Ukraina . Ukraina dihujani roket .",
        (Deed("memuji", "SUPPORT", "RUS", "UKR"), Deed("dihujani", "ASSAULT", "", "UKR")),
        " -> UKR",
    ),
    Row(
        "an answer answers who asked",
        "Amerika menuduh Iran . Kemudian Iran membantah .",
        (Deed("menuduh", "ACCUSE", "USA", "IRN"), Deed("membantah", "REJECT", "IRN", "")),
        "IRN -> USA",
    ),
    Row(
        "what was asked of somebody else is not answered",
        "Amerika menuduh Rusia . Kemudian Iran membantah .",
        (Deed("menuduh", "ACCUSE", "USA", "RUS"), Deed("membantah", "REJECT", "IRN", "")),
        "IRN -> ",
    ),
    Row(
        "no other end for a deed without one",
        "Rusia menyerang Ukraina . Rusia bersiaga .",
        (Deed("menyerang", "ASSAULT", "RUS", "UKR"), Deed("bersiaga", "MOBILIZE", "RUS", "", frame="transitive")),
        "RUS -> ",
    ),
    Row(
        "no recipient for a frame without one",
        "Rusia memuji Ukraina . Rusia berjanji .",
        (Deed("memuji", "SUPPORT", "RUS", "UKR"), Deed("berjanji", "AGREE", "RUS", "", frame="solo")),
        "RUS -> ",
    ),
    Row(
        "a state is no recipient of what it does itself",
        "Rusia memuji Rusia .",
        (Deed("memuji", "SUPPORT", "RUS", "RUS"),),
        "RUS -> ",
    ),
    Row(
        "people of no told country are those of the police that deals with them",
        "polisi menangkap warga .",
        (Deed("menangkap", "COERCE", "police", "people"),),
        "police -> KEN",
    ),
    Row(
        "victims of no told country are those of the place",
        "Rusia menembaki warga di Kharkiv .",
        (Deed("menembaki", "ASSAULT", "RUS", "people"),),
        "RUS -> UKR",
        places="Kharkiv:UKR",
    ),
    Row(
        "an arrest of which nobody is the doer is the state's where it happens",
        "Iran menyesal ketika ditangkap di Nairobi .",
        (Deed("ditangkap", "COERCE", "", "IRN", mode="arrest"),),
        "KEN -> IRN",
        places="Nairobi:KEN",
    ),
    Row(
        "nobody cooperates alone: the partner of a like deed",
        "Rusia dan Iran bekerja . Rusia bermitra .",
        (Deed("bekerja", "COOPERATE", "RUS IRN", frame="mutual"), Deed("bermitra", "COOPERATE", "RUS", frame="mutual")),
        "RUS IRN -> ",
    ),
    Row(
        "a war without parties is that of the parties told of a like deed",
        "Rusia menyerang Ukraina . perang berlanjut .",
        (Deed("menyerang", "ASSAULT", "RUS", "UKR"), Deed("perang", "ASSAULT", frame="deed-among")),
        "RUS UKR -> ",
    ),
    Row(
        "a war of one party in another's land is waged on that land",
        "perang Rusia di Ukraina .",
        (Deed("perang", "ASSAULT", "RUS", frame="deed-among", slots="in:UKR"),),
        "RUS -> UKR",
    ),
    Row(
        "a visitor visits whom he visits elsewhere",
        "Rusia mengunjungi Iran . kunjungan Rusia .",
        (
            Deed("mengunjungi", "CONSULT", "RUS", "IRN", frame="visit", mode="visit"),
            Deed("kunjungan", "CONSULT", "RUS", "", frame="visit", mode="visit"),
        ),
        "RUS -> IRN",
    ),
]


def completed(row: Row, statements: tuple[Statement, ...] = ()) -> Draft:
    made = doc(row.text)
    told = {
        deed.word: trigger(
            made, deed.word, frame=deed.frame, type=deed.type, complement=deed.complement, mode=deed.mode
        )
        for deed in row.deeds
    }
    drafts = [
        draft(
            told[deed.word],
            deed.actors,
            deed.recipients,
            above=told.get(deed.above),
            reason_of=told.get(deed.reason_of),
            slots={slot: [party] for slot, party in [deed.slots.split(":")]} if deed.slots else {},
        )
        for deed in row.deeds
    ]
    return Discourse(cast(made, row.parties, places=row.places), statements).complete(drafts)[-1]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_what_the_discourse_fills(row: Row) -> None:
    found = completed(row)
    assert f"{' '.join(found.actors)} -> {' '.join(found.recipients)}" == row.expected


def test_the_speaker_of_another_country_is_the_partner() -> None:
    row = Row("", "Rusia bermitra , kata Iran .", (Deed("bermitra", "COOPERATE", "RUS", frame="mutual"),), "")
    said = statement(doc(row.text), "IRN", "Rusia bermitra", direct=True)
    assert completed(row, (said,)).actors == ["RUS", "IRN"]
    assert completed(row).actors == ["RUS"]
