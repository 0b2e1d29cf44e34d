"""What can go wrong, as one tree.

SaksiError
├── InputError       an input cannot be read: which file, which line, what to do
├── LanguageError    the text is in none of the languages that have a pack
├── PackError        a language pack's file is broken: file, line, reason
├── KnowledgeError   a knowledge file is broken or contradicts itself: file, line, reason
├── StoreError       a store cannot be opened, read or written: which file, what to do
├── NotesError       notes on an article contradict their text or themselves: article, item, reason
├── ExportError      a store cannot be written in a format: what is missing, what to name instead
└── PipelineError    a spaCy pipeline cannot be loaded or lacks what Saksi needs
"""


class SaksiError(Exception):
    """The root: whatever Saksi raises on purpose."""


class InputError(SaksiError):
    """An input cannot be read.

    Attributes:
        source: the file's name as the user gave it, or `-`.
        line: the line's number, counted from 1, where one line is to blame.
        reason: what is wrong and what to do.

    """

    def __init__(self, *, source: str, reason: str, line: int | None = None) -> None:
        self.source, self.line, self.reason = source, line, reason
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {reason}")


class LanguageError(SaksiError):
    """The text is in none of the languages that have a pack."""


class PackError(SaksiError):
    """A file of a language pack is broken; the message names file, line and reason."""


class KnowledgeError(SaksiError):
    """A knowledge file is broken or contradicts itself; the message names file, line and reason."""


class StoreError(SaksiError):
    """A store cannot be opened, read or written; the message names the file and what to do."""


class QuestionError(StoreError):
    """A question that cannot be answered as it is put: nobody of that name, no such article, no such type."""


class NotesError(SaksiError, ValueError):
    """Notes on an article contradict their text or themselves; the message names the article, the item, the reason."""


class ExportError(SaksiError):
    """A store cannot be written in a format: what is missing, or what to name instead."""


class PipelineError(SaksiError):
    """A spaCy pipeline cannot be loaded, or lacks a component that Saksi needs."""
