"""Scores records against gold records."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saksi.scoring.sheet import Sheet, first_half, pair_events, pair_quotes, same_speaker

NOTHING = Sheet({})
"""What stands in for an article that was not predicted."""

Matched = tuple[Sheet, Sheet | None]


@dataclass(frozen=True, slots=True)
class Rate:
    """Right answers against answers given and answers there are."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Right over predicted; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right over gold; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def tally(gold: Sheet, predicted: Sheet) -> Counter[str]:
    """What is right, predicted and there to be found in one article; tallies of articles add up."""
    counts = Counter(
        gold=len(gold.events),
        predicted=len(predicted.events),
        who_gold=sum(len(gold.who(event)) for event in gold.events),
        who_predicted=sum(len(predicted.who(event)) for event in predicted.events),
    )
    for i, j in pair_events(gold.events, predicted.events):
        counts.update(_tally_pair(gold, predicted, i, j))
    counts.update(_tally_quotes(gold, predicted))
    return counts


def _tally_pair(gold: Sheet, predicted: Sheet, i: int, j: int) -> Counter[str]:
    right, guess = gold.events[i], predicted.events[j]
    who, who_guess = gold.who(right), predicted.who(guess)
    witnesses, witnesses_guess = gold.witnesses(right), predicted.witnesses(guess)
    days = gold.days(right)
    same = {
        "status": right["status"] == guess["status"],
        "standing": right["standing"] == guess["standing"],
        "when": days is not None and days == predicted.days(guess),
    }
    complete = who == who_guess and witnesses == witnesses_guess and all(same[key] for key in ("status", "standing"))
    return Counter(
        paired=1,
        who_right=len(who & who_guess),
        who_gold_paired=len(who),
        who_predicted_paired=len(who_guess),
        witness_right=len(witnesses & witnesses_guess),
        witness_gold=len(witnesses),
        witness_predicted=len(witnesses_guess),
        when_gold=int(days is not None),
        complete=int(complete and (days is None or same["when"])),
        **{key: int(value) for key, value in same.items()},
    )


def _tally_quotes(gold: Sheet, predicted: Sheet) -> Counter[str]:
    quotes, guesses = gold.quotes, predicted.quotes
    right = sum(
        same_speaker(gold.speaker(quotes[i]), predicted.speaker(guesses[j])) for i, j in pair_quotes(quotes, guesses)
    )
    return Counter(quotes_right=right, quotes_gold=len(quotes), quotes_predicted=len(guesses))


OF_ALL = {"status": "status", "when": "when", "witness": "witness_right", "standing": "standing"}
"""Figures that are also counted over all gold events, found or not, and what is right of each."""


def figures(counts: Mapping[str, int]) -> dict[str, float]:
    """The figures of a tally, each from 0 to 1; one named alone (`events`, `who`, `witness`, `quotes`) is an F1.

    `status_of_all` and its like count over all gold events what `status` counts over those that were found: a share of
    the found falls when harder ones are found too. `who_given_pair` is the F1 of the tuples of paired events alone: how
    well parties are found where the deed is.
    """
    n = Counter(counts)
    rates = {
        "events": Rate(n["paired"], n["predicted"], n["gold"]),
        "who": Rate(n["who_right"], n["who_predicted"], n["who_gold"]),
        "witness": Rate(n["witness_right"], n["witness_predicted"], n["witness_gold"]),
        "quotes": Rate(n["quotes_right"], n["quotes_predicted"], n["quotes_gold"]),
    }
    found: dict[str, float] = {}
    for name, rate in rates.items():
        found |= {name: rate.f1, f"{name}_precision": rate.precision, f"{name}_recall": rate.recall}
    return found | {
        "who_given_pair": Rate(n["who_right"], n["who_predicted_paired"], n["who_gold_paired"]).f1,
        "status": _share(n["status"], n["paired"]),
        "when": _share(n["when"], n["when_gold"]),
        "standing": _share(n["standing"], n["paired"]),
        "complete": _share(n["complete"], n["gold"]),
        **{f"{name}_of_all": _share(n[right], n["gold"]) for name, right in OF_ALL.items()},
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def total(matched: Iterable[Matched]) -> Counter[str]:
    """The tally of many articles; one without a prediction counts as nothing found."""
    counts: Counter[str] = Counter()
    for gold, predicted in matched:
        counts.update(tally(gold, predicted or NOTHING))
    return counts


def by_language(matched: Iterable[Matched]) -> dict[str, list[Matched]]:
    """The articles of each language, languages in order of first appearance."""
    groups: dict[str, list[Matched]] = {}
    for pair in matched:
        groups.setdefault(str(pair[0].record.get("language")), []).append(pair)
    return groups


HEADER = (
    f"{'':24}{'gold':>6}  {'events P/R/F1':>15}  {'who P/R/F1':>15}  {'pair':>5}  {'status':>6}  {'when':>5}"
    f"  {'witn.':>5}  {'stand.':>6}  {'compl.':>6}  {'quotes P/R/F1':>15}"
)


def line(name: str, counts: Mapping[str, int]) -> str:
    """One row of a table of figures, under `HEADER`."""
    f = figures(counts)

    def triple(key: str) -> str:
        return f"{f[key + '_precision']:.2f}/{f[key + '_recall']:.2f}/{f[key]:.3f}"

    return (
        f"{name:24}{counts.get('gold', 0):6}  {triple('events'):>15}  {triple('who'):>15}  {f['who_given_pair']:5.2f}"
        f"  {f['status']:6.2f}  {f['when']:5.2f}  {f['witness']:5.2f}  {f['standing']:6.2f}  {f['complete']:6.3f}"
        f"  {triple('quotes'):>15}"
    )


def table(matched: list[Matched], *, halves: bool = False) -> list[str]:
    """Rows for each language and for all; with `halves` the first and second half of each language apart."""
    groups = by_language(matched)
    rows = [line(language, total(pairs)) for language, pairs in groups.items()]
    if len(groups) > 1:
        rows.append(line("all", total(matched)))
    if halves:
        seen = first_half([gold.record for gold, _ in matched])
        for language, pairs in groups.items():
            rows.append(line(f"{language} looked at", total(p for p in pairs if p[0].record["id"] in seen)))
            rows.append(line(f"{language} held out", total(p for p in pairs if p[0].record["id"] not in seen)))
    return rows
