"""A catalogue that can be edited: one TOML file, or the parts of a catalogue in a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

from .. import model
from ..diagnostics import Place
from ..errors import CatalogueError, UtpartnersError
from ..formats import whole
from ..formats.input_file import open_input
from ..formats.parts import Parts, TomlFile, open_parts, require_readable
from ..formats.parts_folder import ORDER
from ..formats.registry import PARTS, TOML, recognised
from ..formats.toml import SYNTAX
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..diagnostics import Path
    from ..store.store import Store

    Document = dict[str, Any]


class Book:
    """The files of a catalogue, and its document: tables and keys as plain values."""

    def __init__(self, path: str, files: Sequence[TomlFile], parts: Parts | None = None) -> None:
        self.path = path
        self.parts = parts
        """The parts of a catalogue in a folder."""
        self._files = {file.path: file for file in files}
        self._shared = files[0]
        self._of_partnership = [file.path for file in files[1:]] if parts else []
        self.document: Document = parts.document if parts else files[0].document

    def records(self) -> model.Catalogue:
        """Return the records. Raises CatalogueError where a value has not its type."""
        return records_of(self.path, self.document)

    def store(self) -> Store:
        """Return the tables. Raises CatalogueError, with file and line, where they contradict."""
        if self.parts is not None:
            from ..formats.parts import store_of

            return store_of(self.parts)
        text = self._shared.text
        try:
            records = msgspec.convert(self.document, model.Catalogue)
        except msgspec.ValidationError as error:
            raise SYNTAX.shape_refusal(self.path, text, self.document) from error
        return SYNTAX.in_tables(self.path, text, records)

    def file_of(self, table: str, index: int) -> tuple[TomlFile, int]:
        """Return the file of a record, and its place among those of its table in that file."""
        if table == "partnership" and self.parts is not None:
            return self._files[self._of_partnership[index]], 0
        return self._shared, index

    def file_at(self, path: str) -> TomlFile:
        """Return the file at a path."""
        return self._files[path]

    @property
    def files(self) -> list[TomlFile]:
        """All files."""
        return list(self._files.values())

    @property
    def shared(self) -> TomlFile:
        """The file of all tables, or of all but the partnerships."""
        return self._shared

    def with_files(self, changed: Mapping[str, TomlFile | None]) -> Book:
        """Return the catalogue with other files."""
        if self.parts is None:
            file = changed.get(self.path) or self._shared
            return Book(self.path, [file._replace(document=SYNTAX.parsed(self.path, file.text))])
        files = {**self._files, **changed}
        contents = {
            _name(self.path, path): file.text.encode()
            for path, file in files.items()
            if file is not None
        }
        if ORDER not in contents and self.parts.order and ORDER not in _names(changed, self.path):
            contents[ORDER] = self.parts.order.encode()
        return _of_parts(require_readable(Parts(self.path, contents)))

    def places(self, paths: list[Path]) -> Iterable[Place]:
        """Return the places of values, each in its file."""
        if self.parts is not None:
            return self.parts.places(paths)
        found = SYNTAX.places(self._shared.text, paths)
        return (Place(self.path, None, *place) for place in found)


def open_book(path: str, refused: str = "") -> Book:
    """Return the catalogue at a path, to be edited.

    Raises CatalogueError where it cannot be read, UtpartnersError where it is of another form;
    ``refused`` is then what the message begins with, such as an option.
    """
    path = whole(path)
    with open_input(path) as source:
        form = recognised(source)
        if form is PARTS:
            return _of_parts(open_parts(path))
        if form is not TOML:
            raise _not_toml(path, refused, is_folder=source.is_folder and form is None)
        has_mark = source.start.startswith(b"\xef\xbb\xbf")
        return of_text(path, SYNTAX.text(source), has_mark=has_mark)


def of_text(path: str, text: str, *, has_mark: bool = False) -> Book:
    """Return the catalogue that a text says. Raises UnreadableError where it is no TOML."""
    return Book(path, [TomlFile(path, text, SYNTAX.parsed(path, text), has_mark)])


def _of_parts(parts: Parts) -> Book:
    return Book(parts.path, [parts.shared, *parts.partnerships], parts)


def records_of(path: str, document: Document) -> model.Catalogue:
    """Return the records of a document. Raises CatalogueError where a value has not its type."""
    try:
        return msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        raise CatalogueError(f"{path}: {error}") from error


def _not_toml(path: str, refused: str, *, is_folder: bool) -> UtpartnersError:
    if is_folder:
        return UtpartnersError(
            refused + translated("{path} is a folder of several catalogues").format(path=path),
            translated("Name the one to edit, such as {file}").format(
                file=os.path.join(path, "catalogue.toml")
            ),
        )
    return UtpartnersError(
        refused + translated("{path} is no TOML file").format(path=path),
        translated("Write it as one first: {command}").format(
            command=f"utpartners export --data {path} -o catalogue.toml"
        ),
    )


def _name(folder: str, path: str) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")


def _names(paths: Mapping[str, object], folder: str) -> set[str]:
    return {_name(folder, path) for path in paths}
