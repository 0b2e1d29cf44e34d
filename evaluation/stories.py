"""Stories and copies against groups that people put together: `python -m evaluation.stories [--wrong]`.

B-cubed F1 over articles (Bagga and Baldwin 1998), each in the story of what it is mainly about; look-alikes that must
stay apart; and near-identical pairs found among all articles of the news.
"""

import argparse
import json
import lzma
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from saksi.corroborate import Text, find_copies
from saksi.intake import Defaults, read_source
from saksi.runners import add, link
from saksi.runners.batch import Settings
from saksi.store import Store


def b_cubed(found: Mapping[str, str], labels: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups, as the name of the group of each article."""
    precision = recall = 0.0
    for one in labels:
        same = {other for other in labels if found[other] == found[one]}
        gold = {other for other in labels if labels[other] == labels[one]}
        precision += len(same & gold) / len(same) / len(labels)
        recall += len(same & gold) / len(gold) / len(labels)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(folder: Path, wrong: bool) -> None:
    """Read the articles of the groups, link them, and compare."""
    groups = [json.loads(line) for line in (folder / "clusters.jsonl").read_text(encoding="utf-8").splitlines()]
    labels: dict[str, str] = {}
    for group in groups:
        apart = group["relation"] == "hard_negative"
        for member in group["members"]:
            if apart:
                labels.setdefault(member["id"], member["id"])
            else:
                labels[member["id"]] = group["cluster"]
    with tempfile.TemporaryDirectory() as name:
        store = Store(Path(name) / "s.duckdb", create=True)
        articles = list(read_source(str(folder / "articles.jsonl"), defaults=Defaults()))
        add(articles, store, settings=Settings(read_by="evaluation"), workers=1, command="evaluation")
        link(store)
        rows = store.rows("SELECT article_id, story_id FROM article_stories")
    found = {identifier: identifier for identifier in labels} | {row["article_id"]: row["story_id"] for row in rows}
    found = {identifier: found[identifier] for identifier in labels}
    precision, recall, f1 = b_cubed(found, labels)
    alike = [group["members"] for group in groups if group["relation"] == "hard_negative"]
    merged = [members for members in alike if len({found[member["id"]] for member in members}) < len(members)]
    print(f"articles put together: B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"look-alikes: {len(alike) - len(merged)} of {len(alike)} groups all apart")
    for group in groups if wrong else ():
        names = [found[member["id"]] for member in group["members"]]
        if group["relation"] != "hard_negative" and len(set(names)) > 1:
            print(f"  {group['cluster']}: {names}")


def copied(shared: Path, wrong: bool) -> None:
    """Find copies among all articles, and the labelled pairs among them."""
    texts = []
    with lzma.open(shared / "data" / "articles" / "id_news.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            moment = datetime.fromisoformat(row["published"]).replace(tzinfo=None) if row.get("published") else None
            texts.append(Text(id=row["id"], text=row["text"], outlet=row.get("outlet") or "", published=moment))
    copies = find_copies(texts)
    origin = {copy.article: copy.copy_of for copy in copies}
    first = {article: _first(article, origin) for article in origin}
    path = shared / "data" / "stories" / "copies.jsonl"
    pairs: list[Mapping[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = 0
    for pair in pairs:
        one, other = (first.get(pair[side]["id"], pair[side]["id"]) for side in ("a", "b"))
        right += one == other
        if wrong and one != other:
            print(f"  missed: {pair['a']['id']} {pair['b']['id']} {pair['jaccard6']} {pair['containment6']}")
    print(
        f"copies: {right} of {len(pairs)} labelled pairs found ({right / len(pairs):.3f}); {len(copies)} copies in all"
    )


def _first(article: str, origin: Mapping[str, str]) -> str:
    """The first of the articles that stand one on another."""
    seen = [article]
    while (article := origin.get(article, article)) not in seen:
        seen.append(article)
    return article


def main() -> None:
    """Print the figures."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--wrong", action="store_true", help="also print groups that are split and pairs that are missed")
    args = ask.parse_args()
    if not args.shared.exists():
        print(f"skipped: no folder {args.shared}")
        return
    grouped(args.shared / "data" / "stories", args.wrong)
    copied(args.shared, args.wrong)


if __name__ == "__main__":
    main()
