"""The text of a catalogue that says something else than before: its comments and order stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..fields import fields_of
from ..formats.comments import comments_in
from ..formats.toml import has_headers, table_text, values_text
from ..model import Partnership
from .values import with_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .blocks import Block, Blocks, Part

    Record = dict[str, Any]

IN_ORDER = tuple(
    field.key
    for field in fields_of(Partnership).values()
    if field.form == "records" and field.key != field.attribute
)
"""The records within a partnership, in the order in which they are written."""


class Edit(NamedTuple):
    """A piece of a text, and what is to stand in its place."""

    start: int
    end: int
    text: str


class Nested(NamedTuple):
    """A record within another one that goes, and its text with its comments."""

    key: str
    record: Record
    text: str


class Removed(NamedTuple):
    """A record that is taken out of a text."""

    edit: Edit
    comments: list[str]
    """Its own comments; those of the records within it are in their texts."""
    nested: list[Nested]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits, none of which overlap; those at one place keep their order."""
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[at : edit.start], edit.text.replace("\r\n", "\n").replace("\n", newline)]
        at = edit.end
    return "".join([*pieces, text[at:]])


def of_record(
    blocks: Blocks,
    table: str,
    block: Block,
    before: Record,
    after: Record,
    moved: list[Nested],
    lines: Iterable[str] = (),
) -> list[Edit]:
    """Return the edits of a record that has other values, and ``lines`` of comments to add.

    A new record within it that was within one that goes is taken from ``moved`` with its comments.
    Of those that are not taken, as the record has the same already, the comments are added to it.
    """
    headed = {
        key for key in {*before, *after} if has_headers(key, before.get(key) or after.get(key))
    }
    headed -= {key for key in headed if key in before and not block.parts_of(key)}
    old_own, new_own = (
        {k: v for k, v in one.items() if k not in headed} for one in (before, after)
    )
    edits: list[Edit] = []
    for key in IN_ORDER if headed <= set(IN_ORDER) else sorted(headed):
        if key not in headed:
            continue
        parts, olds, news = block.parts_of(key), before.get(key, []), after.get(key, [])
        for part, old, new in zip(parts, olds, news, strict=False):
            if old != new:
                keys = (table, key)
                edits += _of_section(blocks.text, part.start, part.end, keys, old, new, ())
        if len(news) > len(olds):
            texts = [_taken(moved, key, one, table) for one in news[len(olds) :]]
            edits.append(_inserted(blocks.text, _place_for(block, key), texts))
    rest = [*lines, *(line for one in moved for line in comments_in(one.text))]
    start, end = block.start, block.own_end
    return [*_of_section(blocks.text, start, end, (table,), old_own, new_own, rest), *edits]


def _of_section(
    text: str,
    start: int,
    end: int,
    keys: tuple[str, ...],
    before: Record,
    after: Record,
    lines: Iterable[str],
) -> list[Edit]:
    """Return the edits of the values of one record, and those that add values and comments."""
    old = text[start:end]
    new = with_values(old, keys, before, after) if before != after else old
    lost = [*_without(comments_in(old), comments_in(new)), *lines]
    added = values_text({key: value for key, value in after.items() if key not in before})
    edits = [Edit(start, end, new)] if new != old else []
    if added or lost:
        edits.append(_inserted(new, end, [added, *(f"{line}\n" for line in lost)], ends=new))
    return edits


def _inserted(text: str, at: int, texts: Iterable[str], *, ends: str | None = None) -> Edit:
    """Return an edit that puts texts at a place, on lines of their own."""
    more = "".join(texts)
    before = text[:at] if ends is None else ends
    return Edit(at, at, more if before.endswith("\n") or not before else f"\n{more}")


def _without(all_of: list[str], others: list[str]) -> list[str]:
    rest = list(others)
    found = []
    for one in all_of:
        if one in rest:
            rest.remove(one)
        else:
            found.append(one)
    return found


def _place_for(block: Block, key: str) -> int:
    """Return where a new record of a key stands: behind the last one that comes before it."""
    known = IN_ORDER[: IN_ORDER.index(key) + 1] if key in IN_ORDER else (key,)
    ends = [part.end for part in block.parts if part.key in known]
    return max(ends, default=block.own_end)


def _taken(moved: list[Nested], key: str, record: Record, table: str) -> str:
    """Return the text of a record within another one: as it was written, else as it is exported."""
    for one in moved:
        if one.key == key and one.record == record:
            moved.remove(one)
            text = one.text if one.text.endswith("\n") else f"{one.text}\n"
            return f"\n{text}"
    return "\n" + table_text(f"{table}.{key}", record)


def new_records(text: str, blocks: Blocks, table: str, records: list[Record]) -> Edit:
    """Return the edit that puts new records behind the last one of their table."""
    known = blocks.records.get(table)
    at = known[-1].end if known else len(text)
    return _inserted(text, at, ["\n" + table_text(table, one) for one in records])


def removed(
    blocks: Blocks, table: str, index: int, record: Record, *, is_file: bool = False
) -> Removed:
    """Return what takes a record out of a text, and what is to be kept of it.

    Comment lines directly above a record go with it, unless it is the first one of its table: what
    stands there is often the heading of the table. With ``is_file``, all of the text goes.
    """
    block = blocks.records[table][index]
    text = blocks.text
    start = block.start if index == 0 else blocks.start_with_comments(block)
    nested = list(_nested(text, block, record))
    comments = comments_in(text if is_file else text[start : block.end])
    for one in nested:
        comments = _without(comments, comments_in(one.text))
    end = block.end
    while text.startswith(("\n", "\r\n"), end):  # the blank line behind goes with it
        end += 2 if text.startswith("\r\n", end) else 1
    return Removed(Edit(start, end, ""), comments, nested)


def _nested(text: str, block: Block, record: Mapping[str, Any]) -> Iterator[Nested]:
    starts = {part: _start_with_comments(text, part, block) for part in block.parts}
    for key in dict.fromkeys(part.key for part in block.parts):
        for part, one in zip(block.parts_of(key), record.get(key, ()), strict=False):
            yield Nested(key, one, text[starts[part] : part.end])


def _start_with_comments(text: str, part: Part, block: Block) -> int:
    lines = text[block.start : part.start].splitlines(keepends=True)
    start = part.start
    while len(lines) > 1 and lines[-1].lstrip().startswith("#"):
        start -= len(lines.pop())
    return start
