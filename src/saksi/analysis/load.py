"""Loading a language's spaCy pipeline, once per process."""

from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.util import registry

from saksi.errors import PipelineError
from saksi.languages import load_pack

BARE_TOKENIZER = "saksi.bare_tokenizer"
"""A tokenizer without rules: those of the pipeline's own file are read into it.

spaCy would first build the language's default rules, for Indonesian 15,000 of them, only to replace them.
"""


@registry.tokenizers(BARE_TOKENIZER)  # type: ignore[untyped-decorator]
def bare_tokenizer() -> Callable[[Language], Tokenizer]:
    """What makes a tokenizer without rules for a pipeline."""
    return _without_rules


def _without_rules(pipeline: Language) -> Tokenizer:
    return Tokenizer(pipeline.vocab)


@cache
def load_pipeline(language: str) -> Language:
    """The bundled spaCy pipeline of a language (ISO 639-1).

    Raises:
        LanguageError: the language has no pack.
        PipelineError: its pack has no pipeline, or one that this spaCy cannot load.

    """
    path = load_pack(language).pipeline
    try:
        return spacy.load(path, config={"nlp": {"tokenizer": {"@tokenizers": BARE_TOKENIZER}}})
    except (OSError, ValueError) as error:
        raise PipelineError(f"{path}: the pipeline cannot be loaded ({error}); reinstall Saksi") from error
