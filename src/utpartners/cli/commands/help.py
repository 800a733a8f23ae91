"""``utpartners help``"""

from typing import Annotated

import typer

DETAILS = "Without a name, the commands are listed. 'utpartners COMMAND -h' shows the same help."

EXAMPLES = (
    ("utpartners help list", "the help of one command"),
    ("utpartners help options", "the options of every command"),
    ("utpartners help names", "how a name may be written"),
)


def run(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            help="A command, or a topic: commands, options, formats, exit, environment, dates, "
            "names.",
        ),
    ] = None,
) -> None:
    """Print help on a command or a topic."""
    from ..help_option import print_help

    print_help(context, name or [])
