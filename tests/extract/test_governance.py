"""What one trigger does to another in its clause."""

from dataclasses import dataclass

import pytest

from saksi.extract.governance import governor_of, reason_of
from tests.extract.made_docs import doc, pack, trigger


@dataclass(frozen=True)
class Row:
    shows: str
    spec: str
    above: str
    below: str
    expected: str
    """`none`, `governed`, or `own clause`"""
    complement: str = "requested"
    noun: bool = False
    language: str = "id"

    def __str__(self) -> str:
        return f"{self.language}: {self.shows}"


ROWS = [
    Row(
        "a purpose clause is governed",
        "Iran/PROPN/nsubj/meminta meminta/VERB Rusia/PROPN/obj/meminta"
        " untuk/SCONJ/mark/mundur mundur/VERB/xcomp/meminta .",
        "meminta",
        "mundur",
        "governed",
    ),
    Row(
        "a clause with a complementizer is the deed's own",
        "Iran/PROPN/nsubj/meminta meminta/VERB agar/SCONJ/mark/mundur"
        " Rusia/PROPN/nsubj/mundur mundur/VERB/ccomp/meminta .",
        "meminta",
        "mundur",
        "own clause",
    ),
    Row(
        "an object noun is governed",
        "Iran/PROPN/nsubj/menolak menolak/VERB tawaran/NOUN/obj/menolak Rusia/PROPN/nmod/tawaran .",
        "menolak",
        "tawaran",
        "governed",
        complement="refused",
        noun=True,
    ),
    Row(
        "a noun behind another verb is that verb's",
        "Iran/PROPN/nsubj/menolak menolak/VERB datang/VERB/xcomp/menolak"
        " untuk/ADP/case/kunjungan kunjungan/NOUN/obl/datang .",
        "menolak",
        "kunjungan",
        "none",
        complement="refused",
        noun=True,
    ),
    Row(
        "a bare verb is governed by the parse",
        "Iran/PROPN/nsubj/mengancam mengancam/VERB menyerang/VERB/xcomp/mengancam Rusia/PROPN/obj/menyerang .",
        "mengancam",
        "menyerang",
        "governed",
        complement="threatened",
    ),
    Row(
        "a verb behind a comma that does not hang on it is not governed",
        "Iran/PROPN/nsubj/mengancam mengancam/VERB ,/PUNCT lalu/ADV menyerang/VERB .",
        "mengancam",
        "menyerang",
        "none",
    ),
    Row(
        "a sentence ends the reach",
        "Iran/PROPN/nsubj/meminta meminta/VERB . Rusia/PROPN/nsubj/mundur mundur/VERB .",
        "meminta",
        "mundur",
        "none",
    ),
    Row(
        "a trigger without complement governs nothing",
        "Iran/PROPN/nsubj/memuji memuji/VERB untuk/SCONJ/mark/mundur mundur/VERB/xcomp/memuji .",
        "memuji",
        "mundur",
        "none",
        complement="",
    ),
    Row(
        "an English infinitive",
        "Iran/PROPN/nsubj/urged urged/VERB Russia/PROPN/obj/urged to/PART/mark/withdraw withdraw/VERB/xcomp/urged .",
        "urged",
        "withdraw",
        "governed",
        language="en",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_governor(row: Row) -> None:
    made = doc(row.spec, language=row.language)
    above = trigger(made, row.above, type="REQUEST", complement=row.complement)
    below = trigger(made, row.below, frame="deed-of" if row.noun else "transitive")
    governor = governor_of(below, [above, below], pack=pack(row.language))
    found = "none" if governor is None else "own clause" if governor.own_clause else "governed"
    assert found == row.expected


@pytest.mark.parametrize(
    ("spec", "above_type", "expected"),
    [
        ("Iran/PROPN memuji/VERB Rusia/PROPN karena/SCONJ membantu/VERB/x/memuji Kuba/PROPN .", "SUPPORT", True),
        ("Iran/PROPN memuji/VERB Rusia/PROPN lantaran/SCONJ membantu/VERB/x/memuji Kuba/PROPN .", "ACCUSE", True),
        # a meeting has no reason that its guest did
        ("Iran/PROPN memuji/VERB Rusia/PROPN karena/SCONJ membantu/VERB/x/memuji Kuba/PROPN .", "CONSULT", False),
        ("Iran/PROPN memuji/VERB Rusia/PROPN dan/CCONJ membantu/VERB/x/memuji Kuba/PROPN .", "SUPPORT", False),
        ("Iran/PROPN memuji/VERB karena/SCONJ itu/PRON . Rusia/PROPN membantu/VERB Kuba/PROPN .", "SUPPORT", False),
    ],
)
def test_reason(spec: str, above_type: str, expected: bool) -> None:
    made = doc(spec)
    above, below = trigger(made, "memuji", type=above_type), trigger(made, "membantu", type="AID")
    assert (reason_of(below, [above, below], pack=pack()) is above) is expected
