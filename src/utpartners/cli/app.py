"""The command line: commands, global options, and how a line of arguments becomes a run."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from .. import i18n
from ..errors import ExitCode, ReaderGone, UtpartnersError
from ..version import VERSION
from .commands import COMMANDS, CommandEntry
from .completion import VARIABLE
from .error_handler import DEBUG
from .following import with_following
from .global_options import parameters, take_given
from .help_option import TYPED, print_help, with_help
from .options import arguments_for, parameters_of
from .output import write_to_stdout
from .parameters import Option
from .session import asked_language, current_session

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORESEEN = (UtpartnersError, ReaderGone, OSError, typer.Exit, typer.Abort, typer.TyperException)
"""What ends a command for a reason that is told; anything else is a fault."""

HELP = {"help_option_names": ["-h", "--help"]}


class SubCommand(TyperCommand):
    """A command with its own options, after which the global ones may stand, too."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows the help."""
        return with_help(super().get_help_option(ctx))

    def invoke(self, ctx: Any) -> Any:
        """Run the command. Raises UsageError for global options that do not apply to it."""
        options = current_session(ctx).options
        if options.public or options.internal:
            from .publishing import require_catalogue

            require_catalogue(options, str(ctx.info_name))
        try:
            return super().invoke(ctx)
        except _FORESEEN:
            raise
        except Exception as error:
            # Only a database is asked before anybody has looked at all of its rows: that takes
            # longer than most answers.
            if os.environ.get(DEBUG) or (damage := current_session(ctx).damage()) is None:
                raise
            raise damage from error

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments, and keep the global options in the session."""
        ctx.meta[TYPED] = list(args)
        rest = super().parse_args(ctx, with_following(args, self.params))
        _keep_global_options(ctx)
        run: Any = self.callback
        ctx.params = {"context": ctx, **arguments_for(run, ctx.params)}
        return rest


class CommandGroup(TyperGroup):
    """The commands of the registry, each imported when it is used."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows the help."""
        return with_help(super().get_help_option(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a name, or None."""
        if cmd_name not in self.commands:
            entry = next((entry for entry in COMMANDS if entry.name == cmd_name), None)
            if entry is None:
                return None
            self.commands[cmd_name] = _command(entry)
        return self.commands[cmd_name]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before the command, and keep the global options in the session."""
        ctx.meta[TYPED] = list(args)
        rest = super().parse_args(ctx, args)
        if self.params:
            _keep_global_options(ctx)
        ctx.params = {"context": ctx}
        return rest

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the arguments name. Raises UsageError with what was meant."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from .unknown_command import no_such_command

            raise no_such_command(current_session(ctx), args)
        return super().resolve_command(ctx, args)


def _keep_global_options(context: typer.Context) -> None:
    # Done while arguments are parsed, not when the command runs: completion only parses, and has
    # to know the catalogue that --data names.
    session = current_session(context)
    session.options = session.options.followed_by(take_given(context))
    session.speak()


def _command(entry: CommandEntry) -> SubCommand:
    run = import_module(f"{__package__}.commands.{entry.name}").run
    return SubCommand(
        entry.name,
        callback=run,
        params=[*parameters_of(run), *parameters()],
        help=entry.summary,
        context_settings=HELP,
    )


def _install_completion(context: typer.Context, option: Option, shell: str | None) -> None:
    if shell is not None:
        from .completion.install import install

        write_to_stdout([f"{line}\n" for line in install(shell)], is_safe=False)
        raise typer.Exit


def _show_completion(context: typer.Context, option: Option, shell: str | None) -> None:
    if shell is not None:
        from .completion.install import script

        write_to_stdout([script(shell)], is_safe=True)
        raise typer.Exit


def _version(context: typer.Context, option: Option, is_wanted: bool) -> None:
    if is_wanted:
        write_to_stdout([f"utpartners {VERSION}\n"], is_safe=True)
        raise typer.Exit


def _own_options() -> list[Option]:
    """Return the options that stand alone, each in the place of a command."""
    version = Option(
        param_decls=["version", "--version"],
        callback=_version,
        is_eager=True,
        is_flag=True,
        default=False,
        help="Show the version and exit.",
    )
    install = Option(
        param_decls=["install_completion", "--install-completion"],
        metavar="SHELL",
        callback=_install_completion,
        is_eager=True,
        help="Complete names with the Tab key in bash, zsh, fish or powershell. Without a "
        "value, in the shell that runs.",
    )
    show = Option(
        param_decls=["show_completion", "--show-completion"],
        metavar="SHELL",
        callback=_show_completion,
        is_eager=True,
        help="Print the script that --install-completion installs.",
    )
    install.completes = show.completes = "shell"
    return [version, install, show]


def _show_first_help(context: typer.Context) -> None:
    """Show the first help, where no command is named."""
    if context.invoked_subcommand is None:
        from .usage_errors import require_no_options

        require_no_options(current_session(context).options)
        print_help(context, ())


def program(arguments: Sequence[str] = ()) -> CommandGroup:
    """Return the whole command line, with the commands still to be imported.

    For ``arguments`` that begin with a command it has no options to stand before one.
    """
    # Most lines begin with a command, and each option would cost its parsing.
    has_options = not arguments or arguments[0].startswith("-")
    return CommandGroup(
        name="",
        callback=_show_first_help,
        invoke_without_command=True,
        params=[*parameters(), *_own_options()] if has_options else [],
        context_settings=HELP,
    )


def run() -> int:
    """Run the command line that was typed; return the exit status, one of ExitCode."""
    # What is wrong with the line itself is said before anything of it is understood.
    i18n.set_language(asked_language(sys.argv[1:]))
    if VARIABLE in os.environ:
        from .completion.shells import answer

        return answer(program, sys.argv[1:])
    arguments = _with_values(sys.argv[1:])
    result = program(arguments).main(arguments, prog_name="utpartners", standalone_mode=False)
    return result if isinstance(result, int) else int(ExitCode.ANSWERED)


VALUE_IS_OPTIONAL = ("--fields", "--install-completion", "--show-completion")


def _with_values(arguments: list[str]) -> list[str]:
    """Return the arguments, with an empty value for an option that may stand alone."""
    # Typer has no option whose value may be left out. Without this, the option that follows would
    # be taken for the value.
    return [
        f"{argument}=" if argument in VALUE_IS_OPTIONAL and after.startswith("-") else argument
        for argument, after in pairwise([*arguments, "-"])
    ]
