"""How much processor time a start takes, as a ratio to the floor in the same run.

    python benchmarks/start.py                    the program, and whether it reaches its goals
    python benchmarks/start.py --before PYTHON    beside another version, installed for PYTHON
    python benchmarks/start.py --typers           the floor with the Typer here and the newest

Run it with the Python of a virtual environment into which only a wheel of utpartners is installed:
an editable install, and packages that act at every start, add a cost of their own. All commands
alternate, one run of each in a round, so that a machine that slows down slows them all; a figure is
the median of the ratios to the floor of the same round. It is processor time, which other load
disturbs less than the clock. The exit status is 1 where a goal is missed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from measure import Command, Taken, each_round
from starts import FLOOR, STARTS, command, floor, require_wheel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = 25

BEFORE = "before: "
"""What the name of a start of the other version begins with."""


def commands(python: Path, before: Path | None) -> dict[str, Command]:
    """Return everything that is run in a round, by its name."""
    found = {FLOOR: floor(python)}
    for name, start in STARTS.items():
        found[name] = command(start, python)
        if before is not None:
            found[f"{BEFORE}{name}"] = command(start, before)
    return found


def ratios(taken: Mapping[str, Sequence[Taken]]) -> dict[str, float]:
    """Return the median ratio of processor time to that of the floor in the same round."""
    floors = [one.cpu for one in taken[FLOOR]]
    return {
        name: median(one.cpu / base for one, base in zip(several, floors, strict=True))
        for name, several in taken.items()
    }


def report(taken: Mapping[str, Sequence[Taken]]) -> int:
    """Print a line for each start; return 1 where a goal is missed."""
    found = ratios(taken)
    base = median(one.cpu for one in taken[FLOOR])
    print(f"floor: {base * 1e3:.0f} ms of processor time; ratios to it, {ROUNDS} rounds")
    is_missed = False
    for name, start in STARTS.items():
        is_reached = found[name] <= start.goal
        is_missed |= not is_reached
        before = found.get(f"{BEFORE}{name}")
        beside = "" if before is None else f"  before {before:.2f}"
        verdict = "reached" if is_reached else "MISSED"
        print(f"{name:<18}{found[name]:6.2f}{beside}  goal {start.goal:.2f}: {verdict}")
    return int(is_missed)


def compare_typers() -> None:
    """Print the ratio of the floor with the newest Typer to the floor with the one here."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        newest = Path(folder, "bin", "python")
        subprocess.run([newest, "-m", "pip", "install", "-q", "-U", "typer", "rich"], check=True)
        here = Path(sys.executable)
        taken = each_round({FLOOR: floor(here), "newest": floor(newest)}, ROUNDS)
        print(f"Typer {_typer(newest)}: {ratios(taken)['newest']:.2f} of Typer {_typer(here)}")


def _typer(python: Path) -> str:
    command = [str(python), "-c", "import typer; print(typer.__version__)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return str(done.stdout).strip()


def main(arguments: Sequence[str]) -> int:
    if arguments == ["--typers"]:
        compare_typers()
        return 0
    if arguments and (len(arguments) != 2 or arguments[0] != "--before"):
        print(__doc__, file=sys.stderr)
        return 2
    here, before = Path(sys.executable), Path(arguments[1]) if arguments else None
    for python in filter(None, (here, before)):
        require_wheel(python)
    return report(each_round(commands(here, before), ROUNDS))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
