"""``order.txt`` of a catalogue in parts: the ids of partnerships in their order, with comments.

An id has a line for itself. A comment is a line that begins with ``#`` and a blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEAD = "# The order of the partnerships. Those that are not named here follow, by file name.\n"


def text_of(content: bytes | UnreadableError) -> str:
    """Return the text of the file; nothing where it cannot be read."""
    return "" if isinstance(content, UnreadableError) else content.decode("utf-8-sig", "replace")


def ids(text: str) -> list[str]:
    """Return the ids in their order."""
    return [id for line in text.splitlines() if (id := _id(line))]


def written(ids: Iterable[str]) -> str:
    """Return a new file that says the order of partnerships."""
    return HEAD + "".join(f"{id}\n" for id in ids)


def edited(text: str, now: Callable[[str], str | None]) -> str | None:
    """Return the text with the ids that there are now; an id that has gone takes its line along.

    Comments and blank lines stay. Where no id and nobody's comment is left, there is no file.
    """
    lines = []
    for line in text.splitlines(keepends=True):
        before = _id(line)
        after = now(before) if before else ""
        if after is not None:
            lines.append(line.replace(before, after) if before else line)
    found = "".join(lines)
    return found if found.replace(HEAD, "").strip() else None


def _id(line: str) -> str:
    """Return the id on a line; nothing for a comment or a blank line."""
    text = line.strip()
    return "" if text == "#" or text.startswith("# ") else text
