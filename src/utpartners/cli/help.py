"""Help in plain text: the first help, and that of a command, from what the program says of itself.

Typer's own help is drawn by Rich, which takes longer to import than the program takes to answer.
The reference and the man page are made from the same statement (:mod:`.explanation`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from .commands import COMMANDS, EXAMPLES
from .layout import filled, in_columns, in_rows
from .topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .explanation import Explanation

    Strong = Callable[[str], str]

ABOUT = "the strategic partnerships of a university, and who works with whom"


def overview(strong: Strong = str) -> str:
    """Return the text of ``utpartners --help``; ``strong`` is applied to its headings."""
    lines = [f"{strong('utpartners')}: {translated(ABOUT)}"]
    for group in dict.fromkeys(entry.group for entry in COMMANDS):
        pairs = [(e.name, translated(e.brief)) for e in COMMANDS if e.group == group]
        lines += [strong(translated(group)), *in_columns(pairs, _LONGEST)]
    lines += [strong(translated("Examples"))]
    lines += in_rows([(line, translated(word)) for line, word in EXAMPLES])
    more = translated("More: help COMMAND, {topics}").format(topics=", ".join(TOPICS))
    return "\n".join([*lines, *filled(more), ""])


_LONGEST = max(len(entry.name) for entry in COMMANDS)


def command_help(found: Explanation, common: Sequence[str], strong: Strong = str) -> str:
    """Return the text of ``utpartners help COMMAND``.

    ``common`` are the names of the options of every command.
    """
    usage = translated("Usage")
    lines = [
        *filled(f"utpartners {found.name}: {found.summary}", strong=strong),
        "",
        f"{strong(usage)}  {found.usage}",
    ]
    for paragraph in found.details:
        lines += ["", *filled(paragraph)]
    lines += ["", strong(translated("Examples")), *in_rows(found.examples)]
    if own := [*found.arguments, *found.options]:
        lines += ["", strong(translated("Options")), *in_rows(own)]
    if found.formats:
        formats = translated("Formats (-f, or the extension of -o): {names}")
        lines += ["", *filled(formats.format(names=", ".join(found.formats)))]
    shared = translated("Common options: {names}: 'utpartners help options'")
    lines += ["", *filled(shared.format(names=", ".join(common)))]
    return "\n".join([*lines, ""])
