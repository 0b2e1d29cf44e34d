"""The words of a Doc as columns, each made once: spaCy makes new Tokens and strings whenever one looks at a word."""

from collections.abc import Callable
from typing import Literal, TypeVar

from spacy.tokens import Doc

T = TypeVar("T")


def forms(doc: Doc, which: Literal["ORTH", "LOWER", "NORM"]) -> list[str]:
    """The words of a text as written, in lower case, or as the lexicon has them."""
    strings = doc.vocab.strings
    return _kept(doc, f"forms.{which}", lambda: [strings[form] for form in column(doc, which)])


def column(doc: Doc, attribute: str) -> list[int]:
    """What spaCy notes of each word; of strings their hashes."""
    return _kept(doc, f"column.{attribute}", lambda: doc.to_array(attribute).tolist())


def text_of(doc: Doc) -> str:
    """The text, which spaCy would put together anew each time."""
    return _kept(doc, "text", lambda: _text(doc))


def sentence_starts(doc: Doc) -> list[int]:
    """For each word the first one of its sentence, which spaCy would search for anew each time."""
    return _kept(doc, "sentence_starts", lambda: _sentence_starts(doc))


def sentence_numbers(doc: Doc) -> list[int]:
    """For each word the number of its sentence, from 0."""
    return _kept(doc, "sentence_numbers", lambda: _sentence_numbers(doc))


def _kept(doc: Doc, name: str, make: Callable[[], T]) -> T:
    """What is made of a Doc once, and kept with it."""
    key = f"saksi.{name}"
    if key not in doc.user_data:
        doc.user_data[key] = make()
    found: T = doc.user_data[key]
    return found


def _text(doc: Doc) -> str:
    words = zip(forms(doc, "ORTH"), column(doc, "SPACY"), strict=True)
    return "".join([f"{word} " if spaced else word for word, spaced in words])


def _sentence_starts(doc: Doc) -> list[int]:
    starts: list[int] = []
    for index, begins in enumerate(column(doc, "SENT_START")):
        starts.append(index if begins == 1 or not starts else starts[-1])
    return starts


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers: list[int] = []
    for begins in column(doc, "SENT_START"):
        numbers.append(numbers[-1] + (begins == 1) if numbers else 0)
    return numbers
