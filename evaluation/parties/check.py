"""Whom single mentions mean: `python -m evaluation.parties.check [--shared ../shared] [--wrong]`.

`invented.tsv` has sentences of our own, the mention in square brackets. `articles.jsonl` has places in news articles
(article, character offsets), three of each drawn at random among names, titles and pronouns and annotated by reading;
`hard.jsonl` such that annotators held to be hard, none a full name; both without the articles' text. A mention is right
if the party that it is linked to has the expected code and first sector, and where the expected party is a known one,
its name.
"""

import argparse
import csv
import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from saksi.intake import read_date
from saksi.knowledge import fold
from saksi.model import Actor, Article, Cast, Span
from saksi.pipeline import reader
from saksi.world import load_world

FOLDER = Path(__file__).parent
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mention in an article, and the party, code and first sector that it should be linked to."""

    article: Article
    span: Span
    party: str
    code: str
    sector: str

    def judge(self, cast: Cast) -> str:
        """Nothing if the mention is understood, else what it was taken for."""
        found = _meant(self.span, cast)
        if any(self._is_right(actor) for actor in found):
            return ""
        return " / ".join(f"{actor.name} {actor.code} {' '.join(actor.sectors)}" for actor in found) or "nobody"

    def _is_right(self, actor: Actor) -> bool:
        named = fold(self.party) not in _known_names() or fold(actor.name) == fold(self.party)
        return actor.code == self.code and actor.sectors[:1] == (self.sector,) and named


@cache
def _known_names() -> frozenset[str]:
    return frozenset(fold(entity.name) for entity in load_world().knowledge if entity.kind != "outlet")


def _meant(span: Span, cast: Cast) -> list[Actor]:
    """The actors of the links that overlap most with a span."""
    shared = [(min(link.span.end, span.end) - max(link.span.start, span.start), link) for link in cast.links]
    most = max((width for width, _ in shared), default=0)
    return [cast[link.actor] for width, link in shared if width == most > 0]


def invented() -> Iterator[Case]:
    """The sentences of our own."""
    with (FOLDER / "invented.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            before, _, rest = row["sentence"].partition("[")
            words, _, after = rest.partition("]")
            article = Article(
                id="-", text=before + words + after, published=read_date(row["published"]), language=row["language"]
            )
            span = Span(start=len(before), end=len(before) + len(words))
            yield Case(article=article, span=span, party=row["party"], code=row["code"], sector=row["sector"])


def annotated(name: str, shared: Path) -> Iterator[Case]:
    """The mentions of one file that are annotated in articles of the data folder; none where that is absent."""
    rows = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    for language in LANGUAGES:
        path = shared / "data" / "articles" / f"{language}_news.jsonl.xz"
        if not path.exists():
            continue
        texts = {row["article"]: row for row in rows}
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            articles = {a["id"]: a for a in map(json.loads, lines) if a["id"] in texts}
        for row in rows:
            if row["article"] in articles:
                yield _annotated(row, articles[row["article"]], language)


def _annotated(row: dict[str, str | int], found: dict[str, str], language: str) -> Case:
    article = Article(
        id=found["id"],
        text=found["text"],
        published=read_date(found["published"]) if found.get("published") else None,
        outlet=found.get("outlet"),
        language=language,
    )
    span = Span(start=int(row["start"]), end=int(row["end"]))
    return Case(article=article, span=span, party=str(row["party"]), code=str(row["code"]), sector=str(row["sector"]))


def report(name: str, cases: Iterable[Case], *, show: bool) -> tuple[int, int]:
    """Print and return how many of the cases are right, and how many there are."""
    right = count = 0
    casts: dict[tuple[str, str], Cast] = {}
    for case in cases:
        key = (case.article.id, case.article.text)
        if key not in casts:
            casts[key] = reader(case.article.language or "").cast(case.article)
        wrong = case.judge(casts[key])
        right, count = right + (not wrong), count + 1
        if wrong and show:
            print(f"  {case.span.of(case.article.text)}: {case.party} {case.code} {case.sector} | {wrong}")
    print(f"{name}: {right} of {count} mentions understood" + (f" ({right / count:.3f})" if count else ""))
    return right, count


def main() -> None:
    """Print the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/articles/")
    ask.add_argument("--wrong", action="store_true", help="show what is taken for somebody else")
    options = ask.parse_args()
    own = report("invented sentences", invented(), show=options.wrong)
    news = report("articles, at random", annotated("articles", options.shared), show=options.wrong)
    right, count = own[0] + news[0], own[1] + news[1]
    print(f"both: {right} of {count} ({right / count:.3f})")
    report("articles, hard ones", annotated("hard", options.shared), show=False)


if __name__ == "__main__":
    main()
