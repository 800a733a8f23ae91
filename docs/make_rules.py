"""Writes the rules of ``utpartners check`` from the docstrings of their functions.

Run it as ``python docs/make_rules.py`` with utpartners installed. With ``--check`` it writes
nothing, and its exit status is 1 where the file is not what it would write.
"""

from __future__ import annotations

import sys
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING

from utpartners.checks.rules import READING, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from utpartners.checks.rules import Rule

PATH = Path(__file__).parent / "rules.md"

HEAD = """\
# The rules of a catalogue

What `utpartners check FILE` asks of a catalogue file. Written by `docs/make_rules.py` from the
rules themselves, in `src/utpartners/checks`: change them, not this file.

An **error** makes the exit status 1. A **warning** is worth a look, and may be as it should;
`--strict` makes it count as an error does. The name of a rule is the key `rule` of `-f json`.
"""


def rules() -> str:
    """The whole page in Markdown."""
    return (
        "\n".join(
            [
                HEAD,
                "## To be read",
                "",
                *_told(READING),
                "## Of the records",
                "",
                "Asked of every record that can be read, also where another cannot.",
                "",
                *_told(RULES),
            ]
        ).rstrip()
        + "\n"
    )


def _told(rules: Iterable[Rule]) -> Iterable[str]:
    for rule in rules:
        text = cleandoc(rule.check.__doc__ or "").replace("``", "`")
        yield f"### `{rule.name}`: {rule.severity}\n\n{text}\n"


def main() -> int:
    """Write the file; with ``--check``, only say whether it is as the rules are."""
    if "--check" not in sys.argv[1:]:
        PATH.write_text(rules(), encoding="utf-8", newline="\n")
    elif not PATH.exists() or PATH.read_text("utf-8") != rules():
        print(f"{PATH.name} is not as the rules are: run {sys.argv[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
