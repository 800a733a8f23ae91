"""A slip of a person in a text, and those that can be made in any syntax."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..i18n import translated


class Fault(NamedTuple):
    """A slip in a text: where it is, as an offset, what it is, and what to do."""

    offset: int
    what: str
    hint: str = ""

    def with_words(self, words: str) -> Fault:
        """Return the fault with the words of the parser behind the plain ones."""
        what = translated("{what}; the parser says: {words}", what=self.what, words=words)
        return self._replace(what=what)


TYPOGRAPHIC = re.compile("[“”„‟«»‘’‚]")

_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)


def start_of_line(text: str, position: int) -> int:
    """Return where the line of a character begins."""
    return text.rfind("\n", 0, position) + 1


def conflict(text: str, position: int) -> Fault | None:
    """Return the fault of a line that git wrote where two versions differ."""
    start = start_of_line(text, position)
    if not _MARKER.match(text, start):
        return None
    hint = translated(
        "keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    )
    return Fault(start, translated("a conflict marker of git"), hint)


def typographic(text: str, position: int) -> Fault | None:
    """Return the fault of a quotation mark that a word processor wrote."""
    mark = TYPOGRAPHIC.match(text, position)
    if mark is None:
        return None
    what = translated("typographic quotation mark {mark}", mark=mark[0])
    return Fault(position, what, translated('use straight ones: "'))


def unclosed(start: int) -> Fault:
    """Return the fault of a text without an end, which starts at an offset."""
    what = translated("the closing quotation mark of the text that starts here is missing")
    return Fault(start, what)


_DIGITS = re.compile(r"\d[\d_]{18,}")


def too_many_digits(text: str) -> Fault | None:
    """Return the fault of the longest whole number of a text; None where none is too long.

    Parsers refuse more digits than Python converts or 64 bits hold, and name no place.
    """
    found = max(_DIGITS.finditer(text), key=lambda match: len(match[0]), default=None)
    return Fault(found.start(), translated("a number has too many digits")) if found else None
