"""Measures how fast Saksi reads, beside the bare spaCy pipeline on the same articles, and how soon it answers.

Run as `python -m evaluation.speed [--shared ../shared] [--articles 200] [--language id]` from the repository root. One
core, one run: both readers are warmed up on one article, then each takes all of them. Without the folder of articles
the examples are repeated instead.
"""

import argparse
import json
import lzma
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

from spacy.language import Language

from evaluation.gold import RECORDS
from saksi import api
from saksi.analysis import load_pipeline, parse
from saksi.model import Article, Reading
from saksi.pipeline import reader
from saksi.resolve import resolve
from saksi.scoring.sheet import Record, load

EXAMPLES = Path(__file__).parent.parent / "examples"

COMMANDS = {
    "saksi --help": ["--help"],
    "saksi read, one article": ["read", str(EXAMPLES / "id-01-islamabad.txt")],
}
"""What is timed from a cold start, as whole processes."""


def articles(shared: Path, *, language: str, count: int) -> list[Record]:
    """The first `count` articles of a language, from the shared collection or else the examples over and over."""
    path = shared / "data" / "articles" / f"{language}_news.jsonl.xz"
    if path.exists():
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            return list(islice(_records(lines), count))
    examples = [record for record in load(RECORDS) if record["language"] == language]
    return list(islice(cycle(examples), count))


def _records(lines: Iterator[str]) -> Iterator[Record]:
    for line in lines:
        yield json.loads(line)


def words_per_second(read: Callable[[Sequence[Record]], Iterable[object]], items: Sequence[Record]) -> float:
    """Whitespace-separated words that `read` gets through in a second of wall-clock time, once it is warm."""
    _exhaust(read(items[:1]))
    start = perf_counter()
    _exhaust(read(items))
    return sum(len(item["text"].split()) for item in items) / (perf_counter() - start)


def _exhaust(results: Iterable[object]) -> None:
    for _ in results:
        pass


def cold_start(arguments: list[str]) -> float:
    """Seconds from starting the program to its end, the slowest of three. Raises CalledProcessError if it fails."""
    program = Path(sys.executable).with_name("saksi")
    return max(_seconds([str(program), *arguments]) for _ in range(3))


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (our own program)
    return perf_counter() - start


def compare(items: Sequence[Record], *, language: str) -> None:
    """Print both speeds and their ratio. The bare pipeline gets all texts at once: in its own batches it is fastest."""
    pipeline = load_pipeline(language)

    def spacy(items: Sequence[Record]) -> Iterable[object]:
        return pipeline.pipe(item["text"] for item in items)

    def saksi(items: Sequence[Record]) -> Iterable[object]:
        return (_read(item, language=language) for item in items)

    bare, whole = words_per_second(spacy, items), words_per_second(saksi, items)
    print(f"{len(items)} articles ({language}), one core")
    print(f"bare spaCy pipeline {bare:8.0f} words/s")
    print(f"saksi               {whole:8.0f} words/s, {whole * _sentences(pipeline, items):.0f} sentences/s")
    print(f"ratio               {whole / bare:8.2f}")


def _sentences(pipeline: Language, items: Sequence[Record]) -> float:
    """Sentences a word."""
    few = items[:20]
    found = sum(1 for doc in pipeline.pipe(item["text"] for item in few) for _ in doc.sents)
    return found / sum(len(item["text"].split()) for item in few)


def compare_stages(items: Sequence[Record], *, language: str) -> None:
    """Print how many times faster than the parse mentions are linked, and all that follows the parse is done."""
    read = reader(language)
    parsing = linking = reading = 0.0
    for number, item in enumerate([items[0], *items]):
        article = Article(id="-", text=item["text"], language=language, outlet=item.get("outlet"))
        start = process_time()
        doc = parse(article, read.pipeline, pack=read.pack)
        parsed = process_time()
        mentions = read.mentions(doc)
        found = process_time()
        resolve(mentions, article=article, knowledge=read.knowledge, pack=read.pack)
        linked = process_time()
        read.read(article)
        if number:  # the first loads the tables
            parsing, linking = parsing + parsed - start, linking + linked - found
            reading += process_time() - linked
    print(f"linking             {parsing / linking:8.1f} times as fast as the parse")
    print(f"all after the parse {parsing / max(reading - parsing, 1e-9):8.1f} times as fast as the parse")


def _read(item: Record, *, language: str) -> Reading:
    return api.read(item["text"], language=language, outlet=item.get("outlet"), published=item.get("published"))


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/articles")
    ask.add_argument("--articles", type=int, default=200, help="how many articles to read")
    ask.add_argument("--language", default="id", help="ISO 639-1")
    args = ask.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    items = articles(args.shared, language=args.language, count=args.articles)
    compare(items, language=args.language)
    compare_stages(items, language=args.language)
    for name, arguments in COMMANDS.items():
        print(f"{name}: {cold_start(arguments):.2f} s from cold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
