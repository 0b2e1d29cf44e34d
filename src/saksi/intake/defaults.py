"""What the person who runs Saksi knows and the input does not say."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for every article that does not say it itself: outlet, time of publication, language (ISO 639-1)."""

    outlet: str | None = None
    published: datetime | None = None
    language: str | None = None
