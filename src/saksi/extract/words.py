"""The words of a Doc as plain strings: spaCy makes a new Token each time that one is looked at."""

from typing import Literal

from spacy.tokens import Doc

KEPT = "saksi.text"
"""Where a Doc keeps its text."""
STARTS = "saksi.sentence_starts"
"""Where a Doc keeps where its sentences start."""


def forms(doc: Doc, which: Literal["ORTH", "LOWER", "NORM"]) -> list[str]:
    """The words of a text as written, in lower case, or as the lexicon has them."""
    strings = doc.vocab.strings
    return [strings[form] for form in doc.to_array(which).tolist()]


def text_of(doc: Doc) -> str:
    """The text, which spaCy would put together anew each time."""
    if KEPT not in doc.user_data:
        words = zip(forms(doc, "ORTH"), doc.to_array("SPACY").tolist(), strict=True)
        doc.user_data[KEPT] = "".join([f"{word} " if spaced else word for word, spaced in words])
    return str(doc.user_data[KEPT])


def sentence_starts(doc: Doc) -> list[int]:
    """For each word the first one of its sentence, which spaCy would search for anew each time."""
    if STARTS not in doc.user_data:
        starts: list[int] = []
        for index, begins in enumerate(doc.to_array("SENT_START").tolist()):
            starts.append(index if begins == 1 or not starts else starts[-1])
        doc.user_data[STARTS] = starts
    found: list[int] = doc.user_data[STARTS]
    return found
