"""The forms of an answer: one module for each, and the one list of them.

A form is a function ``render(answer, screen) -> Iterator[str]``. It sees the answer alone, and
gives text in pieces, so that a long table is written while it is read.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, cast

from ..answers import Map, Matrix, Network, Timeline
from ..errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer, Shape


class Screen(NamedTuple):
    """What the reader of the output can show."""

    terminal: bool = False
    """Whether a person looks at it: rows are folded to its width, and may be coloured."""
    colour: bool = False
    header: bool = True
    """Whether csv and tsv start with the names of the columns."""
    excel: bool = False
    """Whether csv is for a spreadsheet: with a byte order mark, and no cell is a formula."""


class Render(Protocol):
    """What each form's module has under the name ``render``."""

    def __call__(self, answer: Answer, screen: Screen) -> Iterator[str] | Iterator[bytes]:
        """The text of an answer, in pieces; bytes where the form is no text."""
        ...


Reach = Literal["terminal", "pipe", "file"]
"""Where a form may be written: anywhere, not to a terminal, only to a file."""


class Format(NamedTuple):
    """A form by name, the module that writes it, and the suffixes of its files."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    summary: str
    reach: Reach = "terminal"
    shapes: tuple[type[Shape], ...] = ()
    """The shapes of the tables that it can show; empty: it shows every answer."""

    def shows(self, answer: Answer) -> bool:
        """Whether it can show an answer."""
        return not self.shapes or isinstance(getattr(answer, "shape", None), self.shapes)


PICTURED = (Matrix, Timeline, Map, Network)
LINKED = (Network,)

_PICTURE = "a picture of matrix, timeline or export (extra: pictures)"

FORMATS = (
    Format("table", "table", (".txt",), "for people: fits the terminal, a record a line in a pipe"),
    Format("csv", "csv", (".csv",), "comma-separated, with a header"),
    Format("tsv", "tsv", (".tsv", ".tab"), "tab-separated, with a header"),
    Format("json", "json", (".json",), "an array of objects, or one object"),
    Format("jsonl", "jsonl", (".jsonl", ".ndjson"), "an object a line"),
    Format("markdown", "markdown", (".md", ".markdown"), "tables and headings in Markdown"),
    Format("html", "html", (".html", ".htm"), "a page of its own"),
    Format("xlsx", "xlsx", (".xlsx",), "a workbook, to a file (extra: excel)", "file"),
    Format("svg", "svg", (".svg",), _PICTURE, "pipe", PICTURED),
    Format("png", "png", (".png",), _PICTURE, "pipe", PICTURED),
    Format("pdf", "pdf", (".pdf",), _PICTURE, "pipe", PICTURED),
    Format("dot", "dot", (".dot", ".gv"), "the network of export, for Graphviz", shapes=LINKED),
    Format(
        "graphml",
        "graphml",
        (".graphml",),
        "the network of export, for networkx, yEd, igraph",
        shapes=LINKED,
    ),
    Format("gexf", "gexf", (".gexf",), "the network of export, for Gephi", shapes=LINKED),
    Format(
        "mermaid",
        "mermaid",
        (".mmd", ".mermaid"),
        "the network of export, for a page of Markdown",
        shapes=LINKED,
    ),
)

NAMES = tuple(format.name for format in FORMATS)
OF_EVERY_ANSWER = tuple(format.name for format in FORMATS if not format.shapes)


def format_named(name: str) -> Format:
    """The form of a name. Raises UsageError for a name that is none."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UsageError(f"there is no format '{name}'", f"Formats are {', '.join(NAMES)}.")


def renderer(format: Format) -> Render:
    """The function that writes a form."""
    return cast("Render", import_module(f"{__name__}.{format.module}").render)


def format_of_path(path: str | None) -> str:
    """The form that the suffix of a path asks for; ``table`` where there is none.

    Raises UsageError for a suffix of no form.
    """
    suffix = os.path.splitext(path or "")[1].lower()
    if not suffix:
        return "table"
    for format in FORMATS:
        if suffix in format.suffixes:
            return format.name
    known = ", ".join(suffix for format in FORMATS for suffix in format.suffixes)
    raise UsageError(f"no format has the suffix '{suffix}'", f"Give -f, or one of {known}.")
