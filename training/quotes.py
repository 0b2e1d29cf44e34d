"""Quotation marks as different newsrooms set them."""

from collections.abc import Sequence

_STRAIGHT = frozenset({'"', "``", "''"})

STYLES = (('"', '"'), ("“", "”"), ("“", "”"), ("‘", "’"))
"""Opening and closing marks, the curly double ones twice because they are the commonest in print."""

MARKS = _STRAIGHT.union(*STYLES)


def restyled(forms: Sequence[str], spaces: Sequence[bool], style: tuple[str, str]) -> list[str]:
    """Return the token forms with straight double quotes as `style` (opening, closing) has them.

    A quote opens where white space stands before it and none after it; a quote with neither follows the last one.
    """
    opened = False
    result = []
    for index, form in enumerate(forms):
        if form in _STRAIGHT:
            after_space = index == 0 or spaces[index - 1]
            opens = not opened if after_space == spaces[index] else after_space
            result.append(style[0] if opens else style[1])
            opened = opens
        else:
            result.append(form)
    return result
