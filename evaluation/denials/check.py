"""Whether denials find what they deny: `python -m evaluation.denials.check [--wrong]`."""

import argparse
import tomllib
from pathlib import Path
from typing import Any

import saksi
from saksi.model import Reading

EXAMPLES = Path(__file__).with_name("examples.toml")


def deniers(reading: Reading, event: str) -> set[str]:
    """Who denies the event that `TYPE word` names."""
    names = {actor.id: actor.name for actor in reading.actors}
    type_, _, word = event.partition(" ")
    return {
        names[testimony.chain[-1]]
        for found in reading.events
        if found.type == type_ and word in found.trigger.of(reading.article.text)
        for testimony in found.testimony
        if testimony.stance == "denies"
    }


def is_right(example: dict[str, Any], language: str) -> bool:
    """Whether the one who denies the event, and nobody else, is found."""
    reading = saksi.read(example["text"], language=language, published="2024-06-18", outlet="Kompas")
    return deniers(reading, example["event"]) == {example["by"]}


def main() -> None:
    """Print the share that is right, by language and by whether a sentence ends between event and denial."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--wrong", action="store_true", help="also print what was got wrong")
    args = ask.parse_args()
    results: dict[str, list[bool]] = {}
    for language, examples in tomllib.loads(EXAMPLES.read_text(encoding="utf-8")).items():
        for example in examples:
            right = is_right(example, language)
            across = "over a sentence boundary" if example.get("across") else "in one sentence"
            for key in (f"{language} {across}", across, "all"):
                results.setdefault(key, []).append(right)
            if args.wrong and not right:
                print(f"{language}: {example['text']}")
    for key, marks in sorted(results.items()):
        print(f"{key}: {sum(marks)} of {len(marks)} = {sum(marks) / len(marks):.2f}")


if __name__ == "__main__":
    main()
