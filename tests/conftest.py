"""What tests of several folders share: the packs, and spaCy's bare tokenizers, which need no model."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from saksi.languages import Pack, codes, load_pack


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session", params=codes())
def pack(request: pytest.FixtureRequest) -> Pack:
    """Each language's pack in turn."""
    return load_pack(request.param)


@pytest.fixture(scope="session")
def tokenizer(pack: Pack) -> Language:
    """The language's blank pipeline: a tokenizer alone."""
    return spacy.blank(pack.code)
