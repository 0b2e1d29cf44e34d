"""Measures how fast Saksi reads, beside the bare spaCy pipeline on the same articles, and how soon it answers.

Run as `python -m evaluation.speed [--shared ../shared] [--articles 200] [--language id]` from the repository root. One
core, one run, in a process like a worker's: each reader is warmed up on one article, then takes all of them three
times. Without the folder of articles the examples are repeated instead.
"""

import argparse
import json
import lzma
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

from evaluation.gold import RECORDS
from saksi import api
from saksi.analysis import load_pipeline, parse
from saksi.languages import load_pack
from saksi.model import Article, Reading
from saksi.pipeline import reader
from saksi.resolve import resolve
from saksi.runners.batch import settle
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


TIMES = 3
"""How often each reader reads all, of which the fastest counts: whatever else a machine does makes it slower."""


def words_per_second(read: Callable[[Sequence[Record]], Iterable[object]], items: Sequence[Record]) -> float:
    """Whitespace-separated words that `read` gets through in a second of processor time, once it is warm."""
    _exhaust(read(items[:1]))
    return words(items) / min(_processor_seconds(read, items) for _ in range(TIMES))


def words(items: Sequence[Record]) -> int:
    """Whitespace-separated words."""
    return sum(len(item["text"].split()) for item in items)


def _processor_seconds(read: Callable[[Sequence[Record]], Iterable[object]], items: Sequence[Record]) -> float:
    start = process_time()
    _exhaust(read(items))
    return process_time() - start


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
    """Print the speeds of the pipeline alone and of Saksi, and their ratios.

    The pipeline alone gets all texts at once (in its own batches it is fastest), once as spaCy loads it, and once as
    Saksi does, with numpy to multiply its matrices.
    """
    ours = load_pipeline(language)
    pipelines = {"spaCy as it comes": spacy.load(load_pack(language).pipeline), "with numpy's products": ours}
    _exhaust(_read_all(items[:1], language=language))
    settle(language)
    speeds = {name: words_per_second(partial(_parsed, pipeline), items) for name, pipeline in pipelines.items()}
    whole = words_per_second(partial(_read_all, language=language), items)
    sentences = sum(1 for doc in ours.pipe(item["text"] for item in items) for _ in doc.sents)
    print(f"{len(items)} articles ({language}), one core, the fastest of {TIMES}")
    print(f"saksi, text to records   {whole:8.0f} words/s, {whole * sentences / words(items):.0f} sentences/s")
    for name, bare in speeds.items():
        print(f"bare {name:22} {bare:6.0f} words/s; saksi over it {whole / bare:.2f}")


def _parsed(pipeline: Language, items: Sequence[Record]) -> Iterable[object]:
    return pipeline.pipe(item["text"] for item in items)


def _read_all(items: Sequence[Record], *, language: str) -> Iterable[object]:
    return (_read(item, language=language) for item in items)


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
    with threadpool_limits(limits=1):
        compare(items, language=args.language)
    compare_stages(items, language=args.language)
    for name, arguments in COMMANDS.items():
        print(f"{name}: {cold_start(arguments):.2f} s from cold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
