"""A terminal to run the program on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Protocol

import pytest
from tests.conftest import SECONDS
from tests.warm import Warm, is_cold

if TYPE_CHECKING:
    from collections.abc import Callable


class OnTerminal(Protocol):
    """Runs the program on a terminal of 80 cells."""

    def __call__(
        self,
        *args: str,
        env: dict[str, str] | None = None,
        typed: str = "",
        rows: int = 10_000,
        encoding: str = "utf-8",
    ) -> str:
        """What the terminal got, with its line ends as line feeds; ``typed`` is what it sent."""
        ...


@pytest.fixture
def on_terminal(program: list[str], clean_env: dict[str, str], warm: Warm | None) -> OnTerminal:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals")
    import fcntl
    import pty
    import struct
    import termios

    def running(
        *args: str,
        env: dict[str, str] | None = None,
        typed: str = "",
        rows: int = 10_000,
        encoding: str = "utf-8",
    ) -> str:
        ours, theirs = pty.openpty()
        size = struct.pack("HHHH", rows, 80, 0, 0)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
        settings = {**clean_env, "TERM": "xterm-256color", **(env or {})}
        if warm and not is_cold(settings, os.environ):
            pid = warm.start(args, settings, os.getcwd(), (theirs, theirs, theirs))
            wait: Callable[[], object] = warm.wait
        else:
            process = subprocess.Popen(
                [*program, *args], stdin=theirs, stdout=theirs, stderr=theirs, env=settings
            )
            pid, wait = process.pid, process.wait
        os.close(theirs)
        os.write(ours, typed.encode())
        stop = threading.Timer(SECONDS, os.kill, (pid, signal.SIGKILL))
        stop.start()
        pieces = []
        while piece := _read(ours):
            pieces.append(piece)
        wait()
        stop.cancel()
        os.close(ours)
        return b"".join(pieces).decode(encoding).replace("\r\n", "\n")

    return running


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""
