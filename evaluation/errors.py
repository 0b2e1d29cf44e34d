"""Shows where a prediction differs from gold, sorted by cause.

Run as `python -m evaluation.errors GOLD.jsonl PRED.jsonl [--only CAUSE] [--language id] [--article ID] [--all]`.

Only the first half of each language is shown: the second half measures overfitting and is not to be read. `--all`
shows everything, for sets that are no such measure.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from saksi.scoring.score import NOTHING, Matched
from saksi.scoring.sheet import (
    Record,
    Sheet,
    Tuples,
    first_half,
    gap,
    load,
    match_articles,
    pair_events,
    pair_quotes,
    same_speaker,
)

CAUSES = ("misses", "alarms", "who", "status", "when", "witness", "standing", "quotes")

_SENTENCE_BREAK = re.compile(r"\n|(?<=[.!?])[\"”’']?\s+(?=[\"“‘']?[A-Z0-9])")
_WIDEST = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference: under which heading it belongs, what it is, and the words it rests on."""

    cause: str
    heading: str
    note: str
    article: str
    evidence: str


def findings(gold: Sheet, predicted: Sheet) -> Iterator[Finding]:
    """Every difference in one article."""
    yield from _event_findings(gold, predicted)
    yield from _quote_findings(gold, predicted)


def _event_findings(gold: Sheet, predicted: Sheet) -> Iterator[Finding]:
    pairs = pair_events(gold.events, predicted.events)
    missed = [event for i, event in enumerate(gold.events) if i not in {i for i, _ in pairs}]
    alarms = [event for j, event in enumerate(predicted.events) if j not in {j for _, j in pairs}]
    for event in missed:
        yield _lone("misses", gold, event, others=alarms, remark="read as")
    for event in alarms:
        yield _lone("alarms", predicted, event, others=missed, remark="gold has")
    for i, j in pairs:
        yield from _pair_findings(gold, gold.events[i], predicted, predicted.events[j])


def _lone(cause: str, sheet: Sheet, event: Record, *, others: Iterable[Record], remark: str) -> Finding:
    """An event without a partner; a rival of another type on the same words is named beside it."""
    rivals = sorted({other["type"] for other in others if gap(event["trigger"], other["trigger"]) == 0})
    aside = f"  ({remark} {', '.join(rivals)})" if rivals else ""
    return _finding(cause, event["type"], sheet, event["trigger"], f"{_describe(sheet, event)}{aside}")


def _pair_findings(gold: Sheet, right: Record, predicted: Sheet, guess: Record) -> Iterator[Finding]:
    compared = {
        "who": (_tuples(gold.who(right)), _tuples(predicted.who(guess))),
        "status": (right["status"], guess["status"]),
        "witness": (_tuples(gold.witnesses(right), ":"), _tuples(predicted.witnesses(guess), ":")),
        "standing": (right["standing"], guess["standing"]),
    }
    if gold.days(right) is not None:
        compared["when"] = (_interval(gold.days(right)), _interval(predicted.days(guess)))
    for cause, (wanted, given) in compared.items():
        if wanted != given:
            heading = right["type"] if cause == "who" else f"{wanted} read as {given}"
            note = f"{right['type']} gold {wanted} | read {given}"
            rule = f"  rule {guess['rule']}" if guess.get("rule") else ""
            yield _finding(cause, heading, gold, right["trigger"], note + rule)


def _quote_findings(gold: Sheet, predicted: Sheet) -> Iterator[Finding]:
    quotes, guesses = gold.quotes, predicted.quotes
    pairs = pair_quotes(quotes, guesses)
    for i, quote in enumerate(quotes):
        if i not in {i for i, _ in pairs}:
            note = f"gold speaker {_name(gold.speaker(quote))}"
            yield _finding("quotes", "missed", gold, quote["content"], note)
    for j, guess in enumerate(guesses):
        if j not in {j for _, j in pairs}:
            note = f"read speaker {_name(predicted.speaker(guess))}"
            yield _finding("quotes", "false alarm", predicted, guess["content"], note)
    for i, j in pairs:
        wanted, given = gold.speaker(quotes[i]), predicted.speaker(guesses[j])
        if not same_speaker(wanted, given):
            note = f"gold {_name(wanted)} | read {_name(given)}"
            yield _finding("quotes", "wrong speaker", gold, quotes[i]["content"], note)


def _finding(cause: str, heading: str, sheet: Sheet, span: Record, note: str) -> Finding:
    record = sheet.record
    evidence = _marked(record["text"], span["start"], span["end"])
    return Finding(cause=cause, heading=heading, note=note, article=record["id"], evidence=evidence)


def _marked(text: str, start: int, end: int) -> str:
    """The sentence around a span, the span marked, cut to a readable width."""
    breaks = [0, *(match.end() for match in _SENTENCE_BREAK.finditer(text)), len(text)]
    left = max(point for point in breaks if point <= start)
    right = min((point for point in breaks if point >= end), default=len(text))
    left, right = max(left, start - _WIDEST // 2), min(right, max(end, start + _WIDEST // 2))
    return f"{text[left:start]}»{text[start:end]}«{text[end:right]}".replace("\n", " ").strip()


def _describe(sheet: Sheet, event: Record) -> str:
    trigger = sheet.record["text"][event["trigger"]["start"] : event["trigger"]["end"]]
    parts = [trigger, _tuples(sheet.who(event)), event["status"], _tuples(sheet.witnesses(event), ":")]
    return "  ".join([*parts, f"rule {event['rule']}"] if event.get("rule") else parts)


def _tuples(pairs: Tuples, joint: str = ">") -> str:
    return " ".join(sorted(joint.join(pair) for pair in pairs))


def _interval(days: tuple[str, str] | None) -> str:
    return "none" if days is None else days[0] if days[0] == days[1] else "/".join(days)


def _name(actor: Record | None) -> str:
    return f"{actor['name']} ({actor['code']})" if actor else "nobody"


def report(found: Iterable[Finding]) -> Iterator[str]:
    """Lines for a reader: by cause, within it by heading, the most frequent first."""
    groups: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in found:
        groups[finding.cause][finding.heading].append(finding)
    for cause in (cause for cause in CAUSES if cause in groups):
        sizes = Counter({heading: len(items) for heading, items in groups[cause].items()})
        yield f"\n=== {cause}: {sizes.total()}   " + ", ".join(f"{name} {size}" for name, size in sizes.most_common())
        for heading, _ in sizes.most_common():
            yield f"\n--- {cause}: {heading} ({sizes[heading]})"
            for finding in sorted(groups[cause][heading], key=lambda finding: finding.note.casefold()):
                yield f"{finding.note}\n    {finding.article}: {finding.evidence}"


def selected(matched: Iterable[Matched], *, language: str | None, article: str | None) -> list[Matched]:
    """The articles asked for."""
    return [
        pair
        for pair in matched
        if language in {None, pair[0].record.get("language")} and article in {None, pair[0].record["id"]}
    ]


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path, help="gold records, JSONL")
    ask.add_argument("predicted", type=Path, help="records to compare, JSONL")
    ask.add_argument("--only", choices=CAUSES, help="one cause alone")
    ask.add_argument("--language", help="articles of one language (ISO 639-1)")
    ask.add_argument("--article", help="one article, by id")
    ask.add_argument("--all", action="store_true", help="the held-out half too")
    args = ask.parse_args()
    gold = load(args.gold)
    shown = gold if args.all else [record for record in gold if record["id"] in first_half(gold)]
    matched = selected(match_articles(shown, load(args.predicted)), language=args.language, article=args.article)
    if not matched:
        print("no such article in the half that may be looked at", file=sys.stderr)
        return 1
    found = (finding for pair in matched for finding in findings(pair[0], pair[1] or NOTHING))
    print("\n".join(report(item for item in found if args.only in {None, item.cause})))
    return 0


if __name__ == "__main__":
    sys.exit(main())
