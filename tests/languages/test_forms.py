"""The written forms of a pack's words, and the form under which an article's word is looked up."""

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
    assert lookup_form(form, lemma="-", nominal=nominal, pack=load_pack("id")) == found


# form, the pipeline's lemma, whether it takes it for a noun, what the lists have
ENGLISH = [
    ("attacked", "attack", False, "attack"),
    ("Attacked", "Attack", False, "attack"),
    ("met", "met", False, "meet"),
    ("shot", "shot", False, "shoot"),
    ("withdrew", "withdrew", False, "withdraw"),
    ("denied", "deny", False, "deny"),
    ("denied", "denie", False, "deny"),
    ("accuses", "accuses", False, "accuse"),
    ("accusing", "accus", False, "accuse"),
    ("bombed", "bombe", False, "bomb"),
    ("attacks", "attack", True, "attack"),
    ("ministers", "ministers", True, "minister"),
    ("xyzzied", "xyzzy", False, "xyzzy"),
]


@pytest.mark.parametrize(("form", "lemma", "nominal", "found"), ENGLISH)
def test_english_is_looked_up_by_lemma_and_forgives_wrong_ones(
    form: str, lemma: str, nominal: bool, found: str
) -> None:
    assert lookup_form(form, lemma=lemma, nominal=nominal, pack=load_pack("en")) == found


def test_a_word_of_the_lists_is_found_as_it_stands(pack: Pack) -> None:
    words = {row["words"] for row in pack.rows("parties") if " " not in row["words"]}
    found = {word: lookup_form(word, lemma=word, nominal=True, pack=pack) for word in words}
    assert {word: form for word, form in found.items() if word.lower() != form} == {}
