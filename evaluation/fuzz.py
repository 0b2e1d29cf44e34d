"""Hostile input by the thousand: `python -m evaluation.fuzz [--inputs 10000] [--seed 0] [--keep build/fuzz]`.

Pages, feeds, archives, JSON lines, Parquet and plain texts are spoiled at random (bytes, control and direction
characters, words of megabytes, deep nesting, wrong encodings, absurd numbers), read as `saksi add` reads them, and what
is found in them is made into records. Counted are crashes, stalls (over 5 s an input) and wrong offsets; inputs that
show one are kept.
"""

import argparse
import gzip
import io
import json
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from saksi.export import record
from saksi.intake import Defaults, read_source
from saksi.model import Article, Skipped
from saksi.pipeline import read_articles

EXAMPLES = Path(__file__).parent.parent / "examples"
LONGEST = 5
"""Seconds that an input may take."""
NASTY = (
    *(
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u0301" * 200,
        "\U0001f468\u200d\U0001f469",
        "\ud7ff",
    ),
    *("“" * 50, '"' * 51, "((((((", "&#x110000;", "&amp;" * 30, "<![CDATA[", "]]>", "<script>", "]" * 500, "[" * 500),
    *("99999999999999999999 Januari 99999", "31/02/2024", "-1 hari lalu", "pada 0000-00-00", "in the year 10000"),
    *(
        "1e308",
        "NaN",
        "٣ يونيو",
        "二〇二四年",
        "\r",
        "\x0b",
        "\x85",
        "\u2028",
        " " * 3000,
        "\n" * 3000,
        "a" * 5000,
        "-" * 4000,
    ),
    *("Rusia " * 400, "said " * 300, "kata Putin, " * 200, ", " * 2000, "not " * 500, "U.S." * 300),
)
REPORT = (
    "MOSKOW - Presiden Rusia Vladimir Putin memuji Korea Utara pada Selasa (18/6/2024). "
    '"Kami menghargai dukungan mereka," kata Putin. Seoul menuduh Pyongyang memasok senjata; Pyongyang membantahnya.\n'
    "South Korea said on Monday that the North had fired 3 missiles, which Pyongyang denied."
)


def bodies(dice: random.Random) -> list[str]:
    """Texts to be spoiled."""
    files = sorted(EXAMPLES.glob("*.txt"))
    whole = dice.choice(files).read_text(encoding="utf-8").splitlines()
    start = dice.randrange(len(whole))
    return [REPORT, "\n".join(whole[start : start + 4])]


def spoiled_text(text: str, dice: random.Random) -> str:
    """A text with some of its parts cut, doubled, swapped or with nasty strings between them."""
    for _ in range(dice.randrange(6)):
        one, other = sorted(dice.randrange(len(text) + 1) for _ in range(2))
        text = dice.choice(
            [
                text[:one] + dice.choice(NASTY) + text[one:],
                text[:one] + text[other:],
                text[:other] + text[one:other] * dice.randrange(4) + text[other:],
                text[:one] + text[one:other][::-1] + text[other:],
                text[:one]
                + chr(dice.choice([dice.randrange(32), dice.randrange(0xD800), dice.randrange(0xE000, 0x110000)])),
                text.swapcase() if dice.random() < 0.3 else text,
            ]
        )[:60_000]
    if dice.random() < 0.002:
        text += "x" * 10_000_000
    return text


def spoiled_bytes(data: bytes, dice: random.Random) -> bytes:
    """Bytes of which some are flipped, cut, doubled or strange."""
    spoiled = bytearray(data)
    for _ in range(dice.choice([0, 0, 1, 2, 8])):
        place = dice.randrange(len(spoiled) + 1)
        kind = dice.randrange(4)
        if kind == 0 and place < len(spoiled):
            spoiled[place] = dice.randrange(256)
        elif kind == 1:
            del spoiled[place : place + dice.randrange(1, 40)]
        elif kind == 2:
            spoiled[place:place] = bytes(dice.randrange(256) for _ in range(dice.randrange(1, 12)))
        else:
            spoiled[place:place] = spoiled[place : place + dice.randrange(200)]
    return bytes(spoiled)


def _text(text: str, dice: random.Random) -> bytes:
    return text.encode(dice.choice(["utf-8", "utf-8", "utf-8", "utf-16", "latin-1", "cp1252"]), errors="replace")


def _jsonl(text: str, dice: random.Random) -> bytes:
    rows: list[dict[str, Any]] = [
        {"text": text, "published": dice.choice(["2024-06-18", "9999-12-31", "0001-01-01", text[:40], 7])}
    ]
    rows += [
        {"id": dice.choice(["a", "", 1, None, ["x"]]), "text": dice.choice([text, "", None, 3]), "outlet": text[:30]}
    ]
    lines = [json.dumps(row, ensure_ascii=dice.random() < 0.5) for row in rows]
    lines += ["[" * dice.randrange(100_000)] if dice.random() < 0.02 else []
    return "\n".join(lines).encode("utf-8", errors="replace")


def _json(text: str, dice: random.Random) -> bytes:
    deep: Any = text
    for _ in range(dice.randrange(900)):
        deep = [deep]
    return json.dumps([{"text": text}, deep if dice.random() < 0.2 else {}]).encode()


def _html(text: str, dice: random.Random) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() or [text])
    nested = "<div>" * dice.choice([1, 1, 5, 3000])
    ld = json.dumps({"@type": "NewsArticle", "headline": text[:40], "datePublished": text[:20], "articleBody": text})
    head = f'<title>{text[:30]}</title><script type="application/ld+json">{ld}</script>'
    return f"<html><head>{head}</head><body>{nested}<article>{paragraphs}</article></body></html>".encode(
        "utf-8", "replace"
    )


def _feed(text: str, dice: random.Random) -> bytes:
    items = f"<item><title>{text[:40]}</title><link>http://a.example/{text[:9]}</link><description>{text}</description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items * dice.randrange(1, 4)}</channel></rss>'.encode(
        "utf-8", "replace"
    )


def _warc(text: str, dice: random.Random) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=dice.random() < 0.5)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    page = io.BytesIO(_html(text, dice))
    writer.write_record(writer.create_warc_record("http://a.example/1", "response", payload=page, http_headers=headers))
    return out.getvalue()


def _parquet(text: str, dice: random.Random) -> bytes:
    out = io.BytesIO()
    rows = {"text": [text.replace("\x00", ""), None], "published": [dice.choice(["2024-06-18", text[:20]]), None]}
    pq.write_table(pa.table(rows), out)
    return out.getvalue()


MAKERS: Mapping[str, Callable[[str, random.Random], bytes]] = {
    ".txt": _text,
    ".jsonl": _jsonl,
    ".json": _json,
    ".html": _html,
    ".rss": _feed,
    ".warc": _warc,
    ".parquet": _parquet,
}


def inputs(count: int, dice: random.Random) -> Iterator[tuple[str, bytes]]:
    """Suffix and bytes of each input."""
    for _ in range(count):
        suffix = dice.choice([".txt", *MAKERS])
        data = spoiled_bytes(MAKERS[suffix](spoiled_text(dice.choice(bodies(dice)), dice), dice), dice)
        if dice.random() < 0.1:
            yield f"{suffix}.gz", spoiled_bytes(gzip.compress(data), dice)
        else:
            yield suffix, data


def faults(source: str, language: str | None) -> Iterator[str]:
    """What is wrong with what is read of a file."""
    for item in read_source(source, defaults=Defaults(language=language)):
        if isinstance(item, Article):
            for reading in read_articles([item]):
                if not isinstance(reading, Skipped):
                    whole = record(reading)
                    yield from (f"offset {span} of {len(item.text)}" for span in wrong_spans(whole, len(item.text)))
                    yield from wrong_words(whole)


def wrong_spans(found: Any, length: int) -> Iterator[Mapping[str, int]]:
    """Spans that lie outside the text."""
    if isinstance(found, dict):
        if found.keys() == {"start", "end"} and isinstance(found["start"], int):
            if not 0 <= found["start"] <= found["end"] <= length:
                yield found
            return
        for value in found.values():
            yield from wrong_spans(value, length)
    elif isinstance(found, list):
        for value in found:
            yield from wrong_spans(value, length)


def wrong_words(whole: Mapping[str, Any]) -> Iterator[str]:
    """Times whose words are not where they are said to be, and deeds without a word."""
    for time_ in whole["times"]:
        for span in time_["mentions"]:
            if not whole["text"][span["start"] : span["end"]].strip():
                yield f"{time_['id']}: no word"
    for event in whole["events"]:
        if not whole["text"][event["trigger"]["start"] : event["trigger"]["end"]].strip():
            yield f"{event['id']}: no word"


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in what takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    """The command; status 1 if anything was found."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--inputs", type=int, default=10_000)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    args = ask.parse_args()
    dice = random.Random(args.seed)  # noqa: S311 (no secret)
    found: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    longest = 0.0
    for language in ("id", "en"):
        list(read_articles([Article(id="-", text=REPORT, language=language)]))
    with tempfile.TemporaryDirectory() as folder:
        for number, (suffix, data) in enumerate(inputs(args.inputs, dice)):
            path = Path(folder) / f"input{suffix}"
            path.write_bytes(data)
            kinds[suffix] += 1
            start = time.perf_counter()
            try:
                with limited(LONGEST):
                    wrong = list(faults(str(path), dice.choice([None, "id", "en"])))
            except TimeoutError:
                wrong = ["stall"]
            except Exception as error:  # whatever it is, it is a finding
                wrong = [f"crash: {type(error).__name__}: {str(error)[:100]}"]
            longest = max(longest, time.perf_counter() - start)
            for what in wrong:
                found[what] += 1
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / f"{args.seed}-{number}{suffix}").write_bytes(data)
                print(f"{number}{suffix}: {what}", flush=True)
            path.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{args.inputs:,} inputs ({', '.join(f'{n:,} {kind}' for kind, n in kinds.most_common())})")
    print(f"findings {found.total()}, slowest {longest:.1f} s, memory {peak:.2f} GB at most")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
