"""What a pipe gets, and what is wrong usage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "jsonl", "markdown"])
@pytest.mark.parametrize("command", [["list"], ["show", "ETHZ"], ["matrix"], ["tree"]], ids=str)
def test_pipe(run: Run, command: list[str], format: str) -> None:
    """A pipe gets no escapes, and nothing cut, at any width."""
    done = run(*command, "-f", format, env={"COLUMNS": "40", "TERM": "xterm-256color"})
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "…" not in done.stdout
    assert "\r" not in done.stdout
    if command == ["list"]:
        assert "Swiss Federal Institute of Technology in Zurich" in done.stdout


def test_a_record_a_line(run: Run) -> None:
    """In a pipe, the table has a header and a line for each record."""
    assert len(run("list").stdout.splitlines()) == 17
    assert len(run("depts").stdout.splitlines()) == 33


@pytest.mark.parametrize(
    "args",
    [
        ["list", "--extra"],
        ["list", "--colour"],
        ["list", "-f"],
        ["list", "-f", "yaml"],
        ["show"],
        ["dept"],
        ["tree", "--by", "colour"],
        ["export", "--table", "colours"],
        ["--data"],
        ["-x"],
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Run, args: list[str]) -> None:
    """Wrong usage is exit 2, with one message that says where the help is or what there is."""
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("utpartners: ")
    assert len(done.stderr.splitlines()) <= 3
    assert "Traceback" not in done.stderr


def test_ascii_locale(run: Run) -> None:
    """Output is UTF-8 whatever the locale says, so that no name is a mistake."""
    done = run("show", "tsinghua", env={"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "清華大学" in done.stdout
