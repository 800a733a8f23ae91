"""The catalogue that a sheet is imported into: a TOML file, or one that is to be made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .. import normalize, shell
from ..editing.book import of_text, open_book
from ..errors import UsageError
from ..formats.template import quoted
from ..i18n import translated
from .cut_names import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..editing.book import Book
    from ..progress import Progress
    from ..store.store import Store


STEPS = 2
"""How many steps reading a catalogue has."""


class Target(NamedTuple):
    """A catalogue to edit, and its tables, which can be asked."""

    book: Book
    store: Store
    exists: bool = False

    @property
    def path(self) -> str:
        """The file or folder."""
        return self.book.path

    @property
    def document(self) -> dict[str, Any]:
        """Its tables and keys as plain values."""
        return self.book.document


def open_target(path: str, home: str | None, progress: Progress) -> Target:
    """Return the catalogue at a path; ``home`` makes one where there is none.

    Raises UtpartnersError where it is no TOML, or what it says is wrong.
    """
    if os.path.lexists(path):
        steps = _existing(path, home)
        doing = translated("Reading {path}", path=path)
        *_, target = progress(steps, STEPS, doing)
        return cast("Target", target)
    if home is None:
        raise UsageError(
            translated("--into: there is no file {path}").format(path=path),
            translated("To create it, name your university: --home 'Kita University, Japan'"),
        )
    if path.endswith(("/", os.sep)):
        raise UsageError(
            translated("--into: there is no folder {path}").format(path=path),
            translated("Create it first: {command}").format(
                command=f"utpartners init {shell.word(path)} --folder"
            ),
        )
    book = of_text(path, _new_text(home))
    return Target(book, book.store())


def _existing(path: str, home: str | None) -> Iterator[Target | None]:
    """Yield something after each step, and after the last one the catalogue."""
    book = open_book(path, "--into: ")
    yield None
    store = book.store()
    if home is not None:
        _require_home(store, book.document, home)
    yield Target(book, store, exists=True)


def _require_home(store: Store, document: dict[str, Any], home: str) -> None:
    from .. import names

    found = names.exact(store, ["institution"], cut(home).name)
    ids = [label.id for label in names.labels(store, found)]
    known = document["catalogue"]["home"]
    if known not in ids:
        raise UsageError(
            translated("--home: the catalogue is that of {home}, not of '{name}'").format(
                home=known, name=home
            )
        )


def _new_text(home: str) -> str:
    """Return the text of a catalogue with nothing in it but the home institution."""
    from .languages import name_in

    found = cut(home)
    if found.country is None:
        raise UsageError(
            translated("--home: '{name}' has no country").format(name=home),
            translated("Write it behind the name: --home 'Kita University, Japan'"),
        )
    if not normalize.words(found.name):
        raise UsageError(translated("--home: '{name}' is no name").format(name=home))
    id = normalize.slug(found.name)[:60].strip("-")
    title = f"Partnerships of {found.name}"
    code, name = found.country, found.name
    return (
        f"[catalogue]\ntitle = {quoted(title)}\nhome = {quoted(id)}\n\n"
        f"[[country]]\ncode = {quoted(code)}\nname = {quoted(name_in(code, 'en'))}\n\n"
        f"[[institution]]\nid = {quoted(id)}\nname = {quoted(name)}\ncountry = {quoted(code)}\n"
    )
