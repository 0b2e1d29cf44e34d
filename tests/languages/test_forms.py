"""The written forms of a pack's words, and the form under which an article's word is looked up."""

from pathlib import Path

import pytest

from saksi.languages import Pack, load_pack, lookup_form, stem_forms, trigger_forms

FORMS = [
    ("id", "menyerang", "serang", ["menyerang", "diserang", "serang"]),
    ("id", "Mengirim bantuan", "kirim", ["mengirim bantuan", "dikirim bantuan", "kirim bantuan"]),
    ("id", "bertemu", "", ["bertemu"]),
    ("id", "hak veto", "", ["hak veto"]),
    ("en", "Send aid", "", ["send aid"]),
]


@pytest.mark.parametrize(("language", "words", "stem", "forms"), FORMS)
def test_forms_of_a_trigger(language: str, words: str, stem: str, forms: list[str]) -> None:
    assert list(trigger_forms({"words": words, "stem": stem}, load_pack(language))) == forms


@pytest.mark.parametrize(
    ("language", "stem", "forms"), [("id", "tuduh", ["dituduh", "tuduh"]), ("id", "", []), ("en", "attack", [])]
)
def test_forms_of_a_stem(language: str, stem: str, forms: list[str]) -> None:
    assert stem_forms(stem, load_pack(language)) == forms


INDONESIAN = [
    ("menyerang", "menyerang"),
    ("MENYERANG", "menyerang"),
    ("menyerangnya", "menyerang"),
    ("serangannya", "serangan"),
    ("serangan-serangan", "serangan"),
    ("presidennyalah", "presiden"),
    ("diserangnya", "diserang"),
    ("pemerintahnyapun", "pemerintah"),
    ("presidennya", "presiden"),
    ("tanya", "tanya"),
    ("punya", "punya"),
    ("xyzzynya", "xyzzynya"),
    ("xyzzy-xyzzy", "xyzzy-xyzzy"),
    ("serangan-balik", "serangan-balik"),
]


@pytest.mark.parametrize(("form", "found"), INDONESIAN)
@pytest.mark.parametrize("nominal", [True, False])
def test_indonesian_is_looked_up_by_its_form_without_clitics(form: str, found: str, nominal: bool) -> None:
    assert lookup_form(form, nominal=nominal, pack=load_pack("id")) == found


# form, whether the pipeline takes it for a noun, what the lists have
ENGLISH = [
    ("attacked", False, "attack"),
    ("Attacked", False, "attack"),
    ("met", False, "meet"),
    ("shot", False, "shoot"),
    ("withdrew", False, "withdraw"),
    ("denied", False, "deny"),
    ("accuses", False, "accuse"),
    ("accusing", False, "accuse"),
    ("using", False, "use"),
    ("bombed", False, "bomb"),
    ("attacks", True, "attack"),
    ("ministers", True, "minister"),
    ("gunmen", True, "gunman"),
    ("lives", True, "life"),
    ("lives", False, "live"),
    ("'s", False, "'s"),
    ("xyzzied", False, "xyzzied"),
]


@pytest.mark.parametrize(("form", "nominal", "found"), ENGLISH)
def test_english_is_looked_up_without_its_ending(form: str, nominal: bool, found: str) -> None:
    assert lookup_form(form, nominal=nominal, pack=load_pack("en")) == found


# form, the pipeline's lemma, whether it takes it for a noun, what the lists have
BY_LEMMA = [
    ("attacked", "attack", False, "attack"),
    ("met", "met", False, "meet"),
    ("denied", "denie", False, "deny"),
    ("accusing", "accus", False, "accuse"),
    ("ministers", "ministers", True, "minister"),
    ("xyzzied", "xyzzy", False, "xyzzy"),
]


@pytest.mark.parametrize(("form", "lemma", "nominal", "found"), BY_LEMMA)
def test_a_pack_may_ask_by_lemma_and_wrong_ones_are_forgiven(
    form: str, lemma: str, nominal: bool, found: str, tmp_path: Path
) -> None:
    (tmp_path / "pack.toml").write_text('[morphology]\nlookup = "lemma"\n', encoding="utf-8")
    pack = Pack("en", tmp_path, base=load_pack("en"))
    assert lookup_form(form, lemma=lemma, nominal=nominal, pack=pack) == found


def test_a_word_of_the_lists_is_found_as_it_stands(pack: Pack) -> None:
    words = {row["words"] for row in pack.rows("parties") if " " not in row["words"]}
    found = {word: lookup_form(word, nominal=True, pack=pack) for word in words}
    assert {word: form for word, form in found.items() if word.lower() != form} == {}
