"""Why a value of an event is what it is."""

from dataclasses import dataclass

from saksi.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One value of an event, and what in the text and in the packs gave it.

    Attributes:
        field: of the event: `type`, `actors`, `recipients`, `status`, `when`, `where`, `testimony`.
        value: the value, for people to read.
        why: the rule, and the words that it went by.
        words: where these words stand, if they stand in the text.

    """

    field: str
    value: str
    why: str
    words: Span | None = None
