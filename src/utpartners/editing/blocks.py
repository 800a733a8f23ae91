"""Where the records of a catalogue stand in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..formats.positions import tables

if TYPE_CHECKING:
    from ..formats.positions import Table


class Part(NamedTuple):
    """A record within another one, ``[[partnership.agreement]]``, with the tables within it."""

    key: str
    start: int
    end: int


class Block(NamedTuple):
    """A record in the text, with the records within it."""

    start: int
    own_end: int
    """Where the last of its own values ends, before the records within it."""
    end: int
    """Where its last value ends; blank lines and comments behind it belong to what follows."""
    parts: tuple[Part, ...]

    def parts_of(self, key: str) -> list[Part]:
        """Return the records that one key has."""
        return [part for part in self.parts if part.key == key]


class Blocks:
    """The records of a text, by table and index; ``[catalogue]`` is the only one of its table."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.records: dict[str, list[Block]] = {}
        group: list[Table] = []
        for table in tables(text):
            if len(table.keys) == 1:
                self._add(group)
                group = []
            if table.keys:
                group.append(table)
        self._add(group)

    def _add(self, group: list[Table]) -> None:
        """Add a table with those within it."""
        if not group or len(group[0].keys) != 1:
            return
        table = group[0]
        parts: list[Part] = []
        for one in group[1:]:
            end = self._content_end(one.start, one.end)
            if len(one.keys) == 2 or not parts:
                parts.append(Part(one.keys[1], one.start, end))
            else:
                parts[-1] = parts[-1]._replace(end=end)
        own_end = self._content_end(table.start, table.end)
        end = self._content_end(group[-1].start, group[-1].end)
        block = Block(table.start, own_end, end, tuple(parts))
        self.records.setdefault(table.keys[0], []).append(block)

    def _content_end(self, start: int, end: int) -> int:
        """Return where the last line of a table ends that is neither blank nor a comment."""
        lines = self.text[start:end].splitlines(keepends=True)
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            end -= len(lines.pop())
        return end

    def start_with_comments(self, block: Block) -> int:
        """Return where the comment lines begin that stand directly above a record."""
        start = block.start
        while start:
            before = self.text.rfind("\n", 0, start - 1) + 1
            if not self.text[before:start].lstrip().startswith("#"):
                break
            start = before
        return start
