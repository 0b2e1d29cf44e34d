"""Which language a text is in, and what is said where it is none of ours; every text here is invented."""

import pytest

from saksi.analysis import identify_language
from saksi.analysis.identify import _not_sibling
from saksi.errors import LanguageError
from saksi.languages import codes

INDONESIAN = (
    "Menteri Pertanian kedua negara bertemu di Oslo, Selasa, untuk membahas harga gandum yang terus naik. Pemerintah "
    "menolak usulan petani karena dianggap bisa merugikan konsumen, kata juru bicara kementerian kepada wartawan."
)

KNOWN = [
    ("id", INDONESIAN),
    ("id", "Pemerintah menolak usulan tersebut karena dianggap merugikan petani."),
    ("id", "Polisi belum mengetahui penyebab kebakaran itu, kata seorang warga."),
    ("en", "The agriculture ministers of both countries met in Oslo to discuss the rising price of wheat."),
    ("en", "Police do not yet know what caused the fire, a resident said."),
]

OTHERS = [
    "Kerajaan Malaysia berkata kerusi itu boleh dibeli kerana duit mereka masih ada di dalam almari.",
    "Le ministre de l'agriculture a rencontré son homologue à Oslo pour parler du prix du blé.",
    "Der Landwirtschaftsminister traf in Oslo seinen Amtskollegen, um über den Preis von Weizen zu sprechen.",
    "El ministro de agricultura se reunió en Oslo con su homólogo para hablar del precio del trigo.",
    "農業大臣は小麦の価格について話し合うためにオスロを訪れた。",
    "",
    " \n",
]


@pytest.mark.parametrize(("language", "text"), KNOWN)
def test_languages_that_have_a_pack(language: str, text: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(LanguageError, match="--language") as refused:
        identify_language(text)
    assert ", ".join(codes()) in str(refused.value)


def test_the_language_is_told_by_the_beginning() -> None:
    french = OTHERS[1]
    assert identify_language(f"{INDONESIAN} " * 20 + french * 500) == "id"


@pytest.mark.xfail(
    raises=LanguageError, strict=True, reason="short Indonesian texts without a tell-tale word are taken for Malay"
)
def test_a_single_sentence_is_enough() -> None:
    text = "Menteri pertanian kedua negara bertemu di Oslo untuk membahas harga gandum yang terus naik."
    assert identify_language(text) == "id"


SIBLINGS = [
    # the language that the model tells, text, the language that it is
    ("ms", "Rapat itu batal karena hujan.", "id"),
    ("ms", "Mesyuarat itu batal kerana hujan.", "ms"),
    ("ms", "RABU: RAPAT BATAL", "id"),
    # as many words of the one as of the other, or none of either, leave it where it is
    ("ms", "Rapat itu ialah mesyuarat.", "ms"),
    ("ms", "Hujan di Oslo.", "ms"),
    ("ms", "", "ms"),
    # only whole words count
    ("ms", "Kerapatan sebabnya.", "ms"),
    # a language for which no pack is taken stays
    ("tl", "Rapat itu batal karena hujan.", "tl"),
    ("en", "Rapat itu batal karena hujan.", "en"),
]


@pytest.mark.parametrize(("told", "text", "language"), SIBLINGS)
def test_a_text_taken_for_a_sibling_goes_by_the_words_that_only_one_has(told: str, text: str, language: str) -> None:
    assert _not_sibling(told, text) == language


@pytest.mark.parametrize(
    "text", ["Mesyuarat itu dibatalkan kerana hujan lebat.", "Beliau berkata kerajaan boleh membantu."]
)
def test_short_malay_is_not_taken_for_indonesian(text: str) -> None:
    with pytest.raises(LanguageError, match="'ms'"):
        identify_language(text)
