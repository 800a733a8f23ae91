"""One thing that is wrong with a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .similarity import nearest_texts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Path = tuple[str | int, ...]
"""Keys and indices from the top of the document: ``("partnership", 0, "members", 1)``."""

LONGEST_VALUE = 60
"""Characters of a value that a message repeats."""


class Place(NamedTuple):
    """Where something stands: line and column from 1, None where the form has none."""

    file: str
    table: str | None = None
    """A sheet of a workbook or a table of a database."""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in self[:3] if part is not None)


class Problem(NamedTuple):
    """What is wrong, with which record, and where it stands in the document."""

    path: Path
    record: str
    what: str
    rule: str
    hint: str = ""
    """The remedy, if one is known: ``did you mean 'gs-eng'?``"""
    lacking: Hashable = None
    """The id that is nowhere, or the path of the record that lacks something, if that is it."""

    @property
    def message(self) -> str:
        """All of it in one line, without the place."""
        return f"{self.record}: {self.what}" + (f" ({self.hint})" if self.hint else "")


def shown(value: Any) -> str:
    """A value as a message repeats it: quoted if it is text, and never long."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, str):
        return _shortened(repr(value[: LONGEST_VALUE + 1]))
    if isinstance(value, int) and abs(value) >= 10**LONGEST_VALUE:
        return "a number of very many digits"
    if isinstance(value, bool):
        return str(value).lower()
    return _shortened(str(value))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question after the nearest of the known words; empty where none is near."""
    near = nearest_texts(word, known)
    return f"did you mean {shown(near[0])}?" if near else ""
