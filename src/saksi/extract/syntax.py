"""The one module that knows Universal Dependencies labels: who stands to a verb or noun as what.

Relations are those of UD v2 (https://universaldependencies.org/u/dep/). Small parsers err, so callers treat what they
get here as the first guess and word order as the second.
"""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
OBJECT = frozenset({"obj"})
BEGINS_OBJECT = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON"})
INSIDE_NAME = frozenset(
    {
        "nmod",
        "flat",
        "compound",
        "appos",
        "amod",
        "det",
        "nummod",
        "fixed",
        "nmod:poss",
        "flat:name",
        "nmod:tmod",
        "clf",
    }
)
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "conj", "cop", "csubj:pass"})
SHARES_SUBJECT = frozenset({"xcomp", "advcl", "conj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def path(word: Token, other: Token) -> str:
    """The way through the tree from a word to another: `Putin -nsubj> memuji`, `Kuba -nmod> ke <obl- terbang`."""
    up = [word, *word.ancestors]
    down = [other, *other.ancestors]
    common = next((token for token in up if token in down), None)
    if common is None:
        return ""
    climbed = "".join(f"{token.text} -{token.dep_}> " for token in up[: up.index(common)])
    descended = "".join(f" <{token.dep_}- {token.text}" for token in reversed(down[: down.index(common)]))
    return f"{climbed}{common.text}{descended}"


def is_subject(token: Token) -> bool:
    """Whether a word is the subject of its head."""
    return token.dep_ in SUBJECT


def is_conjunct(token: Token, first: Token) -> bool:
    """Whether a word is coordinated with `first`, behind it."""
    return bool(token.dep_ == "conj" and token.head == first)


def has_conjunction(token: Token) -> bool:
    """Whether a conjunction joins a word to what stands before."""
    return any(child.dep_ == "cc" for child in token.children)


def is_object_of(token: Token, verb: Token) -> bool:
    """Whether a word is the direct object of a verb."""
    return bool(token.dep_ in OBJECT and token.head == verb)


def is_participle(verb: Token) -> bool:
    """Whether a verb right behind a noun describes it: it has neither subject, object nor auxiliary of its own."""
    behind = verb.dep_ == "acl" and verb.head.pos_ == "NOUN" and verb.i - verb.head.i == 1
    if not behind or (verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in BEGINS_OBJECT):
        return False
    return not any(child.dep_ in ("mark", "aux", *SUBJECT, *OBJECT) for child in verb.children)


def own_subject(verb: Token) -> Token | None:
    """The grammatical subject that the verb itself has."""
    return next((child for child in verb.children if child.dep_ in SUBJECT and child.pos_ in NOMINAL), None)


def subject(verb: Token, *, relative: frozenset[str], purpose: frozenset[str]) -> Token | None:
    """The grammatical subject of a verb, its own or the one it shares with the clause above.

    `relative` holds relative pronouns, for which the noun that the clause describes stands in; `purpose` the words
    that open a clause whose doer is that of the clause above: `rencana untuk menyerang`, `a plan to attack`.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = own_subject(verb)
        if found is not None and found.lower_ not in relative:
            return found
        if verb.dep_.startswith("acl"):
            if not any(child.dep_ in ("mark", "case") and child.lower_ in purpose for child in verb.children):
                return verb.head if verb.head.pos_ in NOMINAL else None
            verb = verb.head.head
            continue
        if found is not None or verb.dep_ not in SHARES_SUBJECT:
            return None
        verb = verb.head
    return None


def appositions(noun: Token) -> list[Token]:
    """What is named beside a noun: `Dujarric` in `juru bicara PBB, Dujarric`."""
    return [child for child in noun.children if child.dep_ == "appos"]


def objects(verb: Token) -> list[Token]:
    """Direct objects, or where there is none the indirect one."""
    direct = [child for child in verb.children if child.dep_ in OBJECT]
    return direct or indirect(verb)  # whom one urges to do something is either to the treebanks


def indirect(verb: Token) -> list[Token]:
    """Indirect objects."""
    return [child for child in verb.children if child.dep_ == "iobj"]


def acts_as_verb(token: Token) -> bool:
    """Whether a word stands as only verbs do, whatever the tagger takes it for."""
    below = {child.dep_ for child in token.children}
    clause = token.dep_ in ("advcl", "xcomp", "ccomp", "acl") and token.pos_ in ("NOUN", "ADJ")
    return clause or (bool(below & SUBJECT) and bool(below & {"obj", "aux", "ccomp", "xcomp"}))


def complement_subject(verb: Token) -> Token | None:
    """The subject of the clause that is a verb's complement: `Sudan` in `demanded that Sudan release prisoners`."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    return own_subject(clause) if clause is not None else None


def is_present(verb: Token) -> bool:
    """Whether a verb's form tells what goes on: a finite present, or a present participle with an auxiliary."""
    if "Pres" not in verb.morph.get("Tense", []):
        return False
    return "Fin" in verb.morph.get("VerbForm", []) or any(child.dep_ == "aux" for child in verb.children)


def is_past(verb: Token) -> bool:
    """Whether a verb's form tells what is over: a finite past (`backed`, but not `has backed`)."""
    return "Past" in verb.morph.get("Tense", []) and "Fin" in verb.morph.get("VerbForm", [])


def is_passive(verb: Token) -> bool:
    """Whether the parse has the verb as a passive."""
    return any(child.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") for child in verb.children)


def phrases(head: Token) -> Iterator[tuple[str, Token]]:
    """What prepositional phrases hang on a verb or noun, as (preposition, head of the phrase)."""
    for child in head.children:
        preposition = next((word for word in child.children if word.dep_ == "case"), None)
        if preposition is not None and child.dep_.split(":")[0] in ("obl", "nmod", "obj", "iobj", "advcl", "acl"):
            yield preposition.lower_, child


def noun_phrase(head: Token) -> list[Token]:
    """The tokens of a noun's own phrase: no clauses, no further coordinated phrases, no prepositional phrases."""
    found = [head]
    for child in head.children:
        if child.dep_ in CLAUSES or child.pos_ == "PUNCT":
            continue
        if child.dep_ in INSIDE_NAME and not any(word.dep_ == "case" and word.i < child.i for word in child.children):
            found += noun_phrase(child)
    return sorted(found, key=lambda token: token.i)


def governs(above: Token, below: Token) -> bool:
    """Whether `below` hangs somewhere under `above`."""
    return bool(above.is_ancestor(below))


def is_relative(token: Token) -> bool:
    """Whether a word heads a clause that describes a noun.

    A noun behind a subordinator (`sedangkan serikat guru mengimbau`) opens a clause: the verb taken to describe it is
    what it does.
    """
    return token.dep_.startswith("acl") and not any(child.dep_ == "mark" for child in token.head.children)


def governing_verb(noun: Token) -> Token | None:
    """The verb whose subject or object a noun is, over coordination."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ in SUBJECT | OBJECT and noun.head.pos_ in ("VERB", "AUX"):
        return noun.head
    return None


def above_phrase(noun: Token) -> Token | None:
    """The word on which a noun hangs with a preposition, over coordination: `involved` in `involved in the attack`."""
    while noun.dep_ == "conj":
        noun = noun.head
    has_case = any(child.dep_ == "case" for child in noun.children)
    return noun.head if has_case and noun.dep_.split(":")[0] in ("obl", "nmod") else None


def modified_by(word: Token) -> Token:
    """The noun that a participle or a relative clause says something of; of any other word the word itself."""
    return word.head if word.dep_.startswith("acl") else word


def object_of(verb: Token) -> Token | None:
    """The direct object of a verb."""
    return next((child for child in verb.children if child.dep_ in OBJECT), None)


def verb_above(noun: Token) -> Token | None:
    """The verb of which a noun is subject, object or in a prepositional phrase, over coordination."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.head if noun.dep_.split(":")[0] in ("nsubj", "obj", "obl") and noun.head.pos_ == "VERB" else None
