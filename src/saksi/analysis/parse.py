"""Parsing an article without moving a character."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from saksi.analysis.unglue import unglue
from saksi.languages import Pack, lookup_form
from saksi.model import Article, Span

STRAIGHT = str.maketrans("“”„‟«»‘’‚‛′″\u00a0\u202f\u2009", '""""""\'\'\'\'\'"   ')
"""Quotation marks of all kinds, and spaces, in one form, one character for one, so that offsets stay."""

NOMINAL = frozenset({"NOUN", "PROPN"})
OPENING = re.compile(r"""(?<![^\s(\[])\"(?=\S)""")
"""A quotation mark that opens: the models know curly marks better than straight ones."""
Rows = NDArray[Any]
_ATTRIBUTES = (
    *("ORTH", "SPACY", "NORM", "TAG", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID", "LEMMA", "MORPH"),
    *("POS", "SENT_START"),
)
"""What parts of a Doc have when they are joined: all that spaCy keeps of a token."""
BRACKETS = frozenset("([-")
"""Punctuation that may open a sentence."""

_BATCH = 128
"""Lines that the pipeline takes at once: as a rule a whole article, for its own batches are meant for longer texts."""

LINE = re.compile(r"\S(?:[^\n\r]*\S)?")


def parse(article: Article, pipeline: Language, *, pack: Pack) -> Doc:
    """One Doc for the article, with `doc.text` as long as `article.text` and every offset the same.

    A token's `norm_` is the form under which the pack's lists have the word. Each line is parsed by itself, because no
    sentence of a report crosses a line break; what lies between the lines, and the furniture, stands in the Doc as
    single SPACE tokens that are sentences of their own.
    """
    text = OPENING.sub("“", article.text.translate(STRAIGHT)).replace('"', "”")
    lines = list(_lines(text, article.furniture))
    ready = (_guarded(unglue(pipeline.make_doc(text[line.start : line.end]), pack=pack)) for line in lines)
    docs = pipeline.pipe(ready, batch_size=_BATCH)
    rows: list[Rows] = []
    end = 0
    for line, doc in zip(lines, docs, strict=True):
        rows += _gap(pipeline, text[end : line.start])
        rows.append(doc.to_array(list(_ATTRIBUTES)))
        end = line.end
    rows += _gap(pipeline, text[end:])
    return _joined(rows, pipeline, pack) if rows else Doc(pipeline.vocab)


def _joined(pieces: Sequence[Rows], pipeline: Language, pack: Pack) -> Doc:
    """One Doc of the rows of its parts, with what the pack's lists have for each word as its norm.

    What `Doc.from_docs` does, in a third of its time: it looks at each word of each part as a Token.
    """
    rows, strings = np.concatenate(pieces), pipeline.vocab.strings
    orth, lemmas, pos = (rows[:, _ATTRIBUTES.index(name)].tolist() for name in ("ORTH", "LEMMA", "POS"))
    nominal = {strings[name] for name in NOMINAL}
    words = [strings[word] for word in orth]
    norms = [
        lookup_form(word, lemma=strings[lemma], nominal=part in nominal, pack=pack)
        for word, lemma, part in zip(words, lemmas, pos, strict=True)
    ]
    rows[:, _ATTRIBUTES.index("NORM")] = [strings.add(norm) for norm in norms]
    doc = Doc(pipeline.vocab, words=words, spaces=rows[:, _ATTRIBUTES.index("SPACY")].astype(bool).tolist())
    return doc.from_array(list(_ATTRIBUTES), rows)  # type: ignore[arg-type]


def _lines(text: str, furniture: tuple[Span, ...]) -> Iterator[Span]:
    """The stretches to parse: lines without the furniture in them and without the white space around them."""
    hidden = text
    for span in furniture:
        hidden = hidden[: span.start] + "\n" * (span.end - span.start) + hidden[span.end :]
    return (Span(start=match.start(), end=match.end()) for match in LINE.finditer(hidden))


def _guarded(doc: Doc) -> Doc:
    """The Doc with what cannot begin a sentence marked: closing quotation marks, and a lower-case word behind one."""
    quoted = False
    for token in doc:
        opens, closes = token.text == "“", token.text == "”" and quoted
        after_quote = token.i > 0 and doc[token.i - 1].text == "”"
        if (
            closes
            or (token.is_punct and not opens and token.text not in BRACKETS)
            or (after_quote and token.text[0].islower())
        ):
            token.is_sent_start = False
        quoted = opens or (quoted and not closes)
    return doc


def _gap(pipeline: Language, text: str) -> list[Rows]:
    """What lies between two lines, as a row of one token; none if nothing does."""
    if not text:
        return []
    gap = Doc(pipeline.vocab, words=[text], spaces=[False], heads=[0], deps=["dep"], pos=["SPACE"], lemmas=[text])
    return [gap.to_array(list(_ATTRIBUTES))]
