"""Treebank sentences made by hand: `Rusia/PROPN/nsubj/1 diam/VERB/ROOT/1 ./PUNCT/punct/1`, a `+` glues to the next."""

from training.conllu import Sentence, Token


def sentence(spec: str) -> Sentence:
    """Words as form/tag/relation/head (0-based); a form that ends in `+` has no space behind it."""
    return tuple(_token(word) for word in spec.split())


def _token(word: str) -> Token:
    form, upos, relation, head = word.split("/")
    space = not form.endswith("+") or form == "+"
    form = form if space else form[:-1]
    return Token(form=form, lemma=form.lower(), upos=upos, features="", head=int(head), relation=relation, space=space)


PLAIN = "Rusia/PROPN/nsubj/1 memuji/VERB/ROOT/1 Kuba+/PROPN/obj/1 ./PUNCT/punct/1"
