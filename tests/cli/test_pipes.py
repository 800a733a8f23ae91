"""What happens when stdout is closed, full or gone, and when a user presses Ctrl-C."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are POSIX shells' ways")

Bash = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def bash(program: list[str], clean_env: dict[str, str]) -> Bash:
    """Runs a script of bash in which utpartners is the program."""
    start = f'set -o pipefail\nutpartners() {{ {shlex.join(program)} "$@"; }}\n'

    def running(script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", start + script],
            capture_output=True,
            text=True,
            check=False,
            env=clean_env,
            timeout=60,
        )

    return running


@pytest.mark.parametrize(
    "format", quick_are(["table", "json"], ["table", "csv", "json", "jsonl", "markdown"])
)
def test_head(bash: Bash, format: str) -> None:
    """A reader that stops early ends the program quietly."""
    done = bash(f"utpartners export -f {format} | head -1")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A catalogue whose list is longer than what a pipe holds."""
    file = tmp_path / "many.toml"
    file.write_text(
        '[catalogue]\ntitle = "T"\nhome = "h"\n[[country]]\ncode = "JP"\nname = "J"\n'
        '[[institution]]\nid = "h"\nname = "H"\ncountry = "JP"\n'
        + "".join(
            f'[[partnership]]\nid = "p{number}"\nname = "P"\nstatus = "s"\nmembers = ["h"]\n'
            for number in range(5000)
        ),
        "utf-8",
    )
    return file


def test_reader_that_is_gone(bash: Bash, many: Path) -> None:
    """So does a reader that was never there, with much to write."""
    done = bash(f"utpartners list --data {shlex.quote(str(many))} -f csv | true")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "args",
    quick_are(
        ["list", "--help", "--version"],
        ["list", "list --json", "show ANU", "--help", "--version", ""],
    ),
)
def test_closed_stdout(bash: Bash, args: str) -> None:
    """A closed stdout is an error, told on stderr, or there is nothing to tell."""
    done = bash(f"utpartners {args} >&-")
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    if args.startswith(("list", "show")):
        assert done.returncode == 1
        assert done.stderr.startswith("utpartners: ")


def test_closed_stderr(bash: Bash) -> None:
    """A closed stderr changes neither the answer nor the exit code."""
    assert bash("utpartners list -f csv 2>&-").stdout.startswith("id,")
    assert bash("utpartners show Atlantis 2>&-").returncode == 1


def test_closed_stdin(bash: Bash) -> None:
    """A closed stdin is not needed."""
    done = bash("utpartners list -f csv <&-")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "args",
    quick_are(
        ["list --json", "--version"],
        ["list", "list --json", "show ANU -f csv", "--help", "--version"],
    ),
)
def test_full_disk(bash: Bash, args: str) -> None:
    """A disk that is full is an error with its reason, whatever is written."""
    done = bash(f"utpartners {args} >/dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("utpartners: ")
    assert "no space left on device\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def writing(
    program: list[str], clean_env: dict[str, str], many: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """The program while it waits for a reader that takes no more."""
    with subprocess.Popen(
        [*program, "list", "--data", str(many), "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_env,
    ) as process:
        assert process.stdout is not None
        os.read(process.stdout.fileno(), 1)
        yield process


@pytest.mark.parametrize("name", quick_are(["SIGINT"], ["SIGINT", "SIGTERM", "SIGHUP"]))
def test_signals(writing: subprocess.Popen[bytes], name: str) -> None:
    """Ctrl-C, another program or a closed terminal end the program with the exit status that
    shells expect, and without a traceback."""
    writing.send_signal(signal.Signals[name])
    _, err = writing.communicate(timeout=60)
    assert writing.returncode == 128 + signal.Signals[name]
    assert b"Traceback" not in err
    assert b"KeyboardInterrupt" not in err
