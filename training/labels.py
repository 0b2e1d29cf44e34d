"""Bring the relations and features of treebanks to the few that the pipelines predict."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from training.conllu import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What is kept of a treebank's labels: relation subtypes, renamed relations, morphological features."""

    subtypes: Collection[str]
    renamed: Mapping[str, str]
    features: Collection[str]

    def relation(self, relation: str) -> str:
        """Return the relation without a subtype that is not kept."""
        plain = relation if relation in self.subtypes else relation.partition(":")[0]
        return self.renamed.get(plain, plain)

    def apply(self, sentence: Sentence) -> Sentence:
        """Return the sentence with all its labels simplified."""
        return tuple(self._token(token) for token in sentence)

    def _token(self, token: Token) -> Token:
        kept = [feature for feature in token.features.split("|") if feature.partition("=")[0] in self.features]
        return replace(token, relation=self.relation(token.relation), features="|".join(kept), lemma=name_lemma(token))


def name_lemma(token: Token) -> str:
    """Return the lemma, which for a name is written as the name is: treebanks disagree about its capitals."""
    same = token.upos == "PROPN" and token.lemma.lower() == token.form.lower()
    return token.form if same else token.lemma
