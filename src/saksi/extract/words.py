"""The words of a Doc as plain strings: spaCy makes a new Token each time that one is looked at."""

from typing import Literal

from spacy.tokens import Doc

KEPT = "saksi.text"
"""Where a Doc keeps its text."""


def forms(doc: Doc, which: Literal["ORTH", "LOWER", "NORM"]) -> list[str]:
    """The words of a text as written, in lower case, or as the lexicon has them."""
    strings = doc.vocab.strings
    return [strings[form] for form in doc.to_array(which).tolist()]


def text_of(doc: Doc) -> str:
    """The text, which spaCy would put together anew each time."""
    if KEPT not in doc.user_data:
        doc.user_data[KEPT] = doc.text
    return str(doc.user_data[KEPT])
