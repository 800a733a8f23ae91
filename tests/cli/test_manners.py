"""How the program behaves on a terminal: its width, letters, colour, pager, and what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from tests.slow import quick_are

from utpartners.cli import terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import OnTerminal
    from tests.conftest import Run

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are ways of POSIX")


@pytest.mark.parametrize("columns", ["0", "", "wide", "-5", "999999999999", "1" * 5000])
def test_columns_that_are_no_width(on_terminal: OnTerminal, columns: str) -> None:
    """COLUMNS that is no usable width counts as not set."""
    assert on_terminal("list", env={"COLUMNS": columns}) == on_terminal("list")


def test_a_terminal_is_at_least_so_wide(on_terminal: OnTerminal) -> None:
    """A width in which nothing fits is taken for the least one."""
    assert on_terminal("depts", env={"COLUMNS": "3"}) == on_terminal("depts", env={"COLUMNS": "20"})


@pytest.mark.parametrize(
    "encoding", quick_are(["ascii"], ["ascii", "cp932", "cp1252", "iso8859-1", "euc_jp"])
)
@pytest.mark.parametrize("args", [["show", "tsinghua"], ["list"], ["help"], ["show", "nobody é東"]])
def test_other_letters(on_terminal: OnTerminal, args: list[str], encoding: str) -> None:
    """A terminal that lacks a letter gets another in its place, and no line gets wider."""
    text = on_terminal(*args, env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert "internal error" not in text
    assert text
    plain = [line for line in text.split("\n") if "\x1b" not in line]
    assert all(cell_len(line) <= 80 for line in plain)


def test_a_letter_keeps_its_width() -> None:
    """An accent is dropped, a sign becomes one like it, and any other letter question marks."""
    name = terminal.replacing()
    assert "Zürich – é… 東京 │".encode("ascii", name) == b"Zurich - e. ???? |"
    assert "Zürich 東京".encode("cp932", name).decode("cp932") == "Zurich 東京"


@pytest.mark.parametrize(
    ("env", "has_colour"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_forced_colour(run: Run, env: dict[str, str], has_colour: bool) -> None:
    """FORCE_COLOR and CLICOLOR_FORCE colour a table in a pipe, unless colour is unwanted."""
    for args in (["list"], ["list", "-h"]):
        assert ("\x1b[" in run(*args, env={"TERM": "xterm", **env}).stdout) == has_colour


@pytest.mark.parametrize("args", [["list", "-f", "csv"], ["list", "--json"], ["show", "nobody"]])
def test_colour_is_not_forced_upon_data(run: Run, args: list[str]) -> None:
    """Formats for programs and errors have no colour, even where it is forced."""
    done = run(*args, env={"FORCE_COLOR": "1"})
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x1b" not in run("list", "--no-color", env={"FORCE_COLOR": "1"}).stdout


@pytest.mark.parametrize(
    "env", [{"PAGER": "false"}, {"TERM": "dumb"}, {"UTPARTNERS_PAGER": "false"}]
)
def test_nothing_is_lost_to_a_pager(on_terminal: OnTerminal, env: dict[str, str]) -> None:
    """A pager that fails, and a terminal that cannot have one, leave the whole answer."""
    text = on_terminal("list", env={"LESS": "", **env}, rows=10)
    assert "anu" in text
    assert "grandes-ecoles" in text
    assert "RETURN" not in text


def test_quiet(run: Run, on_terminal: OnTerminal, tmp_path: Path) -> None:
    """--quiet leaves out the notes, and keeps answers and errors."""
    assert run("list", "--since", "2015").stderr
    quiet = run("list", "--since", "2015", "--quiet")
    assert (quiet.returncode, quiet.stderr) == (0, "")
    assert quiet.stdout == run("list", "--since", "2015").stdout
    assert run("-q", "show", "nobody").stderr.startswith("utpartners: ")
    assert on_terminal("list", "-q", "-o", str(tmp_path / "a.csv")) == ""


@pytest.mark.parametrize(
    ("args", "name", "what"),
    [
        (["export"], "big.db", ": 16 partnerships"),
        (["export"], "big.toml", ": 16 partnerships"),
        (["list"], "list.csv", ": 16 rows"),
        (["list", "--country", "DE"], "list.xlsx", ": 1 row"),
        (["show", "ANU"], "anu.md", ""),
    ],
)
def test_a_written_file_is_confirmed(
    on_terminal: OnTerminal, run: Run, tmp_path: Path, args: list[str], name: str, what: str
) -> None:
    """Whoever watches is told that a file is written, and what it has; a script is not."""
    path = tmp_path / name
    assert on_terminal(*args, "-o", str(path)).splitlines()[-1] == f"Wrote {path}{what}"
    assert run(*args, "-o", str(path), "--force").stderr == ""


@posix
def test_waiting_is_told(on_terminal: OnTerminal) -> None:
    """A command that waits for what is typed says so."""
    text = on_terminal("match", "-", typed="ANU\n\x04")
    assert "Reading names from standard input; Ctrl-D ends it." in text
    assert "Australian National University" in text


@posix
@pytest.mark.parametrize("path", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_a_path_that_is_stdout(run: Run, path: str) -> None:
    """Such a path is written to as stdout is."""
    if not os.path.exists(path):
        pytest.skip(f"there is no {path}")
    assert run("list", "-f", "csv", "-o", path).stdout == run("list", "-f", "csv").stdout
    assert run("init", path).stdout == run("init", "-").stdout


@posix
@pytest.mark.parametrize("option", quick_are([""], ["", " --force"]))
@pytest.mark.parametrize(
    "target", ["/dev/stdout --quiet >> log", "/dev/stderr 2>> log", "/dev/fd/3 3>> log"]
)
def test_a_log_is_not_destroyed(
    program: list[str], clean_env: dict[str, str], tmp_path: Path, target: str, option: str
) -> None:
    """What is written to a descriptor of the shell is added to what its file has."""
    (tmp_path / "log").write_text("before\n")
    line = f'"$@" list -f csv{option} -o {target}'
    command = ["bash", "-c", line, "bash", *program]
    subprocess.run(command, check=True, cwd=tmp_path, env=clean_env)
    lines = (tmp_path / "log").read_text("utf-8").splitlines()
    assert lines[0] == "before"
    assert len(lines) == 18


@pytest.mark.parametrize("command", ["list", "search a", "dept GS Eng"])
@pytest.mark.parametrize("limit", [2**63 - 1, 2**63, 10**20, 10**4000])
def test_a_limit_of_any_size(run: Run, command: str, limit: int) -> None:
    """A limit above what SQLite can count means all rows."""
    args = [*command.split(), "-f", "csv"]
    assert run(*args, "--limit", f"{limit:d}").stdout == run(*args).stdout


@pytest.mark.parametrize(
    "args",
    [
        ["show", "a\nutpartners: forged"],
        ["a\nutpartners: forged"],
        ["help", "a\nutpartners: forged"],
        ["dept", "a\nutpartners: forged"],
        ["list", "--status", "a\nutpartners: forged"],
        ["list", "--data", "a\nutpartners: forged"],
        ["list", "--data=a\nutpartners: forged"],
        ["list", "-f", "a\nutpartners: forged"],
        ["list", "--fields", "a\nutpartners: forged"],
        ["tree", "--by", "a\nutpartners: forged"],
        ["check", "a\nutpartners: forged"],
        ["list", "--a\nutpartners: forged"],
        ["list", "-o", "a\nutpartners: forged/b.csv"],
        ["timeline", "--since", "a\nutpartners: forged"],
    ],
    ids=repr,
)
def test_a_name_forges_no_line(run: Run, tmp_path: Path, args: list[str]) -> None:
    """What was typed stays within its line of an error."""
    done = run(*args, cwd=tmp_path)
    assert done.returncode in (1, 2)
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith("utpartners: ")] == lines[:1]


def test_a_hint_is_quoted_for_a_shell(run: Run, tmp_path: Path) -> None:
    """A command that a hint proposes can be typed as it stands, whatever is in a name."""
    hint = run("list", "-o", "my reports;touch x/a.csv", cwd=tmp_path).stderr.splitlines()[1]
    assert hint == "Create it first: mkdir -p 'my reports;touch x'"
    hint = run("shwo", "a;b", "c d").stderr.splitlines()[1]
    assert hint == "Try: utpartners show 'a;b' 'c d'"
    hint = run("show", "$(reboot)").stderr.splitlines()[-1]
    assert hint == "To find where it is mentioned: utpartners search '$(reboot)'"


@pytest.mark.parametrize("name", ["list.xlsx", "a.db", "a.json", "a.zip", "a.CSV", "a.md"])
def test_init_writes_toml_under_no_other_name(run: Run, tmp_path: Path, name: str) -> None:
    """A name that promises another form is refused, with the way to that form."""
    done = run("init", name, cwd=tmp_path)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    message, hint = done.stderr.splitlines()
    assert message == f"utpartners: {name}: init writes TOML"
    assert hint.endswith(f"-o {name}")


def test_init_makes_a_folder_only_if_asked(run: Run, tmp_path: Path) -> None:
    """The name of a folder is refused without --folder, which is named."""
    done = run("init", "ours/", cwd=tmp_path)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert done.stderr.splitlines() == [
        "utpartners: ours/: init writes a file",
        "For a folder with a file for each partnership: utpartners init ours/ --folder",
    ]


@pytest.mark.parametrize("name", ["a.toml", "a", "A.TOML", "a.catalogue"])
def test_init_writes_toml_under_its_own_name(run: Run, tmp_path: Path, name: str) -> None:
    """A name that ends in .toml, or in nothing that is known, is written."""
    assert run("init", name, cwd=tmp_path).returncode == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["list", "--json", "-f", "csv"], "--json and -f csv contradict each other"),
        (["-f", "csv", "list", "--json"], "--json and -f csv contradict each other"),
        (["--data", "list"], "--data: the command 'list' was read as its value"),
        (["-o", "list"], "--output: the command 'list' was read as its value"),
        (["--json"], "--json is given without a command"),
        (["--data", "c.toml"], "--data is given without a command"),
        (["--size", "slide"], "--size is given without a command"),
    ],
)
def test_options_that_do_not_fit(run: Run, args: list[str], message: str) -> None:
    """Options that contradict each other, or have no command, are wrong usage and no answer."""
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == f"utpartners: {message}"
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize("args", [["--json", "list", "-f", "json"], ["--lang", "ja"], ["-q"]])
def test_options_that_fit(run: Run, args: list[str]) -> None:
    """The same twice is no contradiction, and the help may be asked for in a language."""
    assert run(*args).returncode == 0
