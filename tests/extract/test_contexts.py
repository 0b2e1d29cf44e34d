"""In which contexts deeds are told."""

import pytest

import saksi
from saksi.codebook import plover
from saksi.languages import load_pack

TOLD = {
    "id": [
        ("Hakim di Den Haag menghukum mantan perwira Serbia.", {"legal"}),
        ("Peretas Rusia menyerang server kementerian Ukraina, kata pakar keamanan siber.", {"cyber"}),
        ("Dubes Australia mengecam Myanmar di sidang PBB.", {"diplomatic"}),
        ("KPK menangkap bupati itu dalam kasus suap.", {"corruption"}),
        ("Polisi menangkap dua warga Malaysia yang membawa sabu.", {"illegal_drugs"}),
        ("Jepang memberikan vaksin kepada Laos.", {"health"}),
        ("Turki mengirim tim penolong ke lokasi gempa di Suriah.", {"disasters"}),
        ("Filipina mengecam China soal Laut China Selatan.", {"territory"}),
        ("Iran menolak memperlambat pengayaan uranium.", {"cbrn"}),
        ("Amnesty International mengecam Mesir karena penyiksaan.", {"human_rights"}),
        ("Jerman menolak ratusan pencari suaka dari Afganistan.", {"asylum"}),
        ("Uni Eropa memprotes Indonesia soal deforestasi.", {"environment"}),
        ("Malaysia mendeportasi pekerja migran Indonesia.", {"migration"}),
        ("Oposisi Kamboja memprotes hasil pemilu.", {"election"}),
        ("Amerika Serikat menuduh Huawei.", {"technology"}),
        ("Rusia mengurangi ekspor gas alam ke Polandia, yang mengecam Moskow.", {"natural_resource"}),
        ("Denmark mengecam Uganda karena hukuman bagi homoseksual.", {"lgbt"}),
        ("Prancis menuduh Rusia menyebarkan disinformasi.", {"misinformation"}),
    ],
    "en": [
        ("A judge in Paris convicted the former minister of Lebanon.", {"legal"}),
        ("Hackers from North Korea attacked a South Korean ministry with malware.", {"cyber"}),
        ("The ambassador of Chile condemned Venezuela at the United Nations.", {"diplomatic"}),
        ("Prosecutors in Brazil accused the senator of bribery.", {"corruption"}),
        ("Police in Bolivia arrested two Peruvians who carried cocaine.", {"illegal_drugs"}),
        ("India sent vaccines to Nepal.", {"health"}),
        ("Japan sent a rescue team to Turkey after the earthquake.", {"disasters"}),
        ("Vietnam accused China over the South China Sea.", {"territory"}),
        ("Iran refused to halt the enrichment of uranium.", {"cbrn"}),
        ("Human Rights Watch condemned Egypt for torture.", {"human_rights"}),
        ("Hungary rejected asylum seekers from Syria.", {"asylum"}),
        ("Norway criticised Brazil over deforestation.", {"environment"}),
        ("Mexico deported migrants from Honduras.", {"migration"}),
        ("The opposition in Kenya rejected the result of the election.", {"election"}),
        ("Germany banned Huawei from its 5G network.", {"technology"}),
        ("Hungary praised Russia for its natural gas.", {"natural_resource"}),
        ("Canada condemned Uganda for its law against gay people.", {"lgbt"}),
        ("Lithuania accused Belarus of disinformation.", {"misinformation"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "contexts"), [(code, *row) for code, rows in TOLD.items() for row in rows]
)
def test_a_deed_has_the_contexts_of_the_words_around_it(language: str, text: str, contexts: set[str]) -> None:
    reading = saksi.read(text, language=language, published="2024-06-18", outlet="Kompas")
    assert reading.events
    assert contexts <= {context for event in reading.events for context in event.contexts}


@pytest.mark.parametrize(("language", "text"), [("id", "Rusia memuji Kuba."), ("en", "Russia praised Cuba.")])
def test_no_context_where_no_word_tells_one(language: str, text: str) -> None:
    (event,) = saksi.read(text, language=language, outlet="Kompas").events
    assert event.contexts == ()


def test_a_word_of_another_sentence_tells_nothing() -> None:
    reading = saksi.read("Rusia memuji Kuba. Hakim di Roma diam.", language="id", outlet="Kompas")
    assert [event.contexts for event in reading.events] == [()]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_context_has_words(language: str) -> None:
    table = load_pack(language).table("contexts")
    assert table.keys() == plover().contexts
    assert all(table.values())
