"""Run the commands of the README and the guides, and write what they print below them.

Each guide is run from top to bottom in a new, empty folder, as a reader would follow it:

- A block with a title (``toml title="ours.toml"`` after its opening marks) is a file, which is
  written.
- A block of ``sh`` is run by bash, a block of ``python`` by Python, after the earlier ones.
- A block of ``text`` right after one of these is what it prints. Where it has lines of ``…`` alone,
  only the lines before the first and after the last of them are shown.
- A comment before a block, which a reader does not see, says what is special about it:
  ``<!-- exit status: 1 -->``, ``<!-- on a terminal -->`` where what is printed is the screen of a
  terminal of 78 cells and not what a pipe gets, or ``<!-- not run: why -->``.

Run it as ``python docs/make_guides.py`` with utpartners installed, with files for only some of
the guides. With ``--check`` it writes nothing, and its exit status is 1 where a guide is out of
date. A block that needs a program or a
package that is missing is left as it is, unless UTPARTNERS_DOCS is ``required``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = Path(__file__).parent

GENERATED = ("keys.md", "public.md", "reference.md", "rules.md")
"""Pages that other scripts write. make_reference.py runs the examples of the reference."""

_BLOCK = re.compile(
    r"(?:^<!-- (?P<remark>[^\n]*) -->\n)?"
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"\n]+)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)

LEFT_OUT = "…"
"""A line that stands for lines that are left out."""

WIDTH = 78
"""Cells of the terminal: what is shown fits into the narrow column of a package index too."""

NOT_FOUND = 127
"""The exit status of bash where there is no such command."""

NO_MODULE = 86
"""The exit status of a block of Python where a package is not installed."""

PERSONAL = re.compile(
    r"UTPARTNERS_.*|.*COLOR.*|COLUMNS|LINES|LANGUAGE|LC_.*|.*PAGER|TERM|TTY_.*|PYTHON(IOENC.*|UTF8)"
)
"""Settings that would change what the program prints."""

_PYTHON = """
import ast, contextlib, io, sys
try:
    *earlier, last = map(ast.parse, {blocks!r})
    with contextlib.redirect_stdout(io.StringIO()):
        for block in earlier:
            exec(compile(block, "earlier", "exec"), globals())
    value = last.body.pop() if isinstance(last.body[-1], ast.Expr) else None
    exec(compile(last, "block", "exec"), globals())
    if value is not None:
        value = eval(compile(ast.Expression(value.value), "block", "eval"), globals())
        if value is not None:
            print(repr(value))
except Exception as error:
    # utpartners tells of a package that is missing in its own words.
    if not isinstance(error.__cause__ or error, ModuleNotFoundError):
        raise
    print(error, file=sys.stderr)
    sys.exit({missing})
"""
"""Runs blocks one after the other, and prints the value of the last expression as Python does."""


class GuideError(Exception):
    """A block of a guide does not do what the guide says."""


class Block(NamedTuple):
    """A block of code in a guide."""

    language: str
    text: str
    title: str
    """The name of the file that it is; empty for others."""
    remark: str
    """What the comment before it says."""
    start: int
    """Where its text begins in the guide."""

    @property
    def is_run(self) -> bool:
        """Whether it holds commands or statements that are to be run."""
        runnable = self.language in ("sh", "python") and not self.title
        return runnable and not self.remark.startswith("not run: ")

    @property
    def is_on_a_terminal(self) -> bool:
        """Whether its output is that for a terminal."""
        return self.remark == "on a terminal"

    @property
    def status(self) -> int:
        """The exit status that it should have."""
        return int(self.remark.removeprefix("exit status: ")) if "status" in self.remark else 0


def guides() -> list[Path]:
    """Return the README and every page of the documentation that a person writes."""
    pages = [path for path in sorted(FOLDER.rglob("*.md")) if path.name not in GENERATED]
    return [FOLDER.parent / "README.md", *pages]


def blocks(text: str) -> list[Block]:
    """Return the blocks of a guide in their order."""
    return [
        Block(
            found["language"],
            found["text"],
            found["title"] or "",
            found["remark"] or "",
            found.start("text"),
        )
        for found in _BLOCK.finditer(text)
    ]


class Runner:
    """Runs the blocks of one guide in a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.statements: list[str] = []
        """The blocks of Python so far."""
        self.exports: list[str] = []
        """The variables that the blocks of sh have exported so far, as lines of sh."""
        programs = [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
        kept = {name: text for name, text in os.environ.items() if not PERSONAL.fullmatch(name)}
        self.environment = {
            **kept,
            "PATH": os.pathsep.join(programs),
            "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": os.path.join(folder, ".cache"),  # not that of who runs it
        }

    def output(self, block: Block) -> str | None:
        """Return what a block prints; None where something that it needs is not installed."""
        if block.title:
            Path(self.folder, block.title).write_text(block.text, encoding="utf-8")
            return None
        if not block.is_run:
            return None
        status, printed = (self._on_a_terminal if block.is_on_a_terminal else self._piped)(block)
        is_missing = status in (NOT_FOUND, NO_MODULE)
        if is_missing and os.environ.get("UTPARTNERS_DOCS") != "required":
            return None
        if status != block.status:
            raise GuideError(f"exit status {status}:\n{block.text}\n{printed}")
        return printed

    def _piped(self, block: Block) -> tuple[int, str]:
        done = subprocess.run(
            self._command(block),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            encoding="utf-8",
            timeout=600,
        )
        return done.returncode, done.stdout

    def _on_a_terminal(self, block: Block) -> tuple[int, str]:
        # A dumb terminal has neither colours nor a pager.
        environment = {**self.environment, "TERM": "dumb", "COLUMNS": str(WIDTH)}
        return terminal.shown(self._command(block), environment, self.folder)

    def _command(self, block: Block) -> list[str]:
        if block.language == "sh":
            lines = "\n".join([*self.exports, block.text])
            self.exports += re.findall(r"^export .*", block.text, re.MULTILINE)
            return ["bash", "-e", "-o", "pipefail", "-c", lines]
        self.statements.append(block.text)
        code = _PYTHON.format(blocks=self.statements, missing=NO_MODULE)
        return [sys.executable, "-c", code]


def written(text: str) -> str:
    """Return a guide with what its commands print now."""
    with TemporaryDirectory() as folder:
        pieces = list(_pieces(text, blocks(text), Runner(folder)))
    return "".join(pieces)


def _pieces(text: str, found: Iterable[Block], runner: Runner) -> Iterator[str]:
    place = 0
    printed: str | None = None
    for block in found:
        if block.language == "text" and not block.title:
            if printed is not None:
                yield text[place : block.start]
                yield excerpt(printed, block.text)
                place = block.start + len(block.text)
            printed = None
        else:
            printed = runner.output(block)
    yield text[place:]


def excerpt(printed: str, shown: str) -> str:
    """Return as many lines of the output from its start and its end as are shown now."""
    lines = [line.rstrip() for line in printed.rstrip().splitlines()]
    before = shown.splitlines()
    marks = [place for place, line in enumerate(before) if line == LEFT_OUT]
    if marks:
        first, last = marks[0], len(before) - marks[-1] - 1
        if first + last < len(lines):
            lines = [*lines[:first], LEFT_OUT, *lines[len(lines) - last :]]
    return "".join(f"{line}\n" for line in lines)


def main() -> int:
    """Write every guide; with ``--check``, only say which is out of date."""
    named = [Path(word).resolve() for word in sys.argv[1:] if not word.startswith("-")]
    status = 0
    for path in named or guides():
        before = path.read_text("utf-8")
        try:
            after = written(before)
        except GuideError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            status = 1
            continue
        if after == before:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{path.name} is out of date: run {sys.argv[0]}", file=sys.stderr)
            status = 1
        else:
            path.write_text(after, encoding="utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
