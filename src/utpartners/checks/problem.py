"""One thing that is wrong with a catalogue."""

from __future__ import annotations

from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and indices from the top of the document: ``("partnership", 0, "members", 1)``."""


class Problem(NamedTuple):
    """What is wrong, and where. ``message`` names the record and, if there is one, the remedy."""

    path: Path
    message: str
    rule: str
