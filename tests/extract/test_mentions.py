"""Names, titles, common nouns and pronouns, and the phrases that they make."""

from dataclasses import dataclass

import pytest

from saksi.extract.mentions import read_mentions
from saksi.extract.names import Item
from saksi.model import Mention
from tests.extract.made_docs import doc, name_finder, pack


def items(spec: str, *, language: str = "id", ents: tuple[str, ...] = ()) -> list[tuple[str, Item]]:
    made = doc(spec, language=language, ents=ents)
    return [(made[item.start : item.end].text, item) for item in name_finder(language).find(made)]


def mentions(spec: str, *, language: str = "id", ents: tuple[str, ...] = ()) -> list[tuple[str, Mention]]:
    made = doc(spec, language=language, ents=ents)
    found = read_mentions(made, name_finder(language).find(made), pack=pack(language))
    return [(mention.span.of(made.text), mention) for mention in found]


NAMES: list[tuple[str, tuple[str, ...], list[tuple[str, str, str]]]] = [
    # words, entities of the model, (words, what, key)
    ("Korea Utara dan Rusia", (), [("Korea Utara", "name", "PRK"), ("Rusia", "name", "RUS")]),
    ("Amerika Serikat diam", (), [("Amerika Serikat", "name", "USA")]),
    ("AS diam", (), [("AS", "name", "USA")]),
    # case tells a name from a word
    ("as roda patah", (), []),
    ("Vladimir Putin diam", (), [("Vladimir Putin", "name", "vladimir_putin")]),
    ("menteri luar negeri diam", (), [("menteri luar negeri", "role", "")]),
    ("Menteri Luar Negeri diam", (), [("Menteri Luar Negeri", "role", "")]),
    ("ia diam", (), [("ia", "pronoun", "")]),
    # only the model knows it
    ("kata Wahono Kertamuda", ("Wahono Kertamuda:PERSON",), [("Wahono Kertamuda", "name", "")]),
    ("kata Wahono Kertamuda", (), []),
    # the pack knows the last word only
    ("kata Anna Putin", ("Anna Putin:PERSON",), [("Anna Putin", "name", "")]),
]


@pytest.mark.parametrize(("spec", "ents", "expected"), NAMES)
def test_names(spec: str, ents: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert [(words, item.what, item.key) for words, item in items(spec, ents=ents)] == expected


def test_a_wider_organisation_belongs_to_the_place_in_its_name() -> None:
    (words, item), *_ = items("kata Zamrud Teheran", ents=("Zamrud Teheran:ORG",))
    assert (words, item.label, item.key, item.owner) == ("Zamrud Teheran", "ORG", "", "IRN")


@dataclass(frozen=True)
class Row:
    spec: str
    expected: list[str]
    """`words | name | role in English | owner | flags`, empty parts left out at the end"""
    language: str = "id"
    ents: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.language}: {self.spec}"


def line(words: str, mention: Mention) -> str:
    flags = [name for name in ("place", "pointing", "former", "alias", "possessive") if getattr(mention, name)]
    parts = [words, mention.name, mention.role.english if mention.role else "", mention.owner, " ".join(flags)]
    return " | ".join(parts).rstrip(" |")


ROWS = [
    # title, owner, name: behind the title in Indonesian, around it in English
    Row(
        "Menteri Pertahanan Israel Yoav Gallant diam",
        ["Menteri Pertahanan Israel Yoav Gallant | Yoav Gallant | defence minister | ISR"],
    ),
    Row(
        "Israeli Defense Minister Yoav Gallant slept",
        ["Israeli Defense Minister Yoav Gallant | Yoav Gallant | defence minister | ISR"],
        language="en",
    ),
    Row("Presiden Prancis diam", ["Presiden Prancis |  | president | FRA"]),
    Row("Iran 's foreign minister slept", ["Iran 's foreign minister |  | foreign minister | IRN"], language="en"),
    Row("the president of France slept", ["president of France |  | president | FRA"], language="en"),
    Row("militer Laos diam", ["militer Laos |  | military | LAO"]),
    Row("Kremlin diam", ["Kremlin | Kremlin"]),
    # a former title
    Row("mantan menteri kesehatan Laos diam", ["menteri kesehatan Laos |  | health minister | LAO | former"]),
    Row(
        "former health minister of Laos slept",
        ["health minister of Laos |  | health minister | LAO | former"],
        language="en",
    ),
    # pointing back
    Row("pemimpin Rusia tersebut diam", ["pemimpin Rusia |  | leader | RUS | pointing"]),
    # joiners
    Row(
        "Duta Besar Israel untuk PBB diam",
        ["Duta Besar Israel untuk PBB |  | ambassador | ISR"],
    ),
    # apposition
    Row(
        "Yoav Gallant ,/PUNCT menteri pertahanan Israel ,/PUNCT diam",
        ["Yoav Gallant , menteri pertahanan Israel | Yoav Gallant | defence minister | ISR"],
    ),
    Row(
        "menteri pertahanan Israel ,/PUNCT Yoav Gallant ,/PUNCT diam",
        ["menteri pertahanan Israel , Yoav Gallant | Yoav Gallant | defence minister | ISR"],
    ),
    # a name that only its capitals tell, right behind a title
    Row(
        "kata presiden Wahono/PROPN Kertamuda/PROPN/x/kata diam",
        ["presiden Wahono Kertamuda | Wahono Kertamuda | president"],
    ),
    # aliases in brackets: inside a titled phrase they close it, else they stand alone
    Row(
        "Zamrud Maju ( ZM ) diam",
        ["Zamrud Maju | Zamrud Maju", "ZM | ZM |  |  | alias"],
        ents=("Zamrud Maju:ORG", "ZM:ORG"),
    ),
    # possessive
    Row("Rusia menarik pasukannya", ["Rusia | Rusia", "pasukannya |  | forces |  | possessive"]),
    Row(
        "Russia pulls its troops", ["Russia | Russia", "its | its", "troops |  | troops |  | possessive"], language="en"
    ),
    # a place, by its preposition
    Row("gempa di Jepang", ["Jepang | Jepang |  |  | place"]),
    Row("a quake in Japan", ["Japan | Japan |  |  | place"], language="en"),
    # a capital before a noun is a setting in English, before a possessive it speaks for its state
    Row("the Brussels attacks/NOUN ended", ["Brussels | Brussels |  |  | place"], language="en"),
    Row("Brussels 's/PART answer/NOUN came", ["Brussels | Brussels"], language="en"),
    # a body's noun that only describes another thing
    Row("operasi/NOUN militer/NOUN dimulai", []),
    Row("operasi/NOUN militer/NOUN Laos dimulai", ["militer Laos |  | military | LAO"]),
    Row("the military/ADJ operation/NOUN began", [], language="en"),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_mentions(row: Row) -> None:
    found = mentions(row.spec, language=row.language, ents=row.ents)
    assert [line(words, mention) for words, mention in found] == row.expected


def test_mentions_count_sentences_and_know_subjects() -> None:
    found = mentions("Rusia/PROPN/nsubj/diam diam/VERB . Iran/PROPN/obj/diam diam/VERB .")
    assert [(words, mention.sentence, mention.subject) for words, mention in found] == [
        ("Rusia", 0, True),
        ("Iran", 1, False),
    ]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("kedua negara sepakat", "both"),
        ("mereka sepakat", "plural"),
        ("ia sepakat", "person"),
        ("pihaknya sepakat", "self"),
        ("negara itu sepakat", "country"),
        ("kami sepakat", "first"),
    ],
)
def test_what_points_back(spec: str, expected: str) -> None:
    assert [mention.anaphor for _, mention in mentions(spec)] == [expected]


def test_a_name_of_the_model_swallows_no_state_before_a_known_person() -> None:
    spec, ents = "kata Presiden Prancis Emmanuel Macron", ("Prancis Emmanuel Macron:PERSON",)
    assert [item.key for _, item in items(spec, ents=ents)] == ["", "FRA", "emmanuel_macron"]


@pytest.mark.xfail(strict=True, reason="a joiner ties any role to what follows it, not only a title")
@pytest.mark.parametrize(
    ("spec", "language", "expected"),
    [
        ("menarik pasukan dari Niger", "id", ["pasukan", "Niger"]),
        ("withdrew troops from Niger", "en", ["troops", "Niger"]),
        ("sent doctors to Haiti", "en", ["doctors", "Haiti"]),
    ],
)
def test_people_and_things_are_not_of_where_they_go(spec: str, language: str, expected: list[str]) -> None:
    assert [words for words, _ in mentions(spec, language=language)] == expected


def test_a_clitic_hides_no_party() -> None:
    assert any(mention.role is not None for _, mention in mentions("warganya diam"))


def test_a_plural_in_other_lists_hides_no_party() -> None:
    assert any(mention.role is not None for _, mention in mentions("Argentine workers/NOUN slept", language="en"))
