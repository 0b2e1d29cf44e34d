"""Parsing an article without moving a character."""

import re
from collections.abc import Iterator

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
_UNUSED = ("tensor", "user_data")
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
    pieces: list[Doc] = []
    end = 0
    for line, doc in zip(lines, docs, strict=True):
        pieces += _gap(pipeline, text[end : line.start])
        pieces.append(doc)
        end = line.end
    pieces += _gap(pipeline, text[end:])
    joined = Doc.from_docs(pieces, ensure_whitespace=False, exclude=_UNUSED)  # type: ignore[call-arg]
    whole = joined or Doc(pipeline.vocab)
    for token in whole:
        token.norm_ = lookup_form(token.text, lemma=token.lemma_, nominal=token.pos_ in NOMINAL, pack=pack)
    return whole


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


def _gap(pipeline: Language, text: str) -> list[Doc]:
    """What lies between two lines, as a Doc of one token; none if nothing does."""
    if not text:
        return []
    return [Doc(pipeline.vocab, words=[text], spaces=[False], heads=[0], deps=["dep"], pos=["SPACE"], lemmas=[text])]
