"""Runs commands of the program on a terminal of its own, for what the documentation shows."""

from __future__ import annotations

import os
import pty
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def shown(
    command: Sequence[str], environment: Mapping[str, str], folder: str | None = None
) -> tuple[int, str]:
    """Return the exit status of a command, and all that it writes on a terminal."""
    reader, writer = pty.openpty()
    try:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=writer,
            cwd=folder,
            env=environment,
        ) as running:
            os.close(writer)
            printed = b"".join(iter(lambda: _read(reader), b""))
    finally:
        os.close(reader)
    return running.returncode, printed.decode().replace("\r\n", "\n")


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""
