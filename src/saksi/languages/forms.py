"""The written forms of a pack's words, and the form under which a word of an article is looked up."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from saksi.languages.pack import Pack

LOOKUPS = ("form", "ending", "lemma")
"""How a pack may have words looked up."""
MEMORY = 100_000
"""How many different words are remembered, so that a long run does not grow without end."""


def trigger_forms(row: Mapping[str, str], pack: Pack) -> Iterator[str]:
    """All forms of a row of triggers.csv: as it stands, and with its first word made from the stem.

    In a language that is looked up by lemma, a word is its own only form.
    """
    words = row["words"].lower()
    yield words
    _, _, rest = words.partition(" ")
    yield from (f"{form} {rest}".strip() for form in stem_forms(row["stem"], pack))


def stem_forms(stem: str, pack: Pack) -> list[str]:
    """What the language makes of a verb's stem; nothing of an empty one."""
    return [form.format(stem=stem) for form in pack.table("pack")["morphology"]["stem_forms"]] if stem else []


@cache
def known_words(pack: Pack) -> frozenset[str]:
    """Every single word that the pack's lists of common words hold, in all its forms."""
    phrases = [form for row in pack.rows("triggers") for form in trigger_forms(row, pack)]
    phrases += [row["words"].lower() for row in pack.rows("parties")]
    phrases += pack.table("lights").get("idioms", [])
    phrases += pack.table("lights")["undergoing"] + pack.table("lights")["undergoing_passive"]
    phrases += [word for members in pack.table("classes").values() for word in members]
    phrases += [word for cues in pack.table("status").values() if isinstance(cues, list) for word in cues]
    return frozenset(word for phrase in phrases for word in phrase.split())


def by_form(pack: Pack) -> bool:
    """Whether the words of an article are looked up as they are written, less what is written together with them."""
    return bool(pack.table("pack")["morphology"]["lookup"] == "form")


def by_lemma(pack: Pack) -> bool:
    """Whether the words of an article are looked up by the lemmas that the pipeline gives them."""
    return bool(pack.table("pack")["morphology"]["lookup"] == "lemma")


def lookup_form(form: str, *, nominal: bool, pack: Pack, lemma: str = "") -> str:
    """A word of an article as the pack's lists would have it.

    Args:
        form: the word as written.
        nominal: whether the pipeline takes it for a noun.
        pack: the language.
        lemma: what the pipeline takes for its lemma, in a language that is looked up `by_lemma`.

    """
    form = form.lower()
    if not by_form(pack):
        return _inflected(form, lemma.lower() if by_lemma(pack) else "", nominal=nominal, pack=pack)
    bare = _bare(form, pack)
    if form in known_words(pack) and (bare not in _parties(pack) or form in _parties(pack)):
        return form
    return bare or _single(form, pack) or form


@cache
def _parties(pack: Pack) -> frozenset[str]:
    """Single words that denote a party."""
    return frozenset(row["words"] for row in pack.rows("parties"))


@lru_cache(MEMORY)
def _inflected(form: str, lemma: str, *, nominal: bool, pack: Pack) -> str:
    """The lemma, if a list has it; else what is irregular, or the language's endings, make of the form.

    Lemmatizers err, so a lemma that no list has is not believed. An empty one is none: then it is the form without its
    ending.
    """
    known, parties = known_words(pack), _parties(pack)
    irregular = pack.table("pack")["morphology"].get("irregular_nouns" if nominal else "irregular", {})
    base = _base(form, pack)
    lemma = lemma or base or form
    if nominal and form in known and form != lemma and (form in parties or lemma not in parties):
        return form
    if form in irregular:
        return str(irregular[form])
    if lemma in known and (nominal or lemma != form):
        return lemma
    return base or (form if form in known else lemma)


def _base(form: str, pack: Pack) -> str | None:
    """`form` with one of the language's endings taken off or changed, if that is a known word."""
    endings, known = pack.table("pack")["morphology"]["endings"], known_words(pack)
    bases = (form.removesuffix(end) + base for end, base in endings if form.endswith(end))
    return next((base for base in bases if base in known), None)


def _single(form: str, pack: Pack) -> str | None:
    """Half of a reduplicated word, `serangan-serangan`, in a language that makes plurals so, if it is a known word."""
    if not pack.table("pack")["morphology"].get("reduplicates"):
        return None
    first, _, second = form.partition("-")
    return first if second.startswith(first) and first in known_words(pack) else None


@lru_cache(MEMORY)
def _bare(form: str, pack: Pack) -> str | None:
    """`form` without its clitics, if that is a known word."""
    for clitic in pack.table("pack")["morphology"]["clitics"]:
        stem = form.removesuffix(clitic)
        if stem != form and len(stem) > 2:
            found = stem if stem in known_words(pack) else _bare(stem, pack)
            if found:
                return found
    return None
