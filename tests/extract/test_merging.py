"""One record per deed."""

from dataclasses import replace

import pytest

from saksi.extract.merging import one_record_each
from tests.extract.made_docs import doc, draft, trigger

COORDINATED = (
    "Rusia/PROPN/nsubj/memukul memukul/VERB dan/CCONJ/cc/menyerang menyerang/VERB/conj/memukul"
    " Iran/PROPN/obj/menyerang ."
)


@pytest.mark.parametrize(
    ("types", "parties", "expected"),
    [
        (("ASSAULT", "ASSAULT"), (("RUS", "IRN"), ("RUS", "IRN")), [("RUS", "IRN")]),
        # the first takes the recipients that only the second has
        (("ASSAULT", "ASSAULT"), (("RUS", ""), ("RUS", "IRN")), [("RUS", "IRN")]),
        (("ASSAULT", "COERCE"), (("RUS", "IRN"), ("RUS", "IRN")), [("RUS", "IRN"), ("RUS", "IRN")]),
        (("ASSAULT", "ASSAULT"), (("RUS", "IRN"), ("ISR", "IRN")), [("RUS", "IRN"), ("ISR", "IRN")]),
        (("ASSAULT", "ASSAULT"), (("RUS", "IRN"), ("RUS", "ISR")), [("RUS", "IRN"), ("RUS", "ISR")]),
    ],
)
def test_coordinated_verbs(
    types: tuple[str, str], parties: tuple[tuple[str, str], tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    made = doc(COORDINATED)
    drafts = [
        draft(trigger(made, word, type=type_), *who)
        for word, type_, who in zip(("memukul", "menyerang"), types, parties, strict=True)
    ]
    found = [(" ".join(one.actors), " ".join(one.recipients)) for one in one_record_each(drafts)]
    assert found == expected


def test_verbs_of_two_sentences_are_two_records() -> None:
    made = doc("Rusia/PROPN memukul/VERB Iran/PROPN . Rusia/PROPN menyerang/VERB Iran/PROPN .")
    drafts = [draft(trigger(made, word, type="ASSAULT"), "RUS", "IRN") for word in ("memukul", "menyerang")]
    assert one_record_each(drafts) == drafts


@pytest.mark.parametrize(("type_", "records"), [("ASSAULT", 1), ("COERCE", 2)])
def test_a_noun_and_the_verb_of_harm_whose_subject_it_is(type_: str, records: int) -> None:
    made = doc("serangan/NOUN/nsubj/menewaskan Rusia/PROPN/nmod/serangan menewaskan/VERB warga/NOUN/obj/menewaskan .")
    noun = draft(trigger(made, "serangan", frame="deed-of", type="ASSAULT"), "RUS", "")
    verb = draft(trigger(made, "menewaskan", type=type_), "", "people")
    found = one_record_each([noun, replace(verb, subject=made[0])])
    assert len(found) == records
    if records == 1:
        assert (found[0].trigger.tokens.text, found[0].actors, found[0].recipients) == ("serangan", ["RUS"], ["people"])
