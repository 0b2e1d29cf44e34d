"""Which language a text is in."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from saksi.errors import LanguageError
from saksi.languages import codes, load_pack

SAMPLE = 4000
"""Characters looked at: enough to tell Indonesian from Malay, few enough to cost nothing beside the parse."""


def identify_language(text: str) -> str:
    """The language of a text, ISO 639-1. Raises LanguageError, naming the language, if it has no pack."""
    language, _ = _identifier().classify(text[:SAMPLE])
    language = _not_sibling(str(language), text[:SAMPLE])
    if language not in codes():
        raise LanguageError(
            f"the text looks like {str(language)!r}, which has no language pack; there are: {', '.join(codes())}"
            " (if that is wrong, say which it is with --language)"
        )
    return str(language)


def _not_sibling(language: str, text: str) -> str:
    """A language with a pack, where its words outnumber those of the sibling for which a short text is easily taken."""
    words = re.findall(r"\w+", text.lower())
    for code in codes():
        sibling = load_pack(code).table("pack").get("siblings", {}).get(language)
        if sibling and sum(word in sibling["ours"] for word in words) > sum(
            word in sibling["theirs"] for word in words
        ):
            return code
    return language


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)
