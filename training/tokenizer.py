"""The tokenizer's rules. They are saved with the pipeline as regular expressions, so no code is needed to load it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs

QUOTES = '"“”„«»'
_GLUED = (
    r"\.\.+",
    "…",
    rf"[{QUOTES}()\[\]{{}}]",
    rf"(?<=[{ALPHA_LOWER}{QUOTES}])\.(?=[{ALPHA_UPPER}{QUOTES}])",
    rf"(?<=[{ALPHA}])[,;!?](?=[{ALPHA}{QUOTES}])",
    rf"(?<=[0-9)])[,;!?](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[:<>=/•|](?=[{ALPHA}{QUOTES}])",
    rf"(?<=[{ALPHA}0-9])(?:--|—|–)(?=[{ALPHA}0-9])",
)
_NAME_PAIR = (
    rf"(?<=(?P<tail>[{ALPHA_LOWER}]{{3}})(?<=[{ALPHA_LOWER}]{{4}}))-"
    rf"(?=[{ALPHA_UPPER}][{ALPHA_LOWER}]{{4,}})(?![{ALPHA}]*(?P=tail))"
)


def adapt(nlp: Language, *, whole_hyphens: bool, unsplit_suffixes: Iterable[str], abbreviations: Iterable[str]) -> None:
    """Give the pipeline's tokenizer the rules for running news.

    Glued sentences and brackets (`rumah."Kami`, `(AS)Donald`) are split. With `whole_hyphens`, a word with hyphens
    stays whole (`Jong-Un`, `ke-18`, `kupu-kupu`) unless two different names of five letters or more are joined.
    `unsplit_suffixes` are suffix rules of the language's defaults to leave out (clitics that stay on their word).
    Each of `abbreviations` keeps its full stop.
    """
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    infixes = [*_GLUED, _NAME_PAIR] if whole_hyphens else [*(nlp.Defaults.infixes or ()), *_GLUED]
    suffixes = [suffix for suffix in nlp.Defaults.suffixes or () if suffix not in set(unsplit_suffixes)]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    if whole_hyphens:  # spaCy's thousands of Indonesian reduplications are then no exceptions, and slow to load
        tokenizer.rules = {form: rule for form, rule in tokenizer.rules.items() if "-" not in form}
    for abbreviation in abbreviations:
        tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
