"""What Saksi needs of a pipeline, and how it is made sure of when one is loaded.

Tokens have a universal part of speech, a head and a relation of Universal Dependencies v2, and in a language whose
lists are asked by it a lemma; the text has sentence starts, and names that are a PERSON, an ORG or a PLACE.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc, Span

from saksi.errors import PipelineError
from saksi.languages import Pack, by_lemma

# fmt: off
RELATIONS = frozenset({
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf",
    "compound", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed",
    "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl",
    "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
})
# fmt: on
"""The relations of Universal Dependencies v2 (https://universaldependencies.org/u/dep/), without subtypes."""

NAME_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "PERSON": "PERSON",
        "PER": "PERSON",
        "ORG": "ORG",
        "PLACE": "PLACE",
        "LOC": "PLACE",
        "GPE": "PLACE",
        "FAC": "PLACE",
    }
)
"""What other pipelines call the types of names (CoNLL-2003, OntoNotes 5); names of other types are dropped."""

NEEDED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "POS": ("parts of speech", "a morphologizer, or a tagger with an attribute_ruler"),
        "LEMMA": ("lemmas", "a lemmatizer"),
        "DEP": ("dependencies", "a parser"),
        "SENT_START": ("sentence starts", "a parser or a senter"),
        "ENT_IOB": ("names", "an ner or a span_ruler that annotates entities"),
    }
)
"""Annotations by spaCy's name: what they are, and what gives them."""


_COMPONENT = "saksi_name_types"


def call_names_ours(pipeline: Language) -> None:
    """Make a pipeline call its names as Saksi does."""
    if not pipeline.has_pipe(_COMPONENT):
        pipeline.add_pipe(_COMPONENT)


@Language.component(_COMPONENT)
def _call_names_ours(doc: Doc) -> Doc:
    if doc.has_annotation("ENT_IOB"):
        doc.ents = tuple(
            Span(doc, name.start, name.end, label=NAME_TYPES[name.label_])
            for name in doc.ents
            if name.label_ in NAME_TYPES
        )
    return doc


def check(pipeline: Language, *, name: str, pack: Pack) -> None:
    """Raise PipelineError if the pipeline, tried on a sentence of its language, does not give what Saksi needs."""
    try:
        doc = pipeline(pack.table("pack")["sample"])
    except Exception as error:  # whatever another's components raise
        raise PipelineError(f"{name}: the pipeline fails on a plain sentence ({error})") from error
    needed = {key: told for key, told in NEEDED.items() if key != "LEMMA" or by_lemma(pack)}
    missing = [f"{what} (add {source})" for key, (what, source) in needed.items() if not doc.has_annotation(key)]
    if missing:
        raise PipelineError(f"{name}: the pipeline gives no {', no '.join(missing)}")
    if foreign := sorted(set(_relations(pipeline, doc)) - RELATIONS):
        raise PipelineError(
            f"{name}: the pipeline's dependencies are not those of Universal Dependencies v2: {', '.join(foreign)};"
            " use one that was trained on a UD treebank"
        )


def _relations(pipeline: Language, doc: Doc) -> Iterator[str]:
    """The relations that the parser knows, or where it does not tell, those in the sample; without subtypes."""
    known = [label for _, labels in pipeline.pipe_labels.items() if "ROOT" in labels for label in labels]
    for label in known or [token.dep_ for token in doc]:
        yield label.partition(":")[0].lower()
