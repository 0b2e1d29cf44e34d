"""Names out of the GUM treebank's entity annotation (https://gucorpling.org/gum/)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from training.columns import OUTSIDE, Named
from training.conllu import Sentence, Token

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
_PARTICLES = frozenset({"-", "al", "bin", "da", "de", "del", "di", "la", "van", "von"})
_LINKS = {
    "person": _PARTICLES,
    "place": _PARTICLES | {"of", "the"},
    "organization": _PARTICLES | {"of", "the", "for", "and", "&", "'s"},
}

_PLURAL = "NNPS"
_PROPER_TAGS = frozenset({"NNP", _PLURAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity mention: half-open range of token indices and GUM's entity type."""

    start: int
    end: int
    kind: str


def named(sentence: Sentence, *, types: Mapping[str, str]) -> Named:
    """Return the sentence with the names among its mentions; of nested names the longest stays."""
    found = (_name(sentence, mention) for mention in mentions(sentence) if mention.kind in _LINKS)
    labels = [OUTSIDE] * len(sentence)
    for name in sorted({name for name in found if name}, key=_longest_first):
        if all(labels[index] == OUTSIDE for index in range(name.start, name.end)):
            labels[name.start : name.end] = [f"I-{types[name.kind]}"] * (name.end - name.start)
            labels[name.start] = f"B-{types[name.kind]}"
    return Named(forms=tuple(token.form for token in sentence), labels=tuple(labels))


def mentions(sentence: Sentence) -> Iterator[Mention]:
    """Yield the mentions that open and close within the sentence."""
    opened: list[tuple[str, str, int]] = []
    for index, token in enumerate(sentence):
        for bracket in _brackets(token):
            if bracket.startswith("("):
                key, kind = [*bracket.strip("()").split("-"), ""][:2]
                opened.append((key, kind, index))
            if bracket.endswith(")"):
                key = opened[-1][0] if bracket.startswith("(") else bracket[:-1]
                found = next((item for item in reversed(opened) if _same(item[0], key)), None)
                if found:
                    opened.remove(found)
                    yield Mention(start=found[2], end=index + 1, kind=found[1])


def _brackets(token: Token) -> Iterable[str]:
    match = _ENTITY.search(token.misc)
    return _BRACKET.findall(match.group(1)) if match else ()


def _same(left: str, right: str) -> bool:
    """Tell whether two mention ids agree; parts of split mentions carry `[1/2]`."""
    return left.partition("[")[0] == right.partition("[")[0]


def _name(sentence: Sentence, mention: Mention) -> Mention | None:
    """Return the stretch of proper nouns about the mention's head, or none if the head is no proper noun."""
    inside = range(mention.start, mention.end)
    head = next((i for i in inside if sentence[i].head not in inside or sentence[i].head == i), mention.start)
    if not _is_proper(sentence[head]) or (mention.kind == "person" and sentence[head].tag == _PLURAL):
        return None
    start, end = head, head + 1
    while start > mention.start and _is_proper(sentence[start - 1]):
        start -= 1
    while step := _step(sentence, end, mention):
        end += step
    return Mention(start=start, end=end, kind=mention.kind)


def _is_proper(token: Token) -> bool:
    """Tell whether the token is part of a name: `United` is tagged NNP though its universal tag is ADJ."""
    return token.upos == "PROPN" or token.tag in _PROPER_TAGS


def _step(sentence: Sentence, end: int, mention: Mention) -> int:
    """Count how many tokens the name goes on for: a proper noun, or linking words before one."""
    for width in (0, 1, 2):
        links = sentence[end : end + width]
        if end + width < mention.end and _is_proper(sentence[end + width]):
            linked = all(token.form.lower() in _LINKS[mention.kind] for token in links)
            return width + 1 if linked else 0
    return 0


def _longest_first(mention: Mention) -> tuple[int, int]:
    return mention.start - mention.end, mention.start
