"""Read and clean column files of names (one token a line, a blank line between sentences, IOB labels)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import biluo_tags_to_spans, iob_to_biluo

OUTSIDE = "O"
PERSON = "PERSON"
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%”’")
_NO_SPACE_AFTER = frozenset("([{“‘$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A sentence with names: token forms and their IOB labels (`B-PERSON`, `I-PERSON`, `O`), equally many."""

    forms: tuple[str, ...]
    labels: tuple[str, ...]


def read(path: Path, *, types: Mapping[str, str], prefix: str = "") -> list[Named]:
    """Return the sentences of a column file, first column the form (less `prefix`), last the label.

    `types` maps the file's types to the pipeline's; a type it lacks becomes no name.
    """
    return [_named(block, types=types, prefix=prefix) for block in _blocks(path)]


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) > 1:
                block.append(fields)
            elif block and not fields:
                yield block
                block = []
    if block:
        yield block


def _named(block: Iterable[Sequence[str]], *, types: Mapping[str, str], prefix: str) -> Named:
    rows = [(fields[0].removeprefix(prefix), fields[-1]) for fields in block]
    forms = tuple(form for form, _ in rows)
    return Named(forms=forms, labels=tuple(repaired(_mapped(label, types) for _, label in rows)))


def _mapped(label: str, types: Mapping[str, str]) -> str:
    position, _, kind = label.partition("-")
    return f"{position}-{types[kind]}" if kind in types else OUTSIDE


def repaired(labels: Iterable[str]) -> Iterator[str]:
    """Turn IOB1 into IOB2: a name that begins with `I-` begins with `B-`."""
    before = OUTSIDE
    for label in labels:
        begins = label.startswith("I-") and before[2:] != label[2:]
        yield "B" + label[1:] if begins else label
        before = label


def join_reduplications(sentence: Named) -> Named:
    """Put `sumber - sumber` and `tahu - menahu` together again, which some sets split at the hyphen."""
    forms: list[str] = []
    labels: list[str] = []
    index = 0
    while index < len(sentence.forms):
        triple = sentence.forms[index : index + 3]
        width = 3 if _is_split_reduplication(triple) else 1
        forms.append("".join(triple[:width]))
        labels.append(sentence.labels[index])
        index += width
    return replace(sentence, forms=tuple(forms), labels=tuple(labels))


def split_brackets(sentence: Named) -> Named:
    """Split brackets off words (`(SBY)`, `Australia)`), as the tokenizer does; one not opened in a name ends it."""
    forms: list[str] = []
    labels: list[str] = []
    inside = False
    for form, label in zip(sentence.forms, sentence.labels, strict=True):
        inside = inside and label.startswith("I-")
        core = form.strip("()") or form
        before, after = form[: form.index(core)], form[form.index(core) + len(core) :]
        opened = label if label.startswith("I-") else OUTSIDE
        inside = inside or ("(" in before and opened != OUTSIDE)
        closed = "I-" + label[2:] if inside else OUTSIDE
        forms += [*before, core, *after]
        labels += [*([opened] * len(before)), label, *([closed] * len(after))]
        inside = inside and not after
    return replace(sentence, forms=tuple(forms), labels=tuple(labels))


def _is_split_reduplication(triple: Sequence[str]) -> bool:
    if len(triple) < 3 or triple[1] != "-" or not (triple[0].isalpha() and triple[2].isalpha()):
        return False
    first, second = triple[0].lower(), triple[2].lower()
    return first[:4] == second[:4] or first[:3] in second


def proper(sentence: Named, *, function_words: Collection[str]) -> Named:
    """Cut mentions that may be descriptions (`the two leaders`, `We`) down to the capitalised words they end with."""
    labels = list(sentence.labels)
    for start, end in spans(sentence.labels):
        first = end
        while first > start and _is_capitalised(sentence.forms[first - 1], function_words):
            first -= 1
        _relabel(labels, start, end, first)
    return replace(sentence, labels=tuple(labels))


def without_titles(sentence: Named, *, titles: Collection[str]) -> Named:
    """Cut titles off the front of persons' names (`President Barack Obama`); a title alone is no name."""
    labels = list(sentence.labels)
    for start, end in spans(sentence.labels):
        first = start
        while first < end and labels[start] == f"B-{PERSON}" and sentence.forms[first] in titles:
            first += 1
        _relabel(labels, start, end, first)
    return replace(sentence, labels=tuple(labels))


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of the names that the IOB labels mark."""
    start = 0
    for index in range(1, len(labels) + 1):
        if index == len(labels) or not labels[index].startswith("I-"):
            if labels[start] != OUTSIDE:
                yield start, index
            start = index


def _is_capitalised(form: str, function_words: Collection[str]) -> bool:
    return (form[:1].isupper() or form[:1].isdigit() or form == "-") and form.lower() not in function_words


def _relabel(labels: list[str], start: int, end: int, first: int) -> None:
    """Let the name of `labels[start:end]` begin at `first`."""
    kind = labels[start][2:]
    labels[start:first] = [OUTSIDE] * (first - start)
    if first < end:
        labels[first] = f"B-{kind}"


def spaces(forms: Sequence[str]) -> list[bool]:
    """Tell whether white space follows each token, guessed from punctuation: column files do not say."""
    result = [True] * len(forms)
    opened = False
    for index, form in enumerate(forms):
        if form in _NO_SPACE_AFTER or (form == '"' and not opened):
            result[index] = False
        if index and (form in _NO_SPACE_BEFORE or (form == '"' and opened)):
            result[index - 1] = False
        opened ^= form == '"'
    return result


def document(sentence: Named, *, nlp: Language) -> Doc:
    """Return the sentence as a spaCy document, names as entities."""
    doc = Doc(nlp.vocab, words=list(sentence.forms), spaces=spaces(sentence.forms))
    doc.set_ents(biluo_tags_to_spans(doc, iob_to_biluo(list(sentence.labels))))
    return doc
