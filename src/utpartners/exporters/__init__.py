"""The forms of a whole catalogue: one module for each, and the one list of them.

The module of a form that is text has ``export(catalogue) -> Iterator[str]`` over the records of a
catalogue; that of another has ``write(store, path, progress)``, which makes a new file or folder.
Any may have ``require_fit(store)``, which raises UtpartnersError for a store that it is not for.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue
    from ..progress import Progress
    from ..store.store import Store


class Export(Protocol):
    """What the module of a form that is text has under the name ``export``."""

    def __call__(self, catalogue: Catalogue) -> Iterator[str]:
        """The text of a catalogue, in pieces."""
        ...


class Write(Protocol):
    """What the module of any other form has under the name ``write``."""

    def __call__(self, store: Store, path: str, progress: Progress) -> None:
        """Make a file or folder where there is none yet. Raises OSError or UtpartnersError."""
        ...


class Form(NamedTuple):
    """A form by name, its module, and the ends of the paths that it is written to."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    summary: str
    is_text: bool = False
    is_spoken: bool = False
    """Whether names are in the reader's language, and not in the catalogue's own."""

    def require(self, store: Store) -> None:
        """Raise UtpartnersError where it is known at once that the form cannot hold a store."""
        require = getattr(import_module(f"{__name__}.{self.module}"), "require_fit", None)
        if require is not None:
            require(store)

    def export(self) -> Export:
        """The function that gives its text."""
        return cast("Export", import_module(f"{__name__}.{self.module}").export)

    def write(self) -> Write:
        """The function that makes its file or folder."""
        return cast("Write", import_module(f"{__name__}.{self.module}").write)


FORMS = (
    Form("toml", "toml", (".toml",), "as people write and review it", is_text=True),
    Form("json", "json", (".json",), "the tables and keys of the TOML file", is_text=True),
    Form("db", "database", (".db", ".sqlite", ".sqlite3"), "SQLite: opens at once at any size"),
    Form("package", "package", ("/", os.sep), "a folder of CSV files, a Frictionless data package"),
    Form("package", "archive", (".zip",), "the same as one zip file"),
    Form("xlsx", "workbook", (".xlsx",), "an Excel workbook, a sheet for each table"),
    Form("html", "page", (".html", ".htm"), "a page for a web site (extra: page)", is_spoken=True),
    Form("parquet", "parquet", (".parquet",), "a folder of Parquet files, to be asked elsewhere"),
)


def form(name: str | None, path: str | None) -> Form | None:
    """The form of this name, else of this path; None where none is meant."""
    named = [form for form in FORMS if name in (None, form.name)]
    ending = f"{path}/" if path and os.path.isdir(path) else (path or "").lower()
    fitting = (form for form in named if ending.endswith(form.suffixes))
    return next(fitting, named[0] if name and named else None)
