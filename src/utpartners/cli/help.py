"""The first help: what the commands are for, grouped by what a person wants to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..render import OF_EVERY_ANSWER
from .commands import COMMANDS, EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT = "the strategic partnerships of a university, and who works with whom"
USAGE = "utpartners COMMAND [NAME...] [OPTIONS]"

OPTIONS = (
    ("--data PATH", "ask this catalogue; repeated, several as one"),
    ("-f, --format NAME", ", ".join(OF_EVERY_ANSWER)),
    ("--fields A,B", "only these columns, in this order; alone, lists them"),
    ("-o, --output PATH", "write to a file; its suffix says the format"),
    ("--lang LANG", "names and headings in another language, such as ja"),
    ("--version, -h", "the version; this help"),
)


def overview(strong: Callable[[str], str] = str) -> str:
    """The text of ``utpartners`` and ``utpartners --help``; ``strong`` marks its headings."""
    sections = [
        (group, [(entry.name, entry.summary) for entry in COMMANDS if entry.group == group])
        for group in dict.fromkeys(entry.group for entry in COMMANDS)
    ]
    sections.append(("Examples", list(EXAMPLES)))
    sections.append(("Options, before or after the command", list(OPTIONS)))
    lines = [
        f"{strong('utpartners')}: {ABOUT}",
        "",
        f"{strong('Usage')}  {USAGE}",
    ]
    commands = max(len(entry.name) for entry in COMMANDS)
    for heading, pairs in sections:
        width = max(commands, *(len(left) for left, _ in pairs))
        lines += ["", strong(heading), *(f"  {left:<{width}}  {right}" for left, right in pairs)]
    return "\n".join([*lines, "", "'utpartners COMMAND -h' tells more of each.", ""])
