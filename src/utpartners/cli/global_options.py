"""The options of every command. Each is stated once, as a field of :class:`GlobalOptions`.

Typer's parameters, the values that a session works with and the help are made from these fields.
There is no ``from __future__ import annotations`` here: what stands in ``Annotated`` is read, which
that import would turn into text.
"""

from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

import typer

from ..errors import UsageError
from ..i18n import translated
from .completion import Completes
from .parameters import Argument, Option, parameter

STDOUT = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""Paths that are the standard output, as ``-`` is. What they lead to must not be replaced."""


class GlobalOptions(NamedTuple):
    """The values of the options that may stand before or after a command."""

    data: Annotated[
        list[str] | None,
        typer.Option(
            "--data",
            metavar="PATH",
            help="Catalogue to use (default: the one in UTPARTNERS_DATA, else the bundled one). "
            "Repeat the option to combine several.",
        ),
        Completes("path"),
    ] = None
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Output format; 'utpartners help formats' lists them.",
        ),
        Completes("format"),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Same as -f json.")] = False
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file. The extension sets the format.",
        ),
        Completes("output"),
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if it exists.")] = False
    no_header: Annotated[
        bool, typer.Option("--no-header", help="Leave out the header row in csv and tsv.")
    ] = False
    fields: Annotated[
        str | None,
        typer.Option(
            "--fields",
            metavar="A,B",
            help="Show only these columns, in this order. Without a value, list the columns "
            "available.",
        ),
        Completes("fields"),
    ] = None
    excel: Annotated[
        bool,
        typer.Option(
            "--excel", help="Write CSV for Excel: with a UTF-8 mark, and formulas kept as text."
        ),
    ] = False
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help="Show public facts only: without people, notes, documents and whatever else is "
            "internal. Pages, pictures and graphs do so by default.",
        ),
    ] = False
    internal: Annotated[
        bool,
        typer.Option(
            "--internal", help="Include internal facts in a page, a picture or a printed document."
        ),
    ] = False
    size: Annotated[
        Literal["a4", "letter", "column", "slide"],
        typer.Option(
            "--size",
            help="Paper of a document: A4 or Letter. A picture may also be as wide as a column of "
            "a report, or as large as a slide.",
        ),
    ] = "a4"
    outlines: Annotated[
        bool, typer.Option("--outlines", help="Write the letters of an SVG as outlines.")
    ] = False
    long: Annotated[
        bool,
        typer.Option("--long", "-l", help="Show all details of each record on a terminal."),
    ] = False
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="LANG", help="Language of names and headings, such as ja."),
        Completes("language"),
    ] = None
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not use a pager.")] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="Do not use colour.")] = False
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print no notes, only answers and errors.")
    ] = False

    @property
    def chosen_format(self) -> str | None:
        """The name of the output format that is asked for, or None where the path decides."""
        return "json" if self.json else self.format

    @property
    def is_about_rows(self) -> bool:
        """Whether an option is given that only rows and columns have a use for."""
        return self.fields is not None or self.excel or self.no_header

    @property
    def is_to_stdout(self) -> bool:
        """Whether the answer goes to stdout, as no path does and the path ``-``."""
        return self.output in (None, "-")

    @property
    def program(self) -> str:
        """How the program was called, as a command that is proposed has to call it as well."""
        words = ["utpartners"]
        for path in self.data or ():
            words += ["--data", path]
        if self.lang:
            words += ["--lang", self.lang]
        if words[1:]:
            from ..shell import line

            return line(words)
        return words[0]

    def followed_by(self, given: dict[str, Any]) -> "GlobalOptions":
        """Return these options with the values that are given later on the command line.

        The last value of an option counts. Of an option that can be repeated every value counts.
        """
        before = self._asdict()
        joined: dict[str, Any] = {
            name: [*(before[name] or ()), *value] if isinstance(value, (list, tuple)) else value
            for name, value in given.items()
        }
        if joined.get("output") in STDOUT:
            joined["output"] = "-"
        found = self._replace(**joined)
        if found.public and found.internal:
            raise UsageError(
                translated("--public and --internal contradict each other"),
                translated("Leave one of them out."),
            )
        if found.json and found.format not in (None, "json"):
            raise UsageError(
                translated("--json and -f {format} contradict each other").format(
                    format=found.format
                ),
                translated("Leave one of them out."),
            )
        return found


@cache
def parameters() -> tuple[Argument | Option, ...]:
    """Return the global options as parameters of Typer, in the order of the fields."""
    defaults = GlobalOptions._field_defaults
    return tuple(
        parameter(name, annotation, defaults[name])
        for name, annotation in GlobalOptions.__annotations__.items()
    )


def take_given(context: typer.Context) -> dict[str, Any]:
    """Remove the global options from a context's parameters; return those of the command line."""
    values = {name: context.params.pop(name) for name in GlobalOptions._fields}
    # A default after the command must not undo what was said before the command.
    sources = {name: context.get_parameter_source(name) for name in values}
    return {
        name: value
        for name, value in values.items()
        if (source := sources[name]) is not None and source.name == "COMMANDLINE"
    }
