"""Runs commands one after the other in rounds, and says what each took: a round slows all alike."""

from __future__ import annotations

import os
import subprocess
import time
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Command(NamedTuple):
    """A command, and what it has in its environment beside the usual."""

    words: Sequence[str]
    environment: Mapping[str, str] = {}


class Taken(NamedTuple):
    """Seconds on the clock and of the processor, and MiB at the most; medians of all rounds."""

    wall: float
    cpu: float
    memory: float


def once(command: Command) -> Taken:
    """Run a command to its end, its output thrown away. Raises where it fails."""
    start = time.monotonic()
    process = subprocess.Popen(
        command.words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **command.environment},
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command.words))
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def rounds(commands: Mapping[str, Command], count: int) -> dict[str, Taken]:
    """What each command took, by its name. Once before it counts, each reads what it needs."""
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            result = once(command)
            if number:
                taken[name].append(result)
    return {name: _median(several) for name, several in taken.items()}


def _median(several: list[Taken]) -> Taken:
    return Taken(*(median(one[place] for one in several) for place in range(3)))
