"""Kills the program again and again while it replaces a folder, and tells what was found.

``python -m tests.hostile.kills WAY SIGNAL EVERY TIMES SEED`` works in the current folder, which
must be empty. The data package ``c`` is replaced by one of another catalogue, and the program gets
the signal after it has begun to write:

- at each of its steps, one after the other, or at every second, third, … of them: a step is a file
  or folder that it opens, makes, renames or removes;
- as often as TIMES says, after a random part of the time that writing takes.

WAY is ``exchange`` or ``steps``, for systems that cannot exchange two folders at once. What is
printed is a JSON object: how often each outcome was seen.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from utpartners import bundled
from utpartners.__main__ import start
from utpartners.cli import app, folders, whole_catalogue  # noqa: F401 - imported before it forks
from utpartners.formats import package  # noqa: F401 - likewise

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = Path("c")
OTHER = {"old": "new", "new": "old"}
STEPS = ("open", "os.", "shutil.")
"""How the names of the events begin that Python tells before it changes something on a disk."""

Contents = dict[str, bytes]


def contents(folder: Path) -> Contents:
    """Return the files of a folder; empty if there is none."""
    return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.is_dir() else {}


def sources() -> dict[str, Contents]:
    """Write two catalogues, ``old.db`` and ``new.db``, and return the package of each."""
    packages = {}
    text = Path(bundled.TOML).read_text("utf-8")
    for name in OTHER:
        Path("c.toml").write_text(text.replace("Strategic Partnerships", f"{name} partnerships", 1))
        for target in (f"{name}.db", f"{name}/"):
            command = [sys.executable, "-m", "utpartners", "export", "--data", "c.toml"]
            subprocess.run([*command, "-o", target], check=True, capture_output=True)
        packages[name] = contents(Path(name))
    return packages


def writing(name: str, act: Callable[[int], None]) -> int:
    """Start the program, which replaces the package; ``act`` is told of each step of writing."""
    child = os.fork()
    if not child:
        _write(name, act)
    return child


def _write(name: str, act: Callable[[int], None]) -> NoReturn:
    steps = 0

    def told(event: str, args: tuple[Any, ...]) -> None:
        nonlocal steps
        if event.startswith(STEPS) and (steps or ".part" in str(args[:1])):
            steps += 1
            act(steps)

    sys.addaudithook(told)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    sys.argv = ["utpartners", "export", "--data", f"{name}.db", "-o", "c/", "--force"]
    start()


class Trials:
    """Kills, and what was found after each."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.packages = sources()
        shutil.copytree("old", PACKAGE)
        self.found: Counter[str] = Counter()

    @property
    def present(self) -> str:
        """Which package is there, or "none" or "a mixture"."""
        there = contents(PACKAGE)
        known = {name for name, files in self.packages.items() if files == there}
        return known.pop() if known else "a mixture" if there else "none"

    def at_steps(self, every: int) -> None:
        """Kill the program at its first step of writing, at a later one, until it has no more."""
        for last in range(1, 1000, every):
            name = OTHER[self.present]

            def act(step: int, last: int = last) -> None:
                if step == last:
                    os.kill(os.getpid(), self.number)

            if not self._ended(writing(name, act), name):
                return

    def at_random(self, times: int) -> None:
        """Kill the program at moments of its writing."""
        name, child = self._begun()
        before = time.monotonic()
        os.waitpid(child, 0)
        length = time.monotonic() - before
        for _ in range(times):
            name, child = self._begun()
            time.sleep(random.uniform(0, length))  # noqa: S311 - no secret
            os.kill(child, self.number)
            self._ended(child, name)

    def _begun(self) -> tuple[str, int]:
        """Start the program; return what it writes, and its process, when it begins to."""
        name = OTHER[self.present]
        begun, begin = os.pipe()

        def act(step: int) -> None:
            if step == 1:
                os.write(begin, b".")

        child = writing(name, act)
        os.close(begin)
        os.read(begun, 1)
        os.close(begun)
        return name, child

    def _ended(self, child: int, name: str) -> bool:
        """Note what is there after the program has ended; return whether the signal ended it."""
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        present = self.present
        left = [path for path in Path().iterdir() if ".part" in path.name]
        what = "the new one" if present == name else "the old one" if present in OTHER else present
        if present == "none" and contents(_aside(left)) == self.packages[OTHER[name]]:
            what = "the old one, aside"
        kinds = sorted({path.suffix for path in left})
        is_ended = status in (-self.number, 128 + self.number)
        if not is_ended:
            what = f"{what}, exit status {status}"
        self.found[f"{what}, left: {' '.join(kinds)}" if left else what] += 1
        for path in left:
            shutil.rmtree(path)
        if present not in OTHER:
            shutil.copytree(OTHER[name], PACKAGE, dirs_exist_ok=True)
        return is_ended


def _aside(left: list[Path]) -> Path:
    return next((path for path in left if path.suffix == ".old"), Path("nowhere"))


def main() -> None:
    """Kill and tell."""
    way, name, every, times, seed = sys.argv[1:]
    random.seed(int(seed))
    if way == "steps":
        folders._exchange = lambda *_: False
    # A shell has what it runs in the background ignore SIGINT.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    trials = Trials(signal.Signals[name])
    trials.at_steps(int(every))
    trials.at_random(int(times))
    print(json.dumps(trials.found))


if __name__ == "__main__":
    main()
