"""Write what an import changes into the text of a catalogue: its comments and its order stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from ..errors import UtpartnersError
from ..extras import missing
from ..formats.positions import tables
from ..formats.toml import table_text
from ..i18n import translated
from .plan import TABLES

if TYPE_CHECKING:
    from ..formats.positions import Table
    from .plan import Place, Plan


class _Edit(NamedTuple):
    """A piece of the text, and what is to stand in its place."""

    start: int
    end: int
    text: str


def edited(path: str, text: str, document: dict[str, Any], plan: Plan) -> str:
    """Return the text of a catalogue with the changes of a plan.

    Raises UtpartnersError where the text is written so that they cannot be made in place.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    blocks = _Blocks(text)
    edits = [*_of_values(blocks, plan), *_of_additions(blocks, plan)]
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[at : edit.start], edit.text.replace("\r\n", "\n").replace("\n", newline)]
        at = edit.end
    result = "".join([*pieces, text[at:]])
    if _parsed(result) != plan.applied(document):
        raise UtpartnersError(
            translated("{file} cannot be changed in place").format(file=path),
            translated("Write it anew first: {command}").format(
                command=f"utpartners export --data {path} -o new.toml"
            ),
        )
    return result


def _parsed(text: str) -> Any:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return None


class _Block(NamedTuple):
    """A record in the text, with the tables within it."""

    start: int
    end: int
    """Where its last value ends; blank lines and comments behind it belong to what follows."""
    parts: tuple[tuple[str, int, int], ...]
    """The tables within it: their key, and where each starts and ends."""


class _Blocks:
    """The records of a text, by table and index."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.records: dict[str, list[_Block]] = {}
        group: list[Table] = []
        for table in tables(text):
            if len(table.keys) == 1:
                self._add(group)
                group = []
            if table.keys:
                group.append(table)
        self._add(group)

    def _add(self, group: list[Table]) -> None:
        """Add a table and those within it, where it is a record."""
        if not group or not group[0].is_item or len(group[0].keys) != 1:
            return
        parts = [
            (one.keys[1], one.start, self._content_end(one.start, one.end)) for one in group[1:]
        ]
        end = self._content_end(group[-1].start, group[-1].end)
        found = self.records.setdefault(group[0].keys[0], [])
        found.append(_Block(group[0].start, end, tuple(parts)))

    def _content_end(self, start: int, end: int) -> int:
        """Return where the last line of a table ends that is neither blank nor a comment."""
        lines = self.text[start:end].splitlines(keepends=True)
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            end -= len(lines.pop())
        return end


def _of_values(blocks: _Blocks, plan: Plan) -> list[_Edit]:
    """Return the edits of records that have other values, each as tomlkit makes it."""
    by_record: dict[tuple[str, int], list[tuple[Place, dict[str, Any]]]] = {}
    for place, values in plan.values.items():
        by_record.setdefault(place[:2], []).append((place, values))
    edits = []
    for (table, index), changes in by_record.items():
        known = blocks.records.get(table, [])
        if index >= len(known):
            continue  # written as an inline table; the comparison at the end refuses it
        block = known[index]
        text = _changed(blocks.text[block.start : block.end], table, changes)
        edits.append(_Edit(block.start, block.end, text))
    return _with_agreements(blocks, plan, edits)


def _changed(text: str, table: str, changes: list[tuple[Place, dict[str, Any]]]) -> str:
    try:
        import tomlkit
    except ImportError as error:
        raise missing("import", "tomlkit") from error
    parsed = tomlkit.parse(text)
    record: Any = parsed[table][0]
    for place, values in changes:
        target = record if place.agreement is None else record["agreement"][place.agreement]
        for key, value in values.items():
            target[key] = _item(value)
    return tomlkit.dumps(parsed)


def _item(value: Any) -> Any:
    """Return a value as tomlkit writes it; tables within a record stand in a line."""
    import tomlkit

    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    return (
        tomlkit.string(value, multiline=True) if isinstance(value, str) and "\n" in value else value
    )


def _with_agreements(blocks: _Blocks, plan: Plan, edits: list[_Edit]) -> list[_Edit]:
    """Add the new agreements of partnerships: behind the last one, before the activities."""
    partnerships = blocks.records.get("partnership", [])
    for index, agreements in plan.agreements.items():
        if index >= len(partnerships):
            continue
        block = partnerships[index]
        text = "".join("\n" + table_text("partnership.agreement", one) for one in agreements)
        edit = next((one for one in edits if one.start == block.start), None)
        if edit is None:
            at = _end_of_agreements(block)
            edits.append(_Edit(at, at, _after(blocks.text, at, text)))
        else:
            (changed,) = _Blocks(edit.text).records["partnership"]
            at = _end_of_agreements(changed)
            edits[edits.index(edit)] = edit._replace(
                text=edit.text[:at] + _after(edit.text, at, text) + edit.text[at:]
            )
    return edits


def _end_of_agreements(block: _Block) -> int:
    ends = [end for key, _, end in block.parts if key == "agreement"]
    others = [start for key, start, _ in block.parts if key != "agreement"]
    if ends:
        return ends[-1]
    if not others:
        return block.end
    return others[0] - 1 if others[0] else 0


def _after(text: str, at: int, more: str) -> str:
    """Return what is put behind a place: on a line of its own."""
    return more if text[:at].endswith("\n") or not at else "\n" + more


def _of_additions(blocks: _Blocks, plan: Plan) -> list[_Edit]:
    """Return the edits that put new records behind the last one of their table."""
    edits = []
    for table in TABLES:
        records = plan.added[table]
        if not records:
            continue
        text = "".join("\n" + table_text(table, one) for one in records)
        known = blocks.records.get(table)
        at = known[-1].end if known else len(blocks.text)
        edits.append(_Edit(at, at, _after(blocks.text, at, text)))
    return edits
