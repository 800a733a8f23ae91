"""The README and the guides: their commands work, and what they show is what is answered."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from utpartners import bundled
from utpartners.formats.template import template
from utpartners.formats.toml import records
from utpartners.store.database import write_database

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
GUIDES = (
    "README.md", "docs/office.md", "docs/analysts.md", "docs/catalogue.md", "docs/large.md",
)  # fmt: skip

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SIGNS = "|>&;\n"
"""What ends a command for the shell."""

NEEDED = {".xlsx": "openpyxl", ".parquet": "pyarrow"}
"""What must be installed to write files of a kind."""

LEFT_OUT = "…"
"""Stands for lines that an excerpt leaves out, and for the rest of a line."""


class Command(NamedTuple):
    """The part of a command line that is the program's."""

    guide: str
    words: tuple[str, ...]
    alone: bool
    """Whether its output goes nowhere else, such as through a pipe."""


class Shown(NamedTuple):
    """Commands of one block, and what the guide shows of their output."""

    commands: tuple[Command, ...]
    excerpt: str


def blocks(guide: str) -> list[tuple[str, str]]:
    """Language and text of each block of code in a guide."""
    return _BLOCK.findall((ROOT / guide).read_text("utf-8"))


def commands(guide: str, block: str) -> Iterator[Command]:
    """The commands of utpartners in a block; a statement in quotes may have several lines."""
    lexer = shlex.shlex(block, posix=True, punctuation_chars=SIGNS)
    lexer.whitespace_split = True
    lexer.whitespace = " \t"
    lexer.commenters = ""
    line: list[str] = []
    for word in [*lexer, "\n"]:
        if "\n" not in word or not set(word) <= set(SIGNS):
            line.append(word)
            continue
        if line and line[0] == "utpartners":
            yield _command(guide, line)
        line = []


def _command(guide: str, line: list[str]) -> Command:
    ends = (place for place, word in enumerate(line) if word == "#" or set(word) <= set(SIGNS))
    end = next(ends, len(line))
    return Command(guide, tuple(line[1:end]), line[end : end + 1] in ([], ["#"]))


def of_guides() -> list[Command]:
    """Every command of every guide."""
    return [
        command
        for guide in GUIDES
        for language, block in blocks(guide)
        if language == "sh"
        for command in commands(guide, block)
    ]


def shown_in_guides() -> list[Shown]:
    """The blocks of commands that are followed by what they show."""
    found = []
    for guide in GUIDES:
        for (language, block), (after, excerpt) in pairwise(blocks(guide)):
            of_block = tuple(commands(guide, block))
            is_shown = language == "sh" and after == "text"
            if is_shown and of_block and all(command.alone for command in of_block):
                found.append(Shown(of_block, excerpt))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the list of names that a guide shows, and the catalogues that another names."""
    (listed,) = (block for language, block in blocks("docs/office.md") if language == "csv")
    (tmp_path / "registrations.csv").write_text(listed, encoding="utf-8")
    (tmp_path / "catalogues").mkdir()
    utokyo, kyoto = Path(bundled.TOML), ROOT / "tests/golden/kyoto.toml"
    for place in (tmp_path, tmp_path / "catalogues"):
        shutil.copy(utokyo, place)
        shutil.copy(kyoto, place)
    older = utokyo.read_text("utf-8").replace('"primary"', '"prospective"', 1)
    (tmp_path / "old.toml").write_text(older, "utf-8")
    return tmp_path


def prepare(command: Command, folder: Path) -> None:
    """Make the catalogues that a command asks, unless it is the command that makes one."""
    if "init" not in command.words:
        (folder / "ours.toml").write_text(template("Ours", "Kita University"), "utf-8")
    database = folder / "catalogue.db"
    if "--data" in command.words and database.name in command.words and not database.exists():
        write_database(records(bundled.TOML), str(database))


def answered(command: Command, folder: Path, env: dict[str, str]) -> str:
    """What a command writes, with its notes; the test fails where it does not answer."""
    for suffix, package in NEEDED.items():
        if any(word.endswith(suffix) for word in command.words) and find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    prepare(command, folder)
    done = subprocess.run(
        [sys.executable, "-m", "utpartners", *command.words],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == (1 if "diff" in command.words else 0), done.stderr
    return f"{done.stdout}\n{done.stderr}"


def spaced(line: str) -> str:
    """A line with one space for each run of them, as the width of a column is of no interest."""
    return " ".join(line.split())


def is_in(line: str, lines: list[str]) -> bool:
    """Whether a line of an excerpt is one of the output's, as far as it goes."""
    if line.endswith(LEFT_OUT):
        return any(other.startswith(line.removesuffix(LEFT_OUT).rstrip()) for other in lines)
    return line in lines


def test_there_are_commands() -> None:
    """Each guide has commands that are found."""
    assert {command.guide for command in of_guides()} == set(GUIDES)


def test_a_command_ends_where_the_shell_ends_it() -> None:
    """What follows a pipe, a redirection or a comment is not the program's; quotes hold lines."""
    block = "utpartners a 'b | c' | sort\nutpartners d # e\nls\nutpartners f 'g\n h'\n"
    found = [(command.words, command.alone) for command in commands("", block)]
    assert found == [(("a", "b | c"), False), (("d",), True), (("f", "g\n h"), True)]


@pytest.mark.parametrize("command", of_guides(), ids=lambda c: f"{c.guide}: {' '.join(c.words)}")
def test_a_command_of_a_guide_is_answered(
    command: Command, folder: Path, clean_env: dict[str, str]
) -> None:
    """A command line of a guide exits with 0."""
    answered(command, folder, clean_env)


@pytest.mark.parametrize(
    "shown",
    shown_in_guides(),
    ids=lambda s: f"{s.commands[0].guide}: {' '.join(s.commands[-1].words)}",
)
def test_what_a_guide_shows_is_what_is_answered(
    shown: Shown, folder: Path, clean_env: dict[str, str]
) -> None:
    """Each line of an excerpt is a line of the output, up to spaces and to what is left out."""
    output = [answered(command, folder, clean_env) for command in shown.commands]
    lines = [spaced(line) for line in "".join(output).splitlines()]
    missing = [line for line in shown.excerpt.splitlines() if not is_in(spaced(line), lines)]
    assert missing == []
