"""The files of a catalogue that is to say something else: which change, which come, which go."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..checks.findings import finding
from ..checks.rules import errors
from ..errors import CatalogueError, UtpartnersError
from ..formats.parts import TomlFile, file_name
from ..formats.parts_folder import FOLDER, ORDER
from ..formats.parts_order import edited
from ..formats.registry import PARTS
from ..formats.toml import table_text
from ..i18n import translated
from .blocks import Blocks
from .book import records_of
from .text import Edit, applied, new_records, of_record, removed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..diagnostics import Finding, Problem
    from .book import Book, Document
    from .text import Nested

    Record = tuple[str, int]
    """A record by its table and its place in it."""


class Removal(NamedTuple):
    """A record that is taken out, as another one says what it said.

    Both are known by their places in the table before anything is taken out.
    """

    table: str
    number: int
    heir: int
    """The place of the other record."""
    lines: tuple[str, ...] = ()
    """Comment lines to put into the other record."""


class Changed(NamedTuple):
    """The files of a catalogue that have another text, by path, and the catalogue with them."""

    files: dict[str, TomlFile | None]
    """None for a file that goes."""
    result: Book


def changed(book: Book, after: Document, removals: Sequence[Removal] = ()) -> Changed:
    """Return what changes in the files of a catalogue so that it says something else.

    ``after`` is what it is to say: each table has the records of before in their order, but for
    those that are taken out, and then the new ones. Raises UtpartnersError where the text is
    written so that this cannot be done in place.
    """
    files = _Change(book, after, removals).files()
    try:
        result = book.with_files(files)
    except CatalogueError as error:
        raise _not_in_place(book) from error
    if _by_id(result.document, book) != _by_id(after, book):
        raise _not_in_place(book)
    if not files and not os.path.lexists(book.path):
        files = {book.path: book.shared}  # a catalogue that is only now to be made
    return Changed(files, result)


def new_errors(before: Book, after: Book) -> list[Finding]:
    """Return the errors of a catalogue that it had not before."""
    # Without the names of the records, as these may be what is changed.
    known = Counter((problem.rule, problem.what) for problem in _errors(before))
    new = []
    for problem in _errors(after):
        known[problem.rule, problem.what] -= 1
        if known[problem.rule, problem.what] < 0:
            new.append(problem)
    return list(map(finding, after.places([problem.path for problem in new]), new))


def _errors(book: Book) -> Iterator[Problem]:
    return errors(records_of(book.path, book.document))


def _by_id(document: Document, book: Book) -> Document:
    """Return a document, in parts with the partnerships by id: their files say their order."""
    found = document.get("partnership", [])
    is_ordered = book.parts is None or not found
    return document if is_ordered else {**document, "partnership": sorted(found, key=_id)}


def _id(record: Document) -> str:
    return str(record.get("id", ""))


def _not_in_place(book: Book) -> UtpartnersError:
    form = f"-f {PARTS.name} -o new/" if book.parts else "-o new.toml"
    return UtpartnersError(
        translated("{file} cannot be changed in place").format(file=book.path),
        translated("Write it anew first: {command}").format(
            command=f"utpartners export --data {book.path} {form}"
        ),
    )


class _Change:
    """The edits of the files of a catalogue from one document to another."""

    def __init__(self, book: Book, after: Document, removals: Sequence[Removal]) -> None:
        self._book = book
        self._after = after
        self._removals = removals
        self._blocks: dict[str, Blocks] = {}
        self._edits: dict[str, list[Edit]] = {}
        self._other: dict[str, TomlFile | None] = {}
        """Files that are new or go, and the order."""

    def files(self) -> dict[str, TomlFile | None]:
        """Return the files that have another text."""
        before = self._book.document
        lines, moved = self._remove()
        for table, value in self._after.items():
            old = before.get(table)
            if isinstance(value, dict) and isinstance(old, dict):
                self._record(table, 0, old, value)
            elif isinstance(value, list):
                self._table(table, old or [], value, lines, moved)
        moves = self._moves()
        self._reorder()
        changed: dict[str, TomlFile | None] = {}
        for path, edits in self._edits.items():
            file = self._book.file_at(path)
            if edits:
                target = moves.get(path, path)
                if target != path:
                    changed[path] = None
                changed[target] = TomlFile(target, applied(file.text, edits), {}, file.has_mark)
        return {**changed, **self._other}

    def _moves(self) -> dict[str, str]:
        """Return the files that are called as a partnership that has another id now."""
        parts = self._book.parts
        if parts is None:
            return {}
        gone = self._gone("partnership")
        names = [os.path.basename(file.path) for file in parts.partnerships]
        kept = [file for index, file in enumerate(parts.partnerships) if index not in gone]
        moves = {}
        for file, record in zip(kept, self._after.get("partnership", ()), strict=False):
            folder, name = os.path.split(file.path)
            old = file.document["partnership"][0]["id"]
            if old != record["id"] and name == file_name(old, ()):
                names.append(file_name(record["id"], names))
                moves[file.path] = os.path.join(folder, names[-1])
        return moves

    def _gone(self, table: str) -> set[int]:
        return {removal.number for removal in self._removals if removal.table == table}

    def _remove(self) -> tuple[dict[Record, list[str]], dict[Record, list[Nested]]]:
        """Take records out; return the comments and the records within them, by their heirs."""
        lines: dict[Record, list[str]] = {}
        moved: dict[Record, list[Nested]] = {}
        for table, index, heir, remarks in self._removals:
            file, place = self._book.file_of(table, index)
            record = self._book.document[table][index]
            is_file = self._book.parts is not None and table == "partnership"
            found = removed(self._in(file), table, place, record, is_file=is_file)
            if is_file:
                self._other[file.path] = None
            else:
                self._edits.setdefault(file.path, []).append(found.edit)
            lines.setdefault((table, heir), []).extend([*found.comments, *remarks])
            moved.setdefault((table, heir), []).extend(found.nested)
        return lines, moved

    def _table(
        self,
        table: str,
        before: list[Document],
        after: list[Document],
        lines: dict[Record, list[str]],
        moved: dict[Record, list[Nested]],
    ) -> None:
        gone = self._gone(table)
        kept = [index for index in range(len(before)) if index not in gone]
        for index, record in zip(kept, after, strict=False):
            key = (table, index)
            if before[index] != record or lines.get(key) or moved.get(key):
                self._record(
                    table, index, before[index], record, lines.get(key, []), moved.get(key, [])
                )
        if new := after[len(kept) :]:
            self._add(table, new)

    def _record(
        self,
        table: str,
        index: int,
        before: Document,
        after: Document,
        lines: Sequence[str] = (),
        moved: Sequence[Nested] = (),
    ) -> None:
        if before == after and not lines and not moved:
            return
        file, place = self._book.file_of(table, index)
        blocks = self._in(file)
        known = blocks.records.get(table, [])
        if place < len(known):  # else it is an inline table; the comparison at the end refuses it
            edits = of_record(blocks, table, known[place], before, after, list(moved), lines)
            self._edits.setdefault(file.path, []).extend(edits)

    def _add(self, table: str, records: list[Document]) -> None:
        parts = self._book.parts
        if parts is None or table != "partnership":
            file = self._book.shared
            edit = new_records(file.text, self._in(file), table, records)
            self._edits.setdefault(file.path, []).append(edit)
            return
        names = [os.path.basename(file.path) for file in parts.partnerships]
        for record in records:
            names.append(file_name(str(record.get("id", "")), names))
            path = os.path.join(parts.path, FOLDER, names[-1])
            self._other[path] = TomlFile(path, table_text(table, record), {})

    def _reorder(self) -> None:
        """Edit the order where it names a partnership that has another id, or has gone.

        A new one is not named: two people who add one each would change the same line.
        """
        parts = self._book.parts
        if parts is None:
            return
        gone = self._gone("partnership")
        before = [one["id"] for one in self._book.document.get("partnership", ())]
        kept = [id for number, id in enumerate(before) if number not in gone]
        now = {
            id: str(one["id"])
            for id, one in zip(kept, self._after.get("partnership", ()), strict=False)
        }
        order = edited(parts.order, lambda one: now.get(one, None if one in before else one))
        if order != parts.order and parts.order:
            path = os.path.join(parts.path, ORDER)
            self._other[path] = None if order is None else TomlFile(path, order, {})

    def _in(self, file: TomlFile) -> Blocks:
        if file.path not in self._blocks:
            self._blocks[file.path] = Blocks(file.text)
        return self._blocks[file.path]
