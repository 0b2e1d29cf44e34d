"""Loading a language's spaCy pipeline, once per process: the bundled one, or another that keeps the contract."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.util import registry
from thinc.api import use_ops

from saksi.analysis.checksums import damaged
from saksi.analysis.contract import call_names_ours, check
from saksi.errors import PipelineError
from saksi.languages import MEMORY, codes, load_pack

BARE_TOKENIZER = "saksi.bare_tokenizer"
"""A tokenizer without rules: those of the pipeline's own file are read into it.

spaCy would first build the language's default rules, for Indonesian 15,000 of them, only to replace them.
"""


ANY = "xx"
"""The language code of spaCy's multilingual pipelines."""


@registry.tokenizers(BARE_TOKENIZER)  # type: ignore[untyped-decorator]
def bare_tokenizer() -> Callable[[Language], Tokenizer]:
    """What makes a tokenizer without rules for a pipeline."""
    return _without_rules


def _without_rules(pipeline: Language) -> Tokenizer:
    return Tokenizer(pipeline.vocab)


@cache
def load_pipeline(language: str, pipeline: str | Path | None = None) -> Language:
    """The spaCy pipeline of a language (ISO 639-1): the bundled one, or the one named.

    Args:
        language: what the pipeline is to read.
        pipeline: an installed package or a folder that `spacy.load` takes, in place of the bundled pipeline.

    Raises:
        LanguageError: the language has no pack.
        PipelineError: there is no such pipeline, this spaCy cannot load it, it is for another language, or it lacks
            what Saksi needs.

    Example:
        >>> [token.dep_ for token in saksi.load_pipeline("id")("Rusia memveto resolusi itu.")]
        ['nsubj', 'ROOT', 'obj', 'det', 'punct']

    """
    if pipeline is None:
        return _bundled(language)
    load_pack(language)
    if not serves(pipeline, language):
        raise PipelineError(f"{pipeline}: the pipeline is for {other_pipeline(pipeline).lang!r}, not for {language!r}")
    return other_pipeline(pipeline)


@cache
def reading_pipeline(language: str) -> Language:
    """The bundled pipeline that articles are read with, apart from that of `load_pipeline`, to which a person may add.

    Raises LanguageError or PipelineError as `load_pipeline` does.
    """
    return _bundled(language)


def _bundled(language: str) -> Language:
    return _loaded(load_pack(language).pipeline, remedy="reinstall Saksi", bare=True)


def serves(pipeline: str | Path, language: str) -> bool:
    """Whether a pipeline that is not bundled is for a language; one that spaCy marks `xx` is for every.

    Raises PipelineError as `load_pipeline` does.
    """
    return other_pipeline(pipeline).lang in (language, ANY)


@cache
def other_pipeline(pipeline: str | Path) -> Language:
    """A pipeline that is not bundled, made sure to keep the contract. Raises PipelineError if it does not."""
    found = _loaded(pipeline, remedy="name an installed spaCy pipeline or the folder of one")
    if found.lang not in (*codes(), ANY):
        raise PipelineError(f"{pipeline}: the pipeline is for {found.lang!r}; Saksi reads {', '.join(codes())}")
    call_names_ours(found)
    for language in codes() if found.lang == ANY else (found.lang,):
        check(found, name=str(pipeline), pack=load_pack(language))
    return found


def _loaded(path: str | Path, *, remedy: str, bare: bool = False) -> Language:
    """A pipeline whose matrices numpy multiplies, which is several times as fast on one core as spaCy's default."""
    if bare and (files := damaged(Path(path))):
        raise PipelineError(f"{path}: {', '.join(files)}: not as released, the disk or a copy may be damaged; {remedy}")
    config = {"nlp.tokenizer.@tokenizers": BARE_TOKENIZER} if bare else {}
    try:
        with use_ops("numpy", use_blis=False):
            loaded = spacy.load(path, config=config)
    except (OSError, ValueError, ImportError) as error:
        raise PipelineError(f"{path}: the pipeline cannot be loaded ({error}); {remedy}") from error
    if isinstance(loaded.tokenizer, Tokenizer):  # by default it remembers a tenth of that, less than a day's news has
        loaded.tokenizer.max_cache_size = MEMORY
    return loaded
