"""Who holds an office on a day: `python -m evaluation.offices [--shared ../shared] [--wrong]`.

Sixty offices of heads of state and of government are drawn at random, and five days of each, between the first day that
the World Factbook has of its holders and the last. Right is the holder whom one of its editions names for that day.
"""

import argparse
import csv
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path

from saksi.knowledge import Knowledge, load

OFFICES = {"chief_of_state": "head of state", "head_of_government": "head of government"}
TITLES = (
    "President",
    "Prime Minister",
    "King",
    "Queen",
    "Emperor",
    "Chancellor",
    "Premier",
    "Amir",
    "Sultan",
    "Taoiseach",
)
"""What the title of a holder begins with; deputies, governors and councils are left out."""
COUNT, DAYS = 60, 5
ALIKE = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One holder as the Factbook has it: `since` the first day, `until` the last edition that names them."""

    code: str
    office: str
    family: str
    since: str
    until: str


def factbook(path: Path, knowledge: Knowledge) -> list[Held]:
    """The holders of offices of states that we know."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Held(
                code=row["country_iso3"],
                office=OFFICES[row["office"]],
                family=row["family_name_as_printed"],
                since=row["since"],
                until=row["last_seen"],
            )
            for row in csv.DictReader(lines, delimiter="\t")
            if row["office"] in OFFICES
            and row["family_name_as_printed"]
            and row["title"].startswith(TITLES)
            and len(row["since"] or "") == len("2015-01-01")
            and row["country_iso3"] in knowledge
        ]


def draw(held: Iterable[Held], *, seed: int) -> list[tuple[str, str, str]]:
    """Code, office and day of each question."""
    offices: dict[tuple[str, str], list[Held]] = {}
    for holder in held:
        offices.setdefault((holder.code, holder.office), []).append(holder)
    rng = random.Random(seed)  # noqa: S311 - a repeatable sample, no secret
    chosen = rng.sample(sorted(offices), min(COUNT, len(offices)))
    return [(*office, _day(rng.choice(offices[office]), rng)) for office in chosen for _ in range(DAYS)]


def _day(holder: Held, rng: random.Random) -> str:
    first, last = (date.fromisoformat(day).toordinal() for day in (max(holder.since, "2005-01-01"), holder.until))
    return date.fromordinal(rng.randint(min(first, last), last)).isoformat()


def _alike(name: str, family: str) -> bool:
    """Whether a word of the name is the family name, as differently as languages spell it: `Abdullah`, `ABDALLAH`."""
    pairs = product(re.findall(r"\w{3,}", name.casefold()), re.findall(r"\w{3,}", family.casefold()))
    return any(SequenceMatcher(None, one, other).ratio() >= ALIKE for one, other in pairs)


def answers(held: Sequence[Held], code: str, office: str, day: str) -> set[str]:
    """The family names that the Factbook has for the office on a day."""
    return {
        holder.family
        for holder in held
        if (holder.code, holder.office) == (code, office) and holder.since <= day <= holder.until
    }


def main() -> None:
    """Print how many holders are right."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/actors/")
    ask.add_argument("--seed", type=int, default=0, help="another sample")
    ask.add_argument("--wrong", action="store_true", help="show the wrong ones")
    options = ask.parse_args()
    knowledge = load()
    held = factbook(options.shared / "data" / "actors" / "leaders.tsv", knowledge)
    questions = draw(held, seed=options.seed)
    right = 0
    for code, office, day in questions:
        holder = knowledge.holder(office, code, day)
        wanted = answers(held, code, office, day)
        known = holder is not None and any(_alike(holder.name, name) for name in wanted)
        right += known
        if options.wrong and not known:
            given = holder.name if holder else "nobody"
            print(f"  {office} of {code} on {day}: {' or '.join(sorted(wanted))} | {given}")
    print(f"{right} of {len(questions)} holders right ({right / len(questions):.3f})")


if __name__ == "__main__":
    main()
