"""What a sentence's cues claim, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.extract.statements.cues import Cue, Reach
from saksi.extract.statements.lexicon import Lexicon
from saksi.extract.statements.sentence import Sentence
from saksi.extract.statements.sources import Range
from saksi.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks, the links between the outlet and them, and whether only a word like `ujarnya` tells who."""

    actors: tuple[Actor, ...] = ()
    links: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A cue with its voice and the pieces that it credits."""

    cue: Cue
    voice: Voice
    content: Range | None


def speaks(claim: Claim) -> bool:
    """Whether the claim's speaker is one to go on with: not where a verb that needs a clause has none."""
    return claim.content is not None or claim.cue.reach in {Reach.QUOTES, Reach.NOTHING}


def in_relative(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the cue stands in a clause about a noun, whose speaker is not the one to go on with."""
    at = cue.index - 1
    while at > 0 and sentence[at].word in lexicon.light - lexicon.relatives:
        at -= 1
    return at >= 0 and sentence[at].word in lexicon.relatives


def credited_to(claim: Claim, index: int) -> bool:
    """Whether the piece at `index` is among what the claim credits."""
    return claim.content is not None and claim.content[0] <= index < claim.content[1]


def nearest(claims: Sequence[Claim], index: int) -> Claim | None:
    """The claim whose cue stands nearest before the piece, else the first after it."""
    claims = [claim for claim in claims if claim.cue.reach is not Reach.NOTHING]
    covering = [claim for claim in claims if credited_to(claim, index)]
    if covering:
        return covering[-1]
    before = [claim for claim in claims if claim.cue.index < index]
    return before[-1] if before else next(iter(claims), None)
