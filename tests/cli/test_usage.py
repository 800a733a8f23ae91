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


@pytest.mark.parametrize(
    ("args", "name", "example"),
    [
        (["import"], "SHEET", "utpartners import list.xlsx"),
        (["import", "list.xlsx"], "--into", "utpartners import list.xlsx"),
        (["show"], "NAME...", "utpartners show ANU"),
        (["diff", "old.toml"], "NEW", "utpartners diff old.toml new.toml"),
        (["init"], "FILE", "utpartners init catalogue.toml"),
    ],
)
def test_what_is_missing(run: Run, args: list[str], name: str, example: str) -> None:
    """What a command cannot do without is named and explained, with a line that can be typed."""
    message, meaning, line = run(*args).stderr.splitlines()
    assert message == f"utpartners: {name} is required"
    assert meaning.endswith(".")
    assert line.startswith(f"For example: {example}")
