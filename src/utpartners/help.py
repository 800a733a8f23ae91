"""The first help: what the commands are for, grouped by what a person wants to do."""

from __future__ import annotations

from .commands import COMMANDS, EXAMPLES
from .render import NAMES


def overview() -> str:
    """The text of ``utpartners`` and ``utpartners --help``."""
    lines = [
        "utpartners: the strategic partnerships of a university, and who works with whom",
        "",
        "Usage: utpartners COMMAND [NAME...] [OPTIONS]",
    ]
    for group in dict.fromkeys(entry.group for entry in COMMANDS):
        lines += ["", group]
        lines += [f"  {e.name:<8}  {e.summary}" for e in COMMANDS if e.group == group]
    width = max(len(command) for command, _ in EXAMPLES)
    lines += ["", "Examples"]
    lines += [f"  {command:<{width}}  {purpose}" for command, purpose in EXAMPLES]
    lines += ["", "Options, before or after the command", *_OPTIONS]
    lines += ["", "'utpartners COMMAND -h' tells more of each.", ""]
    return "\n".join(lines)


_OPTIONS = (
    "  --data PATH         ask this catalogue instead of the bundled one",
    f"  -f, --format NAME   {', '.join(NAMES)}",
    "  --fields A,B        these columns, in this order; without a value, their list",
    "  -o, --output PATH   write to a file; its suffix says the format",
    "  --lang LANG         names and headings in another language, such as ja",
    "  --version, -h       the version; this help",
)
