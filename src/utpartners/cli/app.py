"""The command line: global options, commands, and how a line of arguments becomes a run."""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from ..errors import ExitCode, UsageError
from ..render import NAMES
from ..version import VERSION
from . import completion
from .commands import COMMANDS, Entry
from .error_handler import bounded
from .help import overview
from .output import is_plain_wanted, is_terminal, to_stdout
from .session import current_session

MOST_COMMANDS, ALIKE_COMMAND = 3, 50
"""Commands suggested for a mistyped one, and the least score: there are few to confuse."""

EVERYWHERE = "Everywhere"
"""Heading of the options that may stand before or after the command."""


class Commands(TyperGroup):
    """The commands of the registry, each imported when it is used."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name, or None."""
        if cmd_name not in self.commands:
            entry = next((entry for entry in COMMANDS if entry.name == cmd_name), None)
            if entry is None:
                return None
            self.commands[cmd_name] = _command(entry, self)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments name. Raises UsageError, with the nearest name."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise _no_such_command(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the first help."""
        formatter.write(_help())


def _help() -> str:
    """The first help, its headings bold where a person looks at it."""
    if is_terminal(sys.stdout) and not is_plain_wanted():
        return overview(lambda text: typer.style(text, bold=True))
    return overview()


def _command(entry: Entry, group: TyperGroup) -> TyperCommand:
    """The command of an entry, which also takes the options of the group."""
    module = import_module(f"{__package__}.commands.{entry.name}")
    app = typer.Typer(add_completion=False)
    text = f"{entry.summary}.\n\n{module.run.__doc__}"
    app.command(entry.name, help=text, context_settings=HELP)(module.run)
    command = cast("TyperCommand", get_command(app))
    command.params.extend(_global_options(group))
    return command


def _global_options(command: TyperCommand | TyperGroup) -> list[Any]:
    return [
        option
        for option in command.params
        if getattr(option, "rich_help_panel", None) == EVERYWHERE
    ]


def _no_such_command(name: str) -> UsageError:
    from ..similarity import nearest_texts

    names = [entry.name for entry in COMMANDS]
    near = nearest_texts(name, names, MOST_COMMANDS, ALIKE_COMMAND)
    meant = " or ".join(f"'utpartners {one}'" for one in near)
    hint = f"Did you mean {meant}?" if near else f"Commands are {', '.join(names)}."
    return UsageError(f"there is no command '{name[:60]}'", hint)


def _version(wanted: bool) -> None:
    if wanted:
        to_stdout([f"utpartners {VERSION}\n"], safe=True)
        raise typer.Exit


HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(cls=Commands, context_settings=HELP, invoke_without_command=True)


def _remember(context: typer.Context, param: Any, value: Any) -> Any:
    """Keep the value of a global option; one that stands after the command has the last word.

    Of an option that can be repeated every value counts, wherever it stands.
    """
    session = current_session(context)
    if isinstance(value, (list, tuple)):
        setattr(session, param.name, [*getattr(session, param.name), *value])
        return value
    source = context.get_parameter_source(param.name)
    is_given = value is not None and value is not False
    is_last_word = source is not None and source.name == "COMMANDLINE"
    if is_given and (is_last_word or not getattr(session, param.name)):
        setattr(session, param.name, value)
    return value


def _option(*names: str, **settings: Any) -> Any:
    return typer.Option(*names, expose_value=False, rich_help_panel=EVERYWHERE, **settings)


@app.callback()
def utpartners(
    context: typer.Context,
    data: Annotated[
        list[str] | None,
        _option(
            "--data",
            metavar="PATH",
            help="Ask this catalogue; repeated, all as one. Or set UTPARTNERS_DATA.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        _option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"How: {', '.join(NAMES)}.",
            autocompletion=completion.formats,
        ),
    ] = None,
    json: Annotated[bool, _option("--json", help="Short for -f json.")] = False,
    output: Annotated[
        str | None,
        _option("--output", "-o", metavar="PATH", help="Write to this file; its suffix says how."),
    ] = None,
    force: Annotated[bool, _option("--force", help="Replace the file if there is one.")] = False,
    no_header: Annotated[
        bool, _option("--no-header", help="No names of columns in csv and tsv.")
    ] = False,
    fields: Annotated[
        str | None,
        _option(
            "--fields", metavar="A,B", help="Only these columns, in this order; alone, lists them."
        ),
    ] = None,
    excel: Annotated[
        bool,
        _option("--excel", help="csv for spreadsheets: marked as UTF-8, no cell is a formula."),
    ] = False,
    lang: Annotated[
        str | None, _option("--lang", metavar="LANG", help="Names and headings, such as ja.")
    ] = None,
    no_pager: Annotated[bool, _option("--no-pager", help="No pager.")] = False,
    no_color: Annotated[bool, _option("--no-color", help="No colour.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Ask a catalogue of strategic partnerships."""
    if context.invoked_subcommand is None:
        to_stdout([_help()], safe=True)


def program() -> TyperGroup:
    """The whole command line, with the commands still to be imported."""
    group = cast("TyperGroup", get_command(app))
    for option in _global_options(group):
        # Set here, as Typer would inspect the same function once for each option.
        option.callback = _remember
    return group


def main() -> int:
    """Run the command line; the exit status is one of ExitCode."""
    return bounded(_run)


def _run() -> int:
    command = program()
    result = command.main(
        _with_fields_complete(sys.argv[1:]), prog_name="utpartners", standalone_mode=False
    )
    sys.stdout.flush() if sys.stdout else None
    return result if isinstance(result, int) else int(ExitCode.ANSWERED)


def _with_fields_complete(arguments: list[str]) -> list[str]:
    """The arguments, with an empty list for a ``--fields`` that stands alone."""
    return [
        "--fields=" if argument == "--fields" and after.startswith("-") else argument
        for argument, after in pairwise([*arguments, "-"])
    ]
