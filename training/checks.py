"""What only running news can show: sentence boundaries and names, marked by hand.

`checks/` holds places in articles (article, character offsets) and what stands there, none of the articles' text, which
is read from the data folder. Offsets are those of the article's text.
"""

import json
import lzma
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

Mark = TypeVar("Mark")

KINDS = ("sentences", "names")
"""What passages are marked for."""

_FOLDER = Path(__file__).parent / "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage of an article, with offsets into `text`: where its sentences begin, or its names (start, end, type)."""

    text: str
    sentences: frozenset[int] = frozenset()
    names: frozenset[tuple[int, int, str]] = frozenset()


def passages(kind: str, code: str, articles: Path) -> list[Passage]:
    """Return the passages marked for `kind` (`sentences` or `names`) in a language; none where there is no such check.

    `articles` is an xz JSON-lines file with `id` and `text`.
    """
    path = _FOLDER / f"{kind}-{code}.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = dict(_texts(articles, {row["article"] for row in rows}))
    return [_passage(row, texts[row["article"]]) for row in rows]


def _texts(articles: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    with lzma.open(articles, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"] in wanted:
                yield article["id"], article["text"]


def _passage(row: Mapping[str, object], text: str) -> Passage:
    start, end = int(str(row["start"])), int(str(row["end"]))
    sentences: Iterable[int] = row.get("sentences", ())  # type: ignore[assignment]
    names: Iterable[tuple[int, int, str]] = row.get("names", ())  # type: ignore[assignment]
    return Passage(
        text=text[start:end],
        sentences=frozenset(offset - start for offset in sentences),
        names=frozenset((first - start, last - start, kind) for first, last, kind in names),
    )


def boundaries(nlp: Language, marked: Sequence[Passage]) -> float:
    """Return the F1, 0 to 1, of sentence boundaries within the passages (where a passage itself begins is no merit)."""
    pairs = [
        ({sentence.start_char for sentence in doc.sents} - {0}, passage.sentences - {0})
        for passage, doc in _read(nlp, marked)
    ]
    return _f1(pairs)


def names(nlp: Language, marked: Sequence[Passage]) -> dict[str, float]:
    """Return the F1, 0 to 1, of names, over all types (`names`) and for each."""
    pairs = [
        ({(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}, passage.names)
        for passage, doc in _read(nlp, marked)
    ]
    kinds = sorted({kind for _, gold in pairs for _, _, kind in gold})
    return {"names": _f1(pairs)} | {
        kind: _f1([({n for n in left if n[2] == kind}, {n for n in right if n[2] == kind}) for left, right in pairs])
        for kind in kinds
    }


def _read(nlp: Language, marked: Sequence[Passage]) -> Iterator[tuple[Passage, Doc]]:
    return zip(marked, nlp.pipe(passage.text for passage in marked), strict=True)


def _f1(pairs: Iterable[tuple[Collection[Mark], Collection[Mark]]]) -> float:
    counted = [(len(set(left) & set(right)), len(left) + len(right)) for left, right in pairs]
    total = sum(both for _, both in counted)
    return 2 * sum(common for common, _ in counted) / total if total else 0.0
