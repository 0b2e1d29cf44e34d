"""Make spaCy documents of sentences: joined as running text, with quotation marks and headlines as news writes them."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from training.columns import OUTSIDE
from training.conllu import Sentence, Token
from training.quotes import MARKS, STYLES, restyled

_STOPS = frozenset(".?!")
_HEADLINE_WORDS = range(4, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """How treebank sentences are varied: how many a document may join, and shares.

    `quoted` of the sentences are put between quotation marks, `requoted` of the documents get other marks, and
    `headlines` of the sentences are repeated as headlines.
    """

    joined: Sequence[int]
    quoted: float = 0.0
    requoted: float = 0.0
    headlines: float = 0.0


PLAIN = Variation(joined=(1,))


def documents(
    sentences: Sequence[Sentence], *, nlp: Language, variation: Variation = PLAIN, seed: int = 0
) -> list[Doc]:
    """Return the sentences in their order as documents, with headlines made from some of them at the end."""
    rng = random.Random(seed)  # noqa: S311  # repeatable variation, no secret
    docs = []
    start = 0
    while start < len(sentences):
        size = rng.choice(variation.joined)
        group = [
            quoted(sentence) if rng.random() < variation.quoted else sentence
            for sentence in sentences[start : start + size]
        ]
        if rng.random() < variation.requoted:
            group = requoted(group, rng.choice(STYLES))
        docs.append(document(group, nlp=nlp))
        start += size
    suited = [sentence for sentence in sentences if len(sentence) in _HEADLINE_WORDS]
    count = min(len(suited), round(variation.headlines * len(sentences)))
    return docs + [document([headline(sentence)], nlp=nlp) for sentence in rng.sample(suited, count)]


def document(group: Iterable[Sentence], *, nlp: Language) -> Doc:
    """Make one document of several sentences, a space between each."""
    tokens: list[Token] = []
    for sentence in group:
        offset = len(tokens)
        tokens += [replace(token, head=token.head + offset) for token in sentence]
        tokens[-1] = replace(tokens[-1], space=True)
    return Doc(
        nlp.vocab,
        words=[token.form for token in tokens],
        spaces=[token.space for token in tokens],
        pos=[token.upos for token in tokens],
        morphs=[token.features for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[token.head for token in tokens],
        deps=[token.relation for token in tokens],
        ents=[token.name or None for token in tokens],  # type: ignore[misc]  # None is not marked
    )


def quoted(sentence: Sentence) -> Sentence:
    """Return the sentence, if it has no quotes of its own, as direct speech that ends with its stop: `"..."`."""
    if sentence[-1].form not in _STOPS or any(token.form in MARKS for token in sentence):
        return sentence
    root = 1 + next(index for index, token in enumerate(sentence) if token.head == index)
    mark = Token(
        form='"',
        lemma='"',
        upos="PUNCT",
        features="",
        head=root,
        relation="punct",
        space=False,
        name=_outside(sentence),
    )
    inner = [replace(token, head=token.head + 1) for token in sentence]
    inner[-1] = replace(inner[-1], space=False)
    return (mark, *inner, replace(mark, space=True))


def _outside(sentence: Sentence) -> str:
    return OUTSIDE if sentence[0].name else ""


def headline(sentence: Sentence) -> Sentence:
    """Return the sentence as a headline: content words capitalised, no full stop."""
    bare = sentence[:-1] if _droppable_stop(sentence) else sentence
    return tuple(_capitalised(token) if _is_headline_word(token) else token for token in bare)


def requoted(group: Sequence[Sentence], style: tuple[str, str]) -> list[Sentence]:
    """Return the sentences, which follow each other, with their straight quotation marks in another style."""
    return [_map_forms(sentence, lambda forms, spaces: restyled(forms, spaces, style)) for sentence in group]


def _map_forms(sentence: Sentence, change: Callable[[list[str], list[bool]], list[str]]) -> Sentence:
    forms = change([token.form for token in sentence], [token.space for token in sentence])
    return tuple(
        token if form == token.form else replace(token, form=form, lemma=form)
        for token, form in zip(sentence, forms, strict=True)
    )


def _droppable_stop(sentence: Sentence) -> bool:
    last = len(sentence) - 1
    leaf = all(token.head != last for token in sentence)
    return sentence[last].form == "." and leaf


def _is_headline_word(token: Token) -> bool:
    return token.upos in {"NOUN", "VERB", "ADJ", "ADV", "PRON", "NUM", "AUX", "DET"} and token.form.islower()


def _capitalised(token: Token) -> Token:
    return replace(token, form="-".join(part.capitalize() for part in token.form.split("-")))
