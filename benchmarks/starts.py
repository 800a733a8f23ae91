"""The starts that are measured, and the floor that each is compared with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from measure import Command

HERE = Path(__file__).parent

FLOOR = "floor"
"""The name of ``floor.py``, the smallest program with the same libraries."""


class Start(NamedTuple):
    """A command line, where its answer goes, and the ratio to the floor that it is to reach."""

    arguments: tuple[str, ...]
    goal: float
    is_on_terminal: bool = False
    line: str = ""
    """The line that a shell asks about, where it asks for completions."""


STARTS = {
    "show ANU": Start(("show", "ANU"), 1.00, is_on_terminal=True),
    "list": Start(("list",), 1.05, is_on_terminal=True),
    "timeline": Start(("timeline",), 1.15, is_on_terminal=True),
    "list -f json | …": Start(("list", "-f", "json"), 0.70),
    "list -f csv | …": Start(("list", "-f", "csv"), 0.70),
    "complete a name": Start((), 0.75, line="utpartners show c"),
    "show -h": Start(("show", "-h"), 0.70, is_on_terminal=True),
    "-h": Start(("-h",), 0.70, is_on_terminal=True),
}

ENVIRONMENT = {
    "COLUMNS": "80",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "PAGER": "cat",
    "PYTHONHASHSEED": "0",
}
"""The same for all: the order of a set, for one, changes what has to be done."""


def floor(python: Path) -> Command:
    """Return the floor as a command of a Python that has the libraries."""
    return Command((str(python), str(HERE / "floor.py")), ENVIRONMENT, is_on_terminal=True)


def command(start: Start, python: Path) -> Command:
    """Return a start as a command of a Python that has utpartners installed."""
    environment = dict(ENVIRONMENT)
    if start.line:
        environment |= {"_UTPARTNERS_COMPLETE": "bash", "_UTPARTNERS_LINE": start.line}
    program = (str(python), str(python.with_name("utpartners")))
    return Command((*program, *start.arguments), environment, is_on_terminal=start.is_on_terminal)


def require_wheel(python: Path) -> None:
    """Exit unless a Python has utpartners from a wheel: others add a cost of their own."""
    packages = python.parent.parent.glob("lib/python*/site-packages/utpartners/data/utokyo.db")
    if not any(packages) or not os.access(python, os.X_OK):
        raise SystemExit(f"{python}: install the wheel of utpartners first, with nothing besides")
