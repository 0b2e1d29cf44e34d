"""The words of an article around a fact, for people to read."""

import re

from saksi.model import Article, Span

MAX_CONTEXT = 200
"""The most characters shown on either side of a trigger."""

MAX_OPENING = 72
"""The most characters of an article shown in place of its title."""

CUT = "…"
_END = re.compile(r"""[.!?…]["”’')\]]*\s+(?=["“‘'(\[]?[A-Z0-9])|[\r\n]+""")


def around(trigger: Span, article: Article) -> tuple[str, str]:
    """What stands before and after `trigger` in its sentence, cut with an ellipsis where that is long.

    No parse is at hand where a reading is shown: punctuation ends the sentence, so an abbreviation with a full stop
    may end it early.
    """
    return printable(_before(trigger.start, article)), printable(_after(trigger.end, article))


def printable(text: str) -> str:
    """`text` on one line, with spaces for line breaks and for what could steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def opening(article: Article) -> str:
    """The first words of the report, for an article without a title."""
    start = 0
    for span in article.furniture:
        if article.text[start : span.start].strip():
            break
        start = span.end
    line = " ".join(printable(article.text[start : start + 2 * MAX_OPENING]).split())
    return line if len(line) <= MAX_OPENING else f"{line[:MAX_OPENING].rsplit(' ', 1)[0]} {CUT}"


def _before(trigger: int, article: Article) -> str:
    text, start = article.text, max(0, trigger - MAX_CONTEXT)
    ends = [match.end() for match in _END.finditer(text, start, trigger)]
    ends += [span.end for span in article.furniture if start < span.end <= trigger]
    if ends or not start:
        return text[max(ends, default=0) : trigger].lstrip()
    words = text[start:trigger].partition(" ")[2]
    return f"{CUT} {words}"


def _after(trigger: int, article: Article) -> str:
    text = article.text
    end = min([trigger + MAX_CONTEXT, *(span.start for span in article.furniture if span.start >= trigger)])
    if match := _END.search(text, trigger, end):
        return text[trigger : match.end()].rstrip()
    words = text[trigger:end]
    return words.rstrip() if end < trigger + MAX_CONTEXT or end >= len(text) else f"{words.rpartition(' ')[0]} {CUT}"
