"""The forms of a whole catalogue: one module for each, and the one list of them.

A form is a function ``export(catalogue) -> Iterator[str]`` over the records of a catalogue.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue


class Export(Protocol):
    """What each form's module has under the name ``export``."""

    def __call__(self, catalogue: Catalogue) -> Iterator[str]:
        """The text of a catalogue, in pieces."""
        ...


class Form(NamedTuple):
    """A form by name, and the suffixes of its files."""

    name: str
    suffixes: tuple[str, ...]


FORMS = (Form("json", (".json",)),)


def exporter(name: str | None, path: str | None) -> Export | None:
    """The function for the form of this name, else of this path; None where none is meant."""
    for form in FORMS:
        if name == form.name or (name is None and (path or "").lower().endswith(form.suffixes)):
            return cast("Export", import_module(f"{__name__}.{form.name}").export)
    return None
