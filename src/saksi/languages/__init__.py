"""How each language says it: packs of TOML and CSV files with the same names in every language, and this loader.

A pack holds no Python. Whoever needs a file asks `Pack.table` or `Pack.rows` for it and compiles it into what it needs.
"""

from saksi.languages.forms import MEMORY, by_form, by_lemma, known_words, lookup_form, stem_forms, trigger_forms
from saksi.languages.pack import FILES, Additions, Pack, codes, load_pack, use_packs

__all__ = [
    "FILES",
    "MEMORY",
    "Additions",
    "Pack",
    "by_form",
    "by_lemma",
    "codes",
    "known_words",
    "load_pack",
    "lookup_form",
    "stem_forms",
    "trigger_forms",
    "use_packs",
]
