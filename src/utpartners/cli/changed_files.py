"""Write the files of a catalogue that was edited: all of them, or none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import UtpartnersError, reason
from ..i18n import translated
from .files import write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..editing.book import Book
    from ..formats.parts import TomlFile

MOST_NAMED = 5
"""Files that are named; of more, only how many there are is told."""


def write_changed(book: Book, changed: Mapping[str, TomlFile | None]) -> list[str]:
    """Write what has changed, and return what is to be said of it. Raises UtpartnersError."""
    for path in changed:
        _require_writable(path)
    contents = {path: _content(file) for path, file in changed.items()}
    if book.parts is None:
        for path, content in contents.items():
            write_file(path, [content or b""], force=os.path.lexists(path))
    else:
        _write_parts(book.path, contents)
    return _said(changed)


def _content(file: TomlFile | None) -> bytes | None:
    if file is None:
        return None
    return (b"\xef\xbb\xbf" if file.has_mark else b"") + file.text.encode()


def _require_writable(path: str) -> None:
    """Raise UtpartnersError for a file that is read-only: to replace it would not respect that."""
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise UtpartnersError(
            translated("cannot write {path}: it is read-only", path=path),
            translated("Make it writable, or edit a copy: {command}").format(
                command=f"utpartners export --data {path} -o new.toml"
            ),
        )


def _write_parts(folder: str, contents: Mapping[str, bytes | None]) -> None:
    from ..formats.pending import change

    names = {
        os.path.relpath(path, folder).replace(os.sep, "/"): content
        for path, content in contents.items()
    }
    try:
        change(folder, names)
    except OSError as error:
        raise UtpartnersError(
            translated("cannot write {path}: {reason}", path=folder, reason=reason(error)),
            translated("Nothing was changed."),
        ) from error


def _said(changed: Mapping[str, TomlFile | None]) -> list[str]:
    written = [path for path, file in changed.items() if file is not None]
    gone = [path for path, file in changed.items() if file is None]
    said = []
    if written:
        said.append(translated("Written: {file}").format(file=_listed(written)))
    if gone:
        said.append(translated("Removed: {file}").format(file=_listed(gone)))
    return said


def _listed(paths: list[str]) -> str:
    if len(paths) <= MOST_NAMED:
        return translated(", ").join(paths)
    shown = translated(", ").join(paths[:MOST_NAMED])
    return translated("{files} and {count} more").format(files=shown, count=len(paths) - MOST_NAMED)
