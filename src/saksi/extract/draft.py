"""An event while it is being read."""

from dataclasses import dataclass

from spacy.tokens import Token

from saksi.extract.governance import Governor
from saksi.extract.parties import Slots
from saksi.extract.triggers import Trigger
from saksi.model import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event before it is known which parties the discourse adds.

    Attributes:
        trigger: the word or words that name it.
        governor: the trigger in whose complement it stands.
        reason_of: the trigger that praises, blames or punishes, of which this deed is the reason.
        slots: actor ids by slot, as its clause tells them.
        actors, recipients: actor ids.
        status: how the deed stands.
        alleged: whether it is told on nobody's word.
        background: whether a relative clause tells it beside the main point.
        subject: the word that is a verb's grammatical subject.
        rule: which row, frame and voice gave it.

    """

    trigger: Trigger
    governor: Governor | None
    reason_of: Trigger | None
    slots: Slots
    actors: list[str]
    recipients: list[str]
    status: Status
    alleged: bool
    background: bool
    subject: Token | None
    rule: str
