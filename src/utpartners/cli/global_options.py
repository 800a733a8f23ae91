"""The options of every command. Each is stated once, as a field of :class:`GlobalOptions`.

Typer's parameters, the values that a session works with and the lines of the first help are made
from these fields. There is no ``from __future__ import annotations`` here: Typer and the help read
what stands in ``Annotated``, which that import would turn into text.
"""

from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

import typer
from typer.main import get_command

from ..render import NAMES, OF_EVERY_ANSWER
from .completion import Completes

PANEL = "Options of every command"
"""Heading of these options in the help of a command."""


class Brief(str):
    """What the first help says of an option; an option without one is not listed there."""

    __slots__ = ()


def _option(*flags: str, **settings: Any) -> Any:
    return typer.Option(*flags, rich_help_panel=PANEL, **settings)


class GlobalOptions(NamedTuple):
    """The values of the options that may stand before or after a command."""

    data: Annotated[
        list[str] | None,
        _option(
            "--data",
            metavar="PATH",
            help="Catalogue to use (default: the one in UTPARTNERS_DATA, else the bundled one). "
            "Repeat the option to combine several.",
        ),
        Completes("path"),
        Brief("catalogue to use; repeat to combine several"),
    ] = None
    format: Annotated[
        str | None,
        _option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"Output format: {', '.join(NAMES)}.",
        ),
        Completes("format"),
        Brief(", ".join(OF_EVERY_ANSWER)),
    ] = None
    json: Annotated[bool, _option("--json", help="Same as -f json.")] = False
    output: Annotated[
        str | None,
        _option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file. The extension sets the format.",
        ),
        Completes("output"),
        Brief("write to this file; the extension sets the format"),
    ] = None
    force: Annotated[bool, _option("--force", help="Overwrite the file if it exists.")] = False
    no_header: Annotated[
        bool, _option("--no-header", help="Leave out the header row in csv and tsv.")
    ] = False
    fields: Annotated[
        str | None,
        _option(
            "--fields",
            metavar="A,B",
            help="Show only these columns, in this order. Without a value, list the columns "
            "available.",
        ),
        Completes("fields"),
        Brief("show only these columns; without a value, list them"),
    ] = None
    excel: Annotated[
        bool,
        _option(
            "--excel", help="Write CSV for Excel: with a UTF-8 mark, and formulas kept as text."
        ),
    ] = False
    size: Annotated[
        Literal["a4", "column", "slide"],
        _option("--size", help="Size of a picture: an A4 page, a column of a report, a slide."),
    ] = "a4"
    outlines: Annotated[
        bool, _option("--outlines", help="Write the letters of an SVG as outlines.")
    ] = False
    long: Annotated[
        bool,
        _option("--long", "-l", help="Show all details of each record on a terminal."),
        Brief("show all details of each record"),
    ] = False
    lang: Annotated[
        str | None,
        _option("--lang", metavar="LANG", help="Language of names and headings, such as ja."),
        Completes("language"),
        Brief("language of names and headings, such as ja"),
    ] = None
    no_pager: Annotated[bool, _option("--no-pager", help="Do not use a pager.")] = False
    no_color: Annotated[bool, _option("--no-color", help="Do not use colour.")] = False

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

    def followed_by(self, given: dict[str, Any]) -> "GlobalOptions":
        """Return these options with the values that are given later on the command line.

        The last value of an option counts. Of an option that can be repeated every value counts.
        """
        before = self._asdict()
        joined: dict[str, Any] = {
            name: [*(before[name] or ()), *value] if isinstance(value, (list, tuple)) else value
            for name, value in given.items()
        }
        return self._replace(**joined)


@cache
def parameters() -> tuple[Any, ...]:
    """Return the global options as parameters of Typer, in the order of the fields."""
    # Typer reads the fields of a NamedTuple as it reads the parameters of any function.
    app = typer.Typer(add_completion=False)
    app.command()(GlobalOptions)
    return tuple(get_command(app).params)


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


def briefs() -> dict[str, Brief]:
    """Return what the first help says of the options, by their names."""
    return {
        name: text
        for name, annotation in GlobalOptions.__annotations__.items()
        for text in annotation.__metadata__
        if isinstance(text, Brief)
    }
