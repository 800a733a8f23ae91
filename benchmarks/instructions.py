"""Guard of the starts: the instructions that each takes, as a ratio to the floor.

    python benchmarks/instructions.py             compare with RECORDED; exit 1 where one takes more
    python benchmarks/instructions.py --record    print the figures of this Python for RECORDED

Run it like ``start.py``, with the Python of a virtual environment into which only a wheel is
installed. Valgrind counts the instructions, of which a start takes nearly the same number each
time, however busy the machine is; time would need more room than what is guarded. The ratio to the
floor in the same run takes out most of what differs between builds of Python. What is left differs
between its releases, so that only those in RECORDED are guarded.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from measure import Command, once, output_of
from starts import FLOOR, STARTS, command, floor, require_wheel

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM = 1.03

RECORDED = {
    "3.11": {
        "show ANU": 0.795,
        "list": 0.746,
        "list -f csv | …": 0.698,
        "complete a name": 0.695,
        "show -h": 0.689,
    },
}
"""Ratios by release of Python. A change that lowers one records it, and so keeps it."""

GUARDED = tuple(RECORDED["3.11"])

_COUNT = re.compile(r"Collected : (\d+)")


def instructions(command: Command) -> int:
    """Return the number of instructions that a command takes, in its own process alone."""
    once(command)  # what is read for the first time is not what a start takes
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        valgrind = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
        with output_of(command) as output:
            process = subprocess.Popen(
                [*valgrind, f"--log-file={log}", *command.words],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **command.environment},
            )
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, list(command.words))
        found = _COUNT.search(log.read_text())
        if found is None:
            raise SystemExit(f"valgrind counted nothing:\n{log.read_text()}")
        return int(found[1])


def ratios(python: Path) -> dict[str, float]:
    """Return the ratio of each guarded start to the floor."""
    base = instructions(floor(python))
    print(f"{FLOOR}: {base / 1e6:.1f} million instructions")
    return {name: instructions(command(STARTS[name], python)) / base for name in GUARDED}


def main(arguments: Sequence[str]) -> int:
    python = Path(sys.executable)
    require_wheel(python)
    release = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = ratios(python)
    if arguments == ["--record"]:
        print(f'    "{release}": {{')
        print(*(f'        "{name}": {ratio:.3f},' for name, ratio in found.items()), sep="\n")
        print("    },")
        return 0
    recorded = RECORDED.get(release, {})
    is_passed = False
    for name, ratio in found.items():
        most = recorded[name] * ROOM if recorded else None
        is_more = most is not None and ratio > most
        is_passed |= is_more
        bound = "not guarded" if most is None else f"at most {most:.3f}"
        print(f"{name:<18}{ratio:6.3f}  {bound}{': MORE' if is_more else ''}")
    return int(is_passed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
