"""The catalogue that a sheet is imported into: a TOML file, or one that is to be made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import msgspec

from .. import model, normalize
from ..errors import CatalogueError, UsageError, UtpartnersError
from ..formats.input_file import open_input
from ..formats.template import quoted
from ..formats.toml import SYNTAX
from ..i18n import translated
from .cut_names import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.store import Store


STEPS = 2
"""How many steps reading a catalogue has."""


class Target(NamedTuple):
    """A catalogue as text, as a document, and as tables that can be asked."""

    path: str
    text: str
    document: dict[str, Any]
    store: Store
    exists: bool = False
    has_mark: bool = False
    """Whether the file begins with a byte order mark."""


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
            translated("To make it, name your university: --home 'Kita University, Japan'"),
        )
    text = _new_text(home)
    document = SYNTAX.parse(text)
    store = SYNTAX.in_tables(path, text, catalogue_of(path, document))
    return Target(path, text, document, store)


def _existing(path: str, home: str | None) -> Iterator[Target | None]:
    """Yield something after each step, and after the last one the catalogue."""
    from ..formats.registry import recognised

    with open_input(path) as source:
        form = recognised(source)
        if form is None or form.name != "toml":
            raise UtpartnersError(
                translated("--into: {path} is no TOML file").format(path=path),
                translated("Write it as one first: {command}").format(
                    command=f"utpartners export --data {path} -o catalogue.toml"
                ),
            )
        has_mark = source.start.startswith(b"\xef\xbb\xbf")
        text = SYNTAX.text(source)
    document = SYNTAX.parsed(path, text)
    yield None
    try:
        records = msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        raise SYNTAX.shape_refusal(path, text, document) from error
    store = SYNTAX.in_tables(path, text, records)
    if home is not None:
        _require_home(store, document, home)
    yield Target(path, text, document, store, exists=True, has_mark=has_mark)


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


def catalogue_of(path: str, document: dict[str, Any]) -> model.Catalogue:
    """Return the records of a document. Raises CatalogueError where a value has not its type."""
    try:
        return msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        raise CatalogueError(f"{path}: {error}") from error
