"""Draws the pictures of the documentation.

The map is a picture of the program's own, in the size of a screen; the others are what the real
program shows on a terminal, as SVG.

Run it as ``python docs/make_pictures.py`` with utpartners installed.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from html import unescape
from pathlib import Path

import terminal
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 96

COMMANDS = {
    "list": "utpartners list",
    "dept": "utpartners dept GS Law and Politics GraSPP",
    "show": "utpartners show KTH",
    "matrix": "utpartners matrix",
}

LONGEST = 56
"""Lines of the longest picture; what is below is left out, and a line says so."""

_RUN_OF_TEXT = re.compile(r'textLength="([0-9.]+)"([^>]*)>([^<]+)<')
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def on_a_terminal(command: str) -> str:
    """What a command shows on a terminal of WIDTH cells, with its escapes."""
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}
    program = [str(Path(sys.executable).with_name("utpartners")), *shlex.split(command)[1:]]
    return terminal.shown(program, environment)[1]


def picture(command: str) -> str:
    """The SVG of a terminal with a command and its answer."""
    shown = on_a_terminal(command).rstrip("\n").split("\n")
    if len(shown) > LONGEST:
        shown = [*shown[:LONGEST], f"\x1b[2m… {len(shown) - LONGEST} more lines\x1b[0m"]
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard"
    )
    console.print(Text.from_ansi("\n".join([f"\x1b[1;32m$\x1b[0m {command}", "", *shown])))
    drawn = console.export_svg(title="utpartners", unique_id="utpartners")
    # A page about a program loads nothing from elsewhere: the reader's own monospace font will do.
    return _RUN_OF_TEXT.sub(_in_cells, _WEB_FONT.sub("", drawn))


def _in_cells(run: re.Match[str]) -> str:
    """A run of text with its length in cells: Rich takes a wide letter for a narrow one."""
    length, rest, escaped = run.groups()
    text = unescape(escaped)
    return f'textLength="{float(length) * cell_len(text) / len(text):.1f}"{rest}>{escaped}<'


def draw_map() -> None:
    """The map, as the program draws it."""
    program = str(Path(sys.executable).with_name("utpartners"))
    path = str(PICTURES / "map.svg")
    subprocess.run([program, "export", "--force", "-o", path], check=True)


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(exist_ok=True)
    draw_map()
    for name, command in COMMANDS.items():
        (PICTURES / f"{name}.svg").write_text(picture(command), encoding="utf-8")


if __name__ == "__main__":
    main()
