"""``-h``, ``--help`` and ``utpartners help``: which help is meant, and what it needs to know."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer

from .. import bundled
from ..errors import UtpartnersError
from .commands import COMMANDS
from .global_options import parameters
from .output import write_to_stdout
from .session import current_session, paths_from_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .session import Session

TYPED = "utpartners.typed"
"""Key of a context's ``meta`` under which the arguments are, as they were typed."""

HEEDED = ("data", "lang", "no_color")
"""Options of every command that the help heeds."""

SHOWN = ("--data", "--format", "--output", "--fields", "--lang", "--quiet")
"""Options of every command that the help of one names."""


def with_help(option: Any) -> Any:
    """Return the option ``--help`` of Typer, which now shows our help."""
    if option is not None:
        option.callback = _show
    return option


def _show(context: typer.Context, option: Any, is_wanted: bool) -> None:
    if not is_wanted or context.resilient_parsing:
        return
    # The option is processed before all others, but what stands after it counts as well.
    typed, _, _ = context.command.make_parser(context).parse_args(list(context.meta[TYPED]))
    session = current_session(context)
    given = {name: typed[name] for name in HEEDED if typed.get(name)}
    session.options = session.options.followed_by(given)
    session.speak()
    print_help(context, [str(context.info_name)] if context.parent else [])
    context.exit()


def print_help(context: typer.Context, names: Sequence[str]) -> None:
    """Write the help of the command or topic that is named first; the first help without one.

    Raises UsageError for a name that is neither.
    """
    # Every command has this option, and hardly any run of it shows the help.
    from .explanation import explained
    from .first_help import strong
    from .help import command_help, overview
    from .topics import TOPICS, topic_help

    session = current_session(context)
    bold = strong(session.options.no_color)
    if not names:
        text = overview(bold)
    elif names[0] in TOPICS:
        text = topic_help(names[0], bold)
    else:
        entry = next((entry for entry in COMMANDS if entry.name == names[0]), None)
        if entry is None:
            from .unknown_command import no_such_help  # only for this error

            raise no_such_help(names[0])
        group: Any = context.find_root().command
        command = group.get_command(context, entry.name)
        # Most commands have no such option, and their help opens no catalogue.
        has_values = any(one.metavar == "STATUS" for one in command.params)
        found = explained(
            entry,
            command,
            import_module(f"{__package__}.commands.{entry.name}"),
            parameters(),
            _known_values(context, session) if has_values else {},
        )
        text = command_help(found, SHOWN, bold)
    write_to_stdout([text], is_safe=True)


def _known_values(context: typer.Context, session: Session) -> dict[str, list[str]]:
    """Return the words that the catalogue has for values, where they are quickly read."""
    paths = session.options.data or paths_from_environment() or [bundled.PATH]
    if any(not path.endswith(".db") for path in paths):
        return {}
    from ..questions.vocabularies import statuses

    try:
        return {"STATUS": list(statuses(session.catalogue().store))}
    except UtpartnersError:  # help is given even if the catalogue cannot be read
        return {}
