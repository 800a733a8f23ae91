"""Whenever a command is interrupted, it ends quietly and leaves whole files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.hostile.signals import LINES

from utpartners.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]


def test_every_command_is_interrupted() -> None:
    """There is a line for each command."""
    assert set(LINES) == {command.name for command in COMMANDS}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("name", "statuses"), [("SIGINT", {"130"}), ("SIGTERM", {"143", "-15"})]
)  # -15: in the first moments of a start, before signals are handled
def test_interrupted(
    clean_env: dict[str, str], tmp_path: Path, name: str, statuses: set[str]
) -> None:
    """It has the exit status that shells expect, or that of its answer; no word of a traceback, and
    each file is as it was before or as it would have been."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.signals", name, "5", "1"],
        cwd=tmp_path, env={**clean_env, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for command, found in json.loads(done.stdout).items():
        (whole,) = (status for status in found if status.startswith("whole: "))
        answered = whole.removeprefix("whole: ")
        assert set(found) <= {whole, answered, *statuses}, command
