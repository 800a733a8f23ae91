"""Output formats of an answer: the registry of them, and one module for each.

The module of a format has a function ``render(answer, screen)``, which yields text or bytes in
pieces, so that a long table is written while it is read. Renderers see answers only: they know no
SQL, no question and no command, and they change nothing of an answer.
"""

# No "from __future__ import annotations": a NamedTuple would compile each text that it makes.

import os
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, cast

from ..answers import Map, Matrix, Network, Reminders, Shape, Timeline
from ..errors import UsageError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer

    class Render(Protocol):
        """The signature of a renderer, once the options of its format are bound."""

        def __call__(self, answer: Answer, screen: "Screen") -> Iterator[str] | Iterator[bytes]:
            """Yield an answer in pieces of text, or of bytes for a binary format."""
            ...


class Screen:
    """What the output is written to, and what it can show."""

    # Not a NamedTuple: to make such a class takes longer than to write a line of an answer.
    def __init__(
        self,
        terminal: bool = False,
        colour: bool = False,
        header: bool = True,
        excel: bool = False,
        size: str = "a4",
        outlines: bool = False,
        long: bool = False,
        program: str = "utpartners",
    ) -> None:
        self.terminal = terminal
        """Whether the output is a terminal: rows are fitted to its width, and may be coloured."""
        self.colour = colour
        self.header = header
        """Whether csv and tsv start with the names of the columns."""
        self.excel = excel
        """Whether csv is for a spreadsheet: with a byte order mark, and without formulas."""
        self.size = size
        """The size of a picture, one of those of ``drawing``."""
        self.outlines = outlines
        """Whether the letters of an SVG are outlines."""
        self.long = long
        """Whether a terminal shows all details of each record."""
        self.program = program
        """How the program was called: its name, and the catalogue that it was given."""


Reach = Literal["terminal", "pipe", "file"]
"""Where a format may be written: anywhere, anywhere but to a terminal, or only to a file."""


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: ``matrix, timeline and export``."""
    *others, last = names
    return translated(", ").join(others) + translated(" and ") + last if others else last


class Format(NamedTuple):
    """An output format: its name, the module that renders it, and the suffixes of its files."""

    name: str
    module: str
    """Relative to this package."""
    suffixes: tuple[str, ...]
    summary: str
    reach: Reach = "terminal"
    shapes: tuple[type[Shape], ...] = ()
    """The shapes of tables that it can show; empty for a format that shows every answer."""
    options: Mapping[str, str] = {}
    """Keyword arguments of the renderer, where formats share one."""
    commands: tuple[str, ...] = ()
    """The commands whose answers it can show, where it cannot show all."""
    is_public: bool = False
    """Whether it is made to be published, and so shows public facts only unless asked to."""
    has_names: bool = False
    """Whether names stand for ids and codes, as what it shows is read and not typed."""
    is_for_people: bool = False
    """Whether words and times are in the reader's language, not as the catalogue writes them."""

    @property
    def is_printed(self) -> bool:
        """Whether an answer becomes a document, which also asks the catalogue itself."""
        return self.module == PRINTED

    @property
    def is_drawn(self) -> bool:
        """Whether what export writes in it, unless a table is named, is the map."""
        return self.is_printed or self.shapes == PICTURED

    def refusal(self, command: str) -> UsageError:
        """Return the error for an answer of a command that the format cannot show."""
        return UsageError(
            translated(
                "{command} cannot be written as {name}",
                command=command or translated("this answer"),
                name=self.name,
            ),
            translated("Only {commands} can.", commands=_listed(self.commands)),
        )

    def serves(self, command: str) -> bool:
        """Return whether the format can show what a command answers."""
        return not self.commands or command in self.commands

    def shows(self, answer: "Answer") -> bool:
        """Return whether the format can show an answer."""
        return not self.shapes or isinstance(getattr(answer, "shape", None), self.shapes)


PICTURED = (Matrix, Timeline, Map)
LINKED = (Network,)


PRINTED = "..report"
"""The module of printed documents, which ask more than an answer tells: see ``is_printed``."""


def _picture(name: str, needs: str = "") -> Format:
    commands = ("matrix", "timeline", "export")
    options = {"format": name}
    summary = f"a picture of matrix, timeline or export{needs}"
    module, suffixes = "..drawing", (f".{name}",)
    return Format(
        name, module, suffixes, summary, "pipe", PICTURED, options, commands, is_public=True
    )


def _graph(name: str, suffixes: tuple[str, ...], use: str) -> Format:
    summary = f"the network that export gives, for {use}"
    return Format(
        name, f".{name}", suffixes, summary, shapes=LINKED, commands=("export",), is_public=True
    )


FORMATS = (
    Format(
        "table",
        ".table",
        (".txt",),
        "for reading: fitted to the terminal; one record per line in a pipe",
        is_for_people=True,
    ),
    Format("csv", ".csv", (".csv",), "comma-separated, with a header"),
    Format(
        "tsv",
        ".csv",
        (".tsv", ".tab"),
        "tab-separated, with a header",
        options={"delimiter": "\t"},
    ),
    Format("json", ".json", (".json",), "an array of objects, or a single object"),
    Format(
        "jsonl", ".json", (".jsonl", ".ndjson"), "one object per line", options={"layout": "lines"}
    ),
    Format(
        "markdown",
        ".markdown",
        (".md", ".markdown"),
        "tables and headings in Markdown",
        has_names=True,
        is_for_people=True,
    ),
    Format(
        "html",
        ".html",
        (".html", ".htm"),
        "a single web page",
        has_names=True,
        is_for_people=True,
    ),
    Format(
        "xlsx",
        ".xlsx",
        (".xlsx",),
        "an Excel workbook, only to a file (extra: excel)",
        "file",
        has_names=True,
        is_for_people=True,
    ),
    _picture("svg"),
    _picture("png", " (extra: print)"),
    Format(
        "pdf",
        PRINTED,
        (".pdf",),
        "a printed document; of export, a picture of the map (extra: print)",
        "pipe",
        is_public=True,
    ),
    _graph("dot", (".dot", ".gv"), "Graphviz"),
    _graph("graphml", (".graphml",), "networkx, yEd, igraph"),
    _graph("gexf", (".gexf",), "Gephi"),
    _graph("mermaid", (".mmd", ".mermaid"), "Markdown pages"),
    Format(
        "ics",
        ".calendar",
        (".ics",),
        "a calendar of agreements to renew or end (extra: calendar)",
        "pipe",
        shapes=(Reminders,),
        commands=("agreements",),
    ),
)
"""Every output format, in the order in which help and reference list them."""

NAMES = tuple(format.name for format in FORMATS)
OF_EVERY_ANSWER = tuple(format.name for format in FORMATS if not format.shapes)


def format_named(name: str) -> Format:
    """Return the format of a name. Raises UsageError for an unknown name."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UsageError(
        translated("there is no output format {name}", name=f"'{name}'"),
        translated("Choose from: {values}.", values=translated(", ").join(NAMES)),
    )


def format_meant(name: str | None, path: str | None) -> Format | None:
    """Return the format of a name, else of a path's suffix; None where there is none such."""
    suffix = os.path.splitext(path or "")[1].lower()
    for format in FORMATS:
        if format.name == name or (name is None and suffix and suffix in format.suffixes):
            return format
    return None


def is_drawn(answer: "Answer") -> bool:
    """Return whether an answer is one of those that pictures and graphs show."""
    return isinstance(getattr(answer, "shape", None), (*PICTURED, *LINKED))


def renderer(format: Format) -> "Render":
    """Return the function that renders a format; its module is imported only now."""
    render = partial(import_module(format.module, __name__).render, **format.options)
    if not format.is_for_people:
        return cast("Render", render)
    from .words import in_words

    return cast(
        "Render",
        lambda answer, screen: render(
            in_words(answer, is_drawn=screen.terminal, with_names=format.has_names), screen
        ),
    )


def format_of_path(path: str | None) -> str:
    """Return the name of the format of a path's suffix; ``table`` for a path without a suffix.

    Raises UsageError for an unknown suffix.
    """
    suffix = os.path.splitext(path or "")[1].lower()
    if not suffix:
        return "table"
    for format in FORMATS:
        if suffix in format.suffixes:
            return format.name
    known = translated(", ").join(suffix for format in FORMATS for suffix in format.suffixes)
    raise UsageError(
        translated("no output format has the file extension {suffix}", suffix=f"'{suffix}'"),
        translated("Add -f, or choose from: {known}.", known=known),
    )
