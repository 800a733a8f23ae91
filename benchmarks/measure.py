"""Runs commands one after the other in rounds, and says what each took: a round slows all alike."""

from __future__ import annotations

import os
import pty
import subprocess
import termios
import time
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


SIZE = (1000, 80)
"""Lines and cells of the terminal: so many lines that no answer starts a pager."""


class Command(NamedTuple):
    """A command, and what it has in its environment beside the usual."""

    words: Sequence[str]
    environment: Mapping[str, str] = {}
    is_on_terminal: bool = False


@contextmanager
def output_of(command: Command) -> Iterator[int]:
    """Give what a command is to write to, which is read to its end and thrown away."""
    if not command.is_on_terminal:
        yield subprocess.DEVNULL
        return
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, SIZE)
    try:
        yield writer
    finally:
        os.close(writer)
        while _read(reader):
            pass
        os.close(reader)


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


class Taken(NamedTuple):
    """Seconds on the clock and of the processor, and MiB at the most; medians of all rounds."""

    wall: float
    cpu: float
    memory: float


def once(command: Command) -> Taken:
    """Run a command to its end, its output thrown away. Raises where it fails."""
    start = time.monotonic()
    with output_of(command) as output:
        process = subprocess.Popen(
            command.words,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **command.environment},
        )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command.words))
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def each_round(commands: Mapping[str, Command], count: int) -> dict[str, list[Taken]]:
    """What each command took in each round. Once before it counts, each reads what it needs."""
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            result = once(command)
            if number:
                taken[name].append(result)
    return taken


def rounds(commands: Mapping[str, Command], count: int) -> dict[str, Taken]:
    """What each command took, by its name: the medians of all rounds."""
    return {name: _median(several) for name, several in each_round(commands, count).items()}


def _median(several: list[Taken]) -> Taken:
    return Taken(*(median(one[place] for one in several) for place in range(3)))
