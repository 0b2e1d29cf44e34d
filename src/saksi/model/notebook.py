"""A reading as a notebook shows it: the text with its evidence marked, the events as a table.

All text is escaped, for articles are hostile input; styles stand in the elements, for a notebook has no style sheet.
"""

from collections.abc import Mapping
from html import escape

from saksi.model.event import Event
from saksi.model.evidence import opening
from saksi.model.marks import pieces
from saksi.model.reading import Reading

COLOURS: Mapping[str, str] = {"deed": "#f4a63a66", "actor": "#4a90d966", "place": "#5fb65066", "time": "#a06fc866"}
LINE = "border-bottom: 2px dotted #8888"
HEAD = ("", "type", "who to whom", "how it stands", "when", "on whose word")


def html(reading: Reading) -> str:
    """The reading as HTML."""
    article = reading.article
    names = {actor.id: actor.name for actor in reading.actors}
    rows = "".join(_row(event, reading, names) for event in reading.events)
    head = "".join(f"<th style='text-align: left'>{name}</th>" for name in HEAD)
    return (
        f"<div><p><b>{escape(article.title or opening(article))}</b></p>"
        f"<p style='white-space: pre-wrap'>{_text(reading)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _text(reading: Reading) -> str:
    return "".join(
        f"<span style='{_style(piece.kinds)}' title='{escape(piece.title)}'>{escape(piece.text)}</span>"
        if piece.kinds
        else escape(piece.text)
        for piece in pieces(reading)
    )


def _style(kinds: tuple[str, ...]) -> str:
    colour = next((f"background: {COLOURS[kind]}" for kind in COLOURS if kind in kinds), "")
    return "; ".join(filter(None, (colour, LINE if "quote" in kinds else "")))


def _row(event: Event, reading: Reading, names: Mapping[str, str]) -> str:
    ends = [", ".join(names[actor] for actor in side) or "–" for side in (event.actors, event.recipients)]
    words = [f"{one.stance}: {' › '.join(names[link] for link in one.chain)}" for one in event.testimony]
    cells = (
        event.id,
        f"{event.type} {event.mode or ''}".strip(),
        f"{ends[0]} → {ends[1]}",
        f"{event.status}, {event.standing(reading.outlet)}",
        _days(event, reading),
        "; ".join(words),
    )
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _days(event: Event, reading: Reading) -> str:
    when = reading.time_of(event)
    if when is None:
        return "–"
    return when.start if when.start == when.end else f"{when.start}/{when.end}"
