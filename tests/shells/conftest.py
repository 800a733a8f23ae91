"""Real shells on a terminal, with completion as ``--install-completion`` installs it.

They are skipped on a machine without the shell; with UTPARTNERS_SHELLS=required in the environment
that is a failure instead.
"""

from __future__ import annotations

import json
import os
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")

START = {
    "bash": (".bashrc", "PS1='READY> '\n"),
    "zsh": (".zshrc", "PS1='READY> '\n"),
    "fish": (".config/fish/config.fish", "function fish_prompt; printf 'READY> '; end\n"),
}
"""The start-up file of each shell, which sets the prompt that is waited for."""

STAND_IN = """#!/bin/sh
# Completes as the program does; a command line is only written down.
[ -n "$_UTPARTNERS_COMPLETE" ] && exec {program} "$@"
exec {python} -c '
import json, os, sys
with open("typed.part", "w") as file:
    json.dump(sys.argv[1:], file)
os.rename("typed.part", "typed.json")' "$@"
"""

LONGEST = 20
"""Seconds after which a shell is thought to hang."""

INTERRUPT, LINE_END = "\x03", "\r"


class Shell:
    """A shell on a pseudo-terminal, in a folder of its own."""

    def __init__(self, name: str, home: Path, environment: dict[str, str]) -> None:
        import pty

        self.name = name
        self.folder = home / "work"
        self.folder.mkdir()
        self.terminal, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [name, "-i"], stdin=theirs, stdout=theirs, stderr=theirs, cwd=self.folder,
            env=environment, start_new_session=True, preexec_fn=_own_terminal,
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""
        self._read_until(lambda: "READY>" in self.shown)

    def run(self, keys: str) -> list[str]:
        """Return the arguments of the command line that keys make, followed by Enter."""
        typed = self.folder / "typed.json"
        typed.unlink(missing_ok=True)
        self.shown = ""
        self._send(keys + LINE_END)
        try:
            self._read_until(typed.exists)
        except AssertionError:
            self._send(INTERRUPT)  # the next test begins with an empty line
            raise
        self._read_until(lambda: "READY>" in self.shown.rpartition(keys[:10])[2])
        found: list[str] = json.loads(typed.read_text())
        return found

    def files(self) -> set[str]:
        """Return the files that are there, besides the one that the stand-in writes."""
        return {path.name for path in self.folder.iterdir()} - {"typed.json"}

    def close(self) -> None:
        """End the shell."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.terminal)

    def _send(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def _read_until(self, is_done: object) -> None:
        assert callable(is_done)
        end = time.monotonic() + LONGEST
        while not is_done():
            assert time.monotonic() < end, f"{self.name} hangs after {self.shown!r}"
            ready, _, _ = select.select([self.terminal], [], [], 0.05)
            if ready:
                self.shown += os.read(self.terminal, 65536).decode("utf-8", "replace")


def _own_terminal() -> None:
    # Job control needs a terminal that belongs to the session of the shell.
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def installed(name: str) -> None:
    """Skip where a shell is missing, or fail where shells are required."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals")
    if shutil.which(name) is None:
        if os.environ.get("UTPARTNERS_SHELLS") == "required":
            pytest.fail(f"UTPARTNERS_SHELLS=required, but there is no {name}")
        pytest.skip(f"no {name}")


def settings(home: Path, clean_env: dict[str, str], folder: Path) -> dict[str, str]:
    """Return the environment of a shell at home in a folder, with the stand-in before all else."""
    kept = {
        name: value
        for name, value in clean_env.items()
        if not name.startswith(("XDG_", "ZDOTDIR", "BASH_ENV", "COMP_"))
    }
    return {
        **kept, "HOME": str(home), "PATH": f"{folder}{os.pathsep}{kept['PATH']}",
        "TERM": "xterm", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8",
    }  # fmt: skip


@pytest.fixture(scope="session", params=SHELLS)
def shell(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    program: list[str],
    clean_env: dict[str, str],
) -> Iterator[Shell]:
    """Each of the shells, with completion installed by the program."""
    name: str = request.param
    installed(name)
    home = tmp_path_factory.mktemp(name)
    programs = home / "bin"
    programs.mkdir()
    stand_in = programs / "utpartners"
    stand_in.write_text(
        STAND_IN.format(program=shlex.join(program), python=shlex.quote(sys.executable))
    )
    stand_in.chmod(0o755)
    environment = settings(home, clean_env, programs)
    subprocess.run([*program, "--install-completion", name], env=environment, check=True)
    start, prompt = START[name]
    path = home / start
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(prompt)
    shell = Shell(name, home, environment)
    yield shell
    shell.close()
