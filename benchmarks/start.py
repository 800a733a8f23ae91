"""How long a start takes, as a ratio to the floor in the same run.

    python benchmarks/start.py            the program against the floor
    python benchmarks/start.py --typers   the floor with the Typer installed here and the newest

Needs hyperfine. Run it with the Python of a virtual environment that has utpartners installed, not
as an editable install, which adds its own cost to every start. Rounds of a few runs of each command
alternate, so that a machine that slows down slows them all; the figure is the median of all rounds.
"""

from __future__ import annotations

import json
import os
import pty
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
ROUNDS, RUNS = 12, 5

FLOOR = "floor"

BOUNDS = {
    "show ANU": 1.15,
    "list": None,
    "list -f json | …": 0.85,
    "list -f csv | …": 0.85,
    "--help": None,
    "complete a name": 0.75,
    "show ANU (TOML)": None,
}
"""The ratio that each must not pass, where one is set."""

ON_A_TERMINAL = (FLOOR, "show ANU", "list", "--help", "show ANU (TOML)")


def commands() -> dict[str, str]:
    """The command lines that are timed, by what the table calls them."""
    python = shlex.quote(sys.executable)
    program = shlex.quote(str(Path(sys.executable).with_name("utpartners")))
    completing = "env _UTPARTNERS_COMPLETE=complete_bash COMP_CWORD=2"
    return {
        FLOOR: f"{python} {shlex.quote(str(HERE / 'floor.py'))}",
        "show ANU": f"{program} show ANU",
        "list": f"{program} list",
        "list -f json | …": f"{program} list -f json",
        "list -f csv | …": f"{program} list -f csv",
        "--help": f"{program} --help",
        "complete a name": f"{completing} COMP_WORDS='utpartners show c' {program}",
        "show ANU (TOML)": f"{program} show ANU --data {shlex.quote(str(_toml()))}",
    }


def _toml() -> Path:
    return HERE.parent / "data" / "utokyo.toml"


def timed(lines: Mapping[str, str]) -> dict[str, list[float]]:
    """Seconds of every run of each command, rounds alternating."""
    seconds: dict[str, list[float]] = {name: [] for name in lines}
    for _ in range(ROUNDS):
        for name, line in lines.items():
            seconds[name] += _hyperfine(line, terminal=name in ON_A_TERMINAL)
    return seconds


def _hyperfine(line: str, *, terminal: bool) -> list[float]:
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        output = "inherit" if terminal else "pipe"
        command = ["hyperfine", "-N", "--style=none", "--warmup=1", f"--runs={RUNS}"]
        command += [f"--output={output}", f"--export-json={result.name}", line]
        environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm-256color"}
        reader, writer = pty.openpty()
        stdout = writer if terminal else subprocess.DEVNULL
        with subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL, env=environment):
            os.close(writer)
            while _read(reader):
                pass
        os.close(reader)
        times: list[float] = json.loads(Path(result.name).read_bytes())["results"][0]["times"]
        return times


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def report(seconds: Mapping[str, list[float]], bounds: Mapping[str, float | None]) -> int:
    """Print a line for each command; 1 where a bound is passed."""
    floor = median(seconds[FLOOR])
    passed = 0
    for name, times in seconds.items():
        ratio = median(times) / floor
        bound = bounds.get(name)
        verdict = "" if bound is None else f"at most {bound:.2f}: {_verdict(ratio, bound)}"
        passed |= bound is not None and ratio > bound
        print(f"{name:<24} {median(times) * 1e3:7.1f} ms  {ratio:5.2f}  {verdict}")
    return passed


def _verdict(ratio: float, bound: float) -> str:
    return "reached" if ratio <= bound else "NOT reached"


def compare_typers() -> None:
    """Time the floor with the Typer that is installed here and with the newest one."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        newest = Path(folder, "bin", "python")
        subprocess.run([newest, "-m", "pip", "install", "-q", "-U", "typer", "rich"], check=True)
        floor = shlex.quote(str(HERE / "floor.py"))
        subprocess.run([newest, "-m", "compileall", "-q", folder], check=False)
        lines = {
            FLOOR: commands()[FLOOR],
            f"newest ({_typer(newest)})": f"{shlex.quote(str(newest))} {floor}",
        }
        print(f"floor here: Typer {_typer(Path(sys.executable))}")
        report(timed(lines), {})


def _typer(python: Path) -> str:
    command = [str(python), "-c", "import typer; print(typer.__version__)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return str(done.stdout).strip()


if __name__ == "__main__":
    if "--typers" in sys.argv:
        compare_typers()
    else:
        raise SystemExit(report(timed(commands()), BOUNDS))
