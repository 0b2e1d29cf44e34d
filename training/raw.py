"""Sentences of raw news, for vectors and for the teacher to mark, free of everything that is tested."""

import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from training import checks, overlap
from training.gold import Gold
from training.recipe import Raw, Recipe

_ENDS = frozenset(".?!…")
_CALLS = frozenset("?!")
_QUOTES = frozenset("\"'”’»")
_CLOSERS = _QUOTES | frozenset(")]")
_WORDS = range(4, 80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an article, cut into sentences: token forms, and whether white space follows each."""

    sentences: tuple[tuple[tuple[str, bool], ...], ...]


def lines(raw: Raw, data: Path, *, nlp: Language, held_out: frozenset[overlap.Gram]) -> Iterator[Line]:
    """Yield the different lines of all articles, in random order of articles.

    Left out are the articles of the gold records, lines that are not certainly cut right, and sentences that share a
    run of four words with held-out text.
    """
    seen: set[str] = set()
    for text in _texts(raw, data):
        fresh = dict.fromkeys(" ".join(line.split()) for line in text.splitlines())
        for doc in (nlp.make_doc(line) for line in fresh if line not in seen):
            sentences = tuple(_forms(span) for span in _cut(doc) if len(span) in _WORDS and _is_free(span, held_out))
            if sentences and not _is_doubtful(doc):
                yield Line(sentences=sentences)
        seen.update(fresh)


def held_out(gold: Gold, recipe: Recipe, data: Path, *, nlp: Language) -> frozenset[overlap.Gram]:
    """Return the runs of four words of all that is tested, the marked passages of raw news among it."""
    articles = data / recipe.raw.file
    marked = [*(passage for kind in checks.KINDS for passage in checks.passages(kind, recipe.code, articles))]
    return gold.held_out() | overlap.all_grams([t.text for t in nlp.make_doc(passage.text)] for passage in marked)


def _texts(raw: Raw, data: Path) -> list[str]:
    excluded = {file.stem for file in (data / raw.exclude).iterdir()} if raw.exclude else set()
    with lzma.open(data / raw.file, "rt", encoding="utf-8") as articles:
        texts = [article["text"] for article in map(json.loads, articles) if article["id"] not in excluded]
    random.Random(0).shuffle(texts)  # noqa: S311  # repeatable order, no secret
    return texts


def _cut(doc: Doc) -> Iterator[Span]:
    """Cut where a stop, with the quotes and brackets that close behind it, and a space stand before no lower case."""
    start = 0
    for index in range(1, len(doc)):
        if doc[index - 1].whitespace_ and not doc[index].is_lower and _ends(doc, index):
            yield doc[start:index]
            start = index
    if start < len(doc):
        yield doc[start:]


def _ends(doc: Doc, index: int) -> bool:
    last = index - 1
    while last > 0 and doc[last].text in _CLOSERS:
        last -= 1
    return doc[last].text in _ENDS or doc[last].text == "..."


def _is_doubtful(doc: Doc) -> bool:
    """`"Why?" Ann asked` may be one sentence or two."""
    return any(doc[i].text in _CALLS and doc[i + 1].text in _QUOTES for i in range(len(doc) - 2))


def _is_free(span: Span, held_out: frozenset[overlap.Gram]) -> bool:
    return not overlap.shared([token.text for token in span], held_out)


def _forms(span: Span) -> tuple[tuple[str, bool], ...]:
    return tuple((token.text, bool(token.whitespace_)) for token in span)
