"""The first help: what the commands are for, grouped by what a person wants to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .commands import COMMANDS, EXAMPLES
from .global_options import briefs, parameters

if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT = "the strategic partnerships of a university, and who works with whom"
USAGE = "utpartners COMMAND [NAME...] [OPTIONS]"


def overview(strong: Callable[[str], str] = str) -> str:
    """Return the text of ``utpartners --help``; ``strong`` is applied to its headings."""
    sections = [
        (group, [(entry.name, entry.summary) for entry in COMMANDS if entry.group == group])
        for group in dict.fromkeys(entry.group for entry in COMMANDS)
    ]
    sections.append(("Examples", list(EXAMPLES)))
    sections.append(("Options, before or after the command", _options()))
    lines = [
        f"{strong('utpartners')}: {ABOUT}",
        "",
        f"{strong('Usage')}  {USAGE}",
    ]
    # The summaries of all groups of commands start in the same column.
    commands = max(len(entry.name) for entry in COMMANDS)
    for heading, pairs in sections:
        width = max(commands, *(len(left) for left, _ in pairs))
        lines += ["", strong(heading), *(f"  {left:<{width}}  {right}" for left, right in pairs)]
    return "\n".join([*lines, "", "Run 'utpartners COMMAND -h' for details.", ""])


def _options() -> list[tuple[str, str]]:
    options = {option.name: option for option in parameters()}
    lines = [
        (f"{', '.join(sorted(options[name].opts, key=len))} {options[name].metavar}", text)
        for name, text in briefs().items()
    ]
    return [*lines, ("--version, -h", "show the version; show this help")]
