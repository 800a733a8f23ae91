"""Tries whether the tests notice what is broken on purpose, from the root of the project.

    python -m tests.mutation [SIZE [SEED]]

takes a sample of the mutants of some rooms, runs the tests on each, and prints those that no test
notices. Not ``mutmut run``, which loses count of its own calls here, and believes that of the tests
that share a fixture only the first can notice what the fixture runs.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from time import monotonic

import pytest
from mutmut.utils.format_utils import mangled_name_from_mutant_name

from .hits import NOTING, Hits
from .mutants import VARIABLE, Mutant, difference, mutate

ROOMS = ("names", "questions", "store", "checks")

BESIDE = ("tests/golden",)
"""Tests that are run besides those of the room."""

COPIED = ("src", "data", "docs", "tests", "pyproject.toml", "README.md", "hatch_build.py")

SIZE, SEED = 150, 15

PATIENCE = 5
"""How many times as long as without a mutant the tests may take."""

HITS = Path("hits.json")


def main() -> int:
    """Try a sample of the mutants; return 0 where at least nine of ten were killed."""
    size, seed = (*map(int, sys.argv[1:3]), *(SIZE, SEED)[len(sys.argv[1:3]) :])
    root = Path.cwd()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, "project")
        _copy(root, folder)
        mutants = mutate(folder, ROOMS)
        sample = Random(seed).sample(mutants, min(size, len(mutants)))  # noqa: S311
        _say(f"{len(sample)} of {len(mutants)} mutants, seed {seed}")
        os.chdir(folder)
        _prefer(str(folder / "src"))
        alive = [mutant for room in ROOMS for mutant in _alive(room, sample)]
        for mutant in alive:
            _say(f"survived: {mutant.name}\n{difference(folder, root, mutant)}")
    killed = len(sample) - len(alive)
    _say(f"{killed} of {len(sample)} killed: {killed / len(sample):.0%}")
    return 0 if killed >= 0.9 * len(sample) else 1


def _say(text: str) -> None:
    print(text, flush=True)


def _copy(root: Path, folder: Path) -> None:
    folder.mkdir()
    for name in COPIED:
        if (root / name).is_dir():
            copytree(root / name, folder / name, ignore=ignore_patterns("__pycache__", "*.pyc"))
        else:
            (folder / name).write_bytes((root / name).read_bytes())


def _prefer(source: str) -> None:
    """Let this process and those that the tests start import the package from here."""
    sys.path.insert(0, source)
    os.environ["PYTHONPATH"] = source


def _alive(room: str, sample: list[Mutant]) -> list[Mutant]:
    """Return the mutants of a room that no test notices.

    First only the tests that run the function are tried. What survives them is tried on all tests
    of the room, as those that start the program notice what it does in another process.
    """
    mutants = [mutant for mutant in sample if mutant.room == room]
    whole = [f"tests/{room}", *BESIDE]
    start = monotonic()
    if mutants and _is_noticed(NOTING, whole, 3600):
        raise SystemExit(f"without a mutant, too, a test fails: pytest {' '.join(whole)}")
    patience = PATIENCE * (monotonic() - start) + 60
    tests: dict[str, list[str]] = json.loads(HITS.read_text("utf-8")) if mutants else {}
    left = []
    for number, mutant in enumerate(mutants, 1):
        fitting = tests.get(mangled_name_from_mutant_name(mutant.name), [])
        is_noticed = bool(fitting) and _is_noticed(mutant.name, fitting, patience)
        _say(f"{room} {number}/{len(mutants)} {'killed' if is_noticed else 'left'}: {mutant.name}")
        left += [] if is_noticed else [mutant]
    return [mutant for mutant in left if not _is_noticed(mutant.name, whole, patience)]


def _is_noticed(mutant: str, tests: list[str], seconds: float) -> bool:
    """Return whether one of the tests fails with a mutant, or takes too long."""
    child = os.fork()
    if not child:
        os._exit(_run(mutant, tests))
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(round(seconds))
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    return os.waitstatus_to_exitcode(status) != pytest.ExitCode.OK


def _run(mutant: str, tests: list[str]) -> int:
    """Run the tests quietly with a mutant, in a process of their own; return the exit status."""
    os.setsid()
    os.environ[VARIABLE] = mutant
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    plugins = [Hits(HITS.absolute())] if mutant == NOTING else []
    return pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *tests], plugins)


if __name__ == "__main__":
    sys.exit(main())
