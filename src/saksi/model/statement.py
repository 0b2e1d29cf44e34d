"""Who said what."""

from dataclasses import dataclass

from saksi.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words said or reported.

    Attributes:
        id: `s1`, `s2`, ... inside its article.
        speaker: an actor's id, or None where the text names nobody.
        chain: actor ids, the path by which the words reached the reader, from the article's outlet to the origin.
        cue: the words that attribute (`mengatakan`, `menurut`), where there are any.
        content: the words said, without quotation marks.
        direct: whether they stand in quotation marks.
        stance_of_speaker: `asserts` or `denies`.

    """

    id: str
    speaker: str | None
    chain: tuple[str, ...]
    content: Span
    direct: bool
    cue: Span | None = None
    stance_of_speaker: str = "asserts"
