"""Parsing an article without moving a character."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from threadpoolctl import ThreadpoolController

from saksi.analysis.encoder import BATCH, COMPONENT, encoder_of
from saksi.analysis.unglue import unglue
from saksi.languages import MEMORY, Pack, by_lemma, lookup_form
from saksi.model import Article, Span

STRAIGHT = str.maketrans("“”„‟«»‘’‚‛′″\u00a0\u202f\u2009", '""""""\'\'\'\'\'"   ')
"""Quotation marks of all kinds, and spaces, in one form, one character for one, so that offsets stay."""

NOMINAL = frozenset({"NOUN", "PROPN"})
OPENING = re.compile(r"""(?<![^\s(\[])\"(?=\S)""")
"""A quotation mark that opens: the models know curly marks better than straight ones."""
Rows = NDArray[Any]
_ATTRIBUTES: list[int | str] = [
    *("ORTH", "SPACY", "NORM", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "LEMMA", "MORPH", "POS", "SENT_START")
]
"""What parts of a Doc have when they are joined: all that is asked of a token, and its lemma."""
BRACKETS = frozenset("([-")
"""Punctuation that may open a sentence."""

LEMMATIZER = "lemmatizer"
"""The component that finds lemmas."""

LINE = re.compile(r"\S(?:[^\n\r]*\S)?")


def parse(article: Article, pipeline: Language, *, pack: Pack) -> Doc:
    """One Doc for the article, with `doc.text` as long as `article.text` and every offset the same.

    A token's `norm_` is the form under which the pack's lists have the word. Each line is parsed by itself, because no
    sentence of a report crosses a line break; what lies between the lines, and the furniture, stands in the Doc as
    single SPACE tokens that are sentences of their own. There are lemmas only where lists are asked by them.
    """
    text = OPENING.sub("“", article.text.translate(STRAIGHT)).replace('"', "”")
    lines = list(_lines(text, article.furniture))
    ready = (_guarded(unglue(pipeline.make_doc(text[line.start : line.end]), pack=pack)) for line in lines)
    with _threads().limit(limits=1, user_api="blas"):
        docs = list(_analysed(ready, pipeline, pack))
    rows: list[Rows] = []
    end = 0
    for line, doc in zip(lines, docs, strict=True):
        rows += _gap(pipeline, text[end : line.start])
        rows.append(doc.to_array(_ATTRIBUTES))
        end = line.end
    rows += _gap(pipeline, text[end:])
    return _joined(rows, pipeline, pack) if rows else Doc(pipeline.vocab)


@cache
def _threads() -> ThreadpoolController:
    """What holds numpy to one thread: a second one gains nothing on a line, and takes a core from another process."""
    return ThreadpoolController()


def _analysed(docs: Iterable[Doc], pipeline: Language, pack: Pack) -> Iterator[Doc]:
    """The Docs as the pipeline has them, less the lemmas where no list is asked by them."""
    left_out = [] if by_lemma(pack) else [LEMMATIZER]
    if encoder := encoder_of(pipeline):
        docs = encoder.encoded(docs)
        left_out.append(COMPONENT)
    return pipeline.pipe(docs, batch_size=BATCH, disable=left_out)


def _joined(pieces: Sequence[Rows], pipeline: Language, pack: Pack) -> Doc:
    """One Doc of the rows of its parts, with what the pack's lists have for each word as its norm.

    What `Doc.from_docs` does, in a third of its time: it looks at each word of each part as a Token.
    """
    rows, strings, norm_of = np.concatenate(pieces), pipeline.vocab.strings, _norms(pipeline.vocab, pack)
    orth, lemmas, pos = (rows[:, _ATTRIBUTES.index(name)].tolist() for name in ("ORTH", "LEMMA", "POS"))
    words = [strings[word] for word in orth]
    rows[:, _ATTRIBUTES.index("NORM")] = list(map(strings.add, map(norm_of, orth, lemmas, pos)))
    doc = Doc(pipeline.vocab, words=words, spaces=rows[:, _ATTRIBUTES.index("SPACY")].astype(bool).tolist())
    return doc.from_array(_ATTRIBUTES, rows)  # type: ignore[arg-type]


@cache
def _norms(vocab: Vocab, pack: Pack) -> Callable[[int, int, int], str]:
    """What gives the form that the pack's lists have, for the hashes of a word, its lemma and its part of speech.

    It gives words and not hashes, since a vocabulary may forget words (spaCy's memory zones).
    """
    strings = vocab.strings
    nominal = {strings[name] for name in NOMINAL}

    @lru_cache(MEMORY)
    def norm_of(word: int, lemma: int, pos: int) -> str:
        return lookup_form(strings[word], lemma=strings[lemma], nominal=pos in nominal, pack=pack)

    return norm_of


def _lines(text: str, furniture: tuple[Span, ...]) -> Iterator[Span]:
    """The stretches to parse: lines without the furniture in them and without the white space around them."""
    hidden = text
    for span in furniture:
        hidden = hidden[: span.start] + "\n" * (span.end - span.start) + hidden[span.end :]
    return (Span(start=match.start(), end=match.end()) for match in LINE.finditer(hidden))


def _guarded(doc: Doc) -> Doc:
    """The Doc with what cannot begin a sentence marked: closing quotation marks, and a lower-case word behind one."""
    strings = doc.vocab.strings
    quoted, before = False, ""
    for index, (form, is_punct) in enumerate(doc.to_array(["ORTH", "IS_PUNCT"]).tolist()):
        word = strings[form]
        opens, closes = word == "“", word == "”" and quoted
        if closes or (is_punct and not opens and word not in BRACKETS) or (before == "”" and word[0].islower()):
            doc[index].is_sent_start = False
        quoted, before = opens or (quoted and not closes), word
    return doc


def _gap(pipeline: Language, text: str) -> list[Rows]:
    """What lies between two lines, as a row of one token; none if nothing does."""
    if not text:
        return []
    row = _blank(pipeline.vocab).copy()
    for name in ("ORTH", "NORM", "LEMMA"):
        row[0, _ATTRIBUTES.index(name)] = pipeline.vocab.strings.add(text)
    return [row]


@cache
def _blank(vocab: Vocab) -> Rows:
    """The row of white space."""
    return Doc(vocab, words=["\n"], spaces=[False], heads=[0], deps=["dep"], pos=["SPACE"]).to_array(_ATTRIBUTES)
