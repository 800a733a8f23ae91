"""What the program says of itself: its commands, options, answers, exit statuses and variables.

make_reference.py, manual_page.py and make_public.py write it down.
"""

from __future__ import annotations

import re
import shlex
import shutil
from contextlib import chdir, closing, redirect_stderr, redirect_stdout
from inspect import cleandoc
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from utpartners import bundled
from utpartners.api import open_catalogue
from utpartners.cli import app
from utpartners.cli.commands import COMMANDS
from utpartners.cli.global_options import parameters
from utpartners.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from utpartners.answers import Answer, Column
    from utpartners.cli.commands import CommandEntry

ALSO = {
    "import": "import has rows to look at",
    "check": "check found errors",
    "diff": "diff found differences",
}
"""Commands that succeed and still exit with 1."""

_ALSO = "".join(f" Also: {ALSO[entry.name]}." for entry in COMMANDS if entry.name in ALSO)

EXIT_STATUSES = (
    ("0", "Success, even if nothing was found."),
    (
        "1",
        f"Cannot be answered: a name is unknown or ambiguous, or a file is unreadable.{_ALSO}",
    ),
    ("2", "Incorrect usage: an unknown command, option or value."),
    ("130", "Interrupted with Ctrl-C."),
)

VARIABLES = (
    ("UTPARTNERS_DATA", "The catalogue to use if --data is not given."),
    ("UTPARTNERS_LANG", "The language to use if --lang is not given, such as ja."),
    ("LC_ALL, LC_MESSAGES, LANG", "The locale; its language is used if none is named."),
    ("LANGUAGE", "Languages to use instead of that of the locale, such as ja:en."),
    ("UTPARTNERS_PAGER", "The pager for output longer than the screen; empty or cat for none."),
    ("PAGER", "The pager of all programs; UTPARTNERS_PAGER takes precedence."),
    ("LESS", "Options of less, the default pager (default: FRX)."),
    ("NO_COLOR", "No colour if set to any value."),
    ("TERM", "No colour if set to dumb."),
    ("COLUMNS", "Width to use instead of that of the terminal."),
    ("UTPARTNERS_DEBUG", "If set, shows a traceback when the program fails."),
)

TYPICAL = {"sql": ("utpartners sql --schema",), "matrix": ("utpartners matrix",)}
"""Command lines for the columns of a command whose examples show only columns of their own."""

WITHOUT_SAMPLES = {"init"}
"""Commands that make the file which their example names."""

SAMPLE_CSV = "Name,University\nA. Visitor,ANU\n"

SAMPLE_LIST = "Partner,Country\nUniversity of Seestadt,Austria\n"
"""A list to import. What it is shows in its content, not in the name that an example gives it."""

MADE = ("-o", "--output", "--into")
"""Options before the name of a file that the command makes."""


class Part(NamedTuple):
    """An argument or an option, as people see it."""

    name: str
    help: str


class Command(NamedTuple):
    """What the program says of one of its commands."""

    name: str
    summary: str
    description: str
    usage: str
    arguments: tuple[Part, ...]
    options: tuple[Part, ...]
    examples: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    """Pairs of an option and one of its few values."""


class Recorder(Session):
    """Keeps the answer of a command, which a session writes."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer | None = None

    def write_answer(self, answer: Answer, *_: Any, **__: Any) -> None:
        """Keep an answer."""
        self.answer = answer

    def write(self, *_: Any, **__: Any) -> None:
        """Leave out a whole catalogue."""


def commands() -> list[Command]:
    """Every command of the registry."""
    group = app.program()
    context = typer.Context(group, info_name="utpartners")
    return [_command(entry, group.get_command(context, entry.name)) for entry in COMMANDS]


def _command(entry: CommandEntry, command: Any) -> Command:
    paragraphs = [" ".join(text.split()) for text in cleandoc(command.help).split("\n\n")[1:]]
    parted = [_parted(text) for text in paragraphs]
    own = [option for option in command.params if option not in parameters()]
    arguments = [option for option in own if option.param_type_name == "argument"]
    options = [option for option in own if option.param_type_name == "option"]
    examples = [line for _, lines in parted for line in lines]
    if not examples and not any(argument.required for argument in arguments):
        examples = [f"utpartners {entry.name}"]
    return Command(
        entry.name,
        entry.summary,
        "\n\n".join(text for text, _ in parted if text),
        " ".join(["utpartners", entry.name, *map(_placed, arguments), "[OPTIONS]"]),
        tuple(Part(_metavar(argument), argument.help) for argument in arguments),
        tuple(map(_part, options)),
        tuple(examples),
        tuple((option.opts[0], value) for option in options for value in _choices(option)),
    )


_EXAMPLES = re.compile(r"(?:(.*?[.:]) )?(utpartners .*)")


def _parted(paragraph: str) -> tuple[str, list[str]]:
    """The sentences of a paragraph, and the command lines that stand after them."""
    found = _EXAMPLES.fullmatch(paragraph)
    if found is None or (found[1] or "").endswith(":"):
        return paragraph, []
    return found[1] or "", re.split(r", (?=utpartners )", found[2])


def _choices(option: Any) -> tuple[str, ...]:
    return tuple(getattr(option.type, "choices", ()))


def _metavar(option: Any) -> str:
    return str(option.metavar or "|".join(_choices(option)) or option.name.upper())


def _placed(argument: Any) -> str:
    return _metavar(argument) if argument.required else f"[{_metavar(argument)}]"


def _part(option: Any) -> Part:
    names = ", ".join(sorted(option.opts, key=len))
    value = "" if option.is_flag else f" {_metavar(option)}"
    default = f" Default: {option.default}." if _choices(option) and option.default else ""
    variable = f" Or set {option.envvar}." if option.envvar else ""
    return Part(f"{names}{value}", f"{option.help}{default}{variable}")


def global_options() -> list[Part]:
    """The options that may stand before or after a command."""
    return list(map(_part, parameters()))


def other_options() -> list[Part]:
    """The options that stand alone, without a command."""
    alone = [option for option in app.program().params if option not in parameters()]
    return [
        *map(_part, alone),
        Part("-h, --help", "Show the help; after a command, the help of the command."),
    ]


def answers(command: Command) -> Iterator[tuple[str, tuple[Column, ...]]]:
    """Command lines and the columns of their answers, each set of columns once."""
    lines = list(TYPICAL.get(command.name, command.examples))
    lines += [f"utpartners {command.name} {option} {value}" for option, value in command.choices]
    known: list[tuple[Column, ...]] = []
    for line in lines:
        answer = _answer(line)
        if answer is not None and answer.columns not in known:
            known.append(answer.columns)
            yield line, answer.columns


def _answer(line: str) -> Answer | None:
    """What the program answers to a command line about the bundled catalogue."""
    words = shlex.split(line)[1:]
    recorder = Recorder()
    silence = StringIO()
    with (
        TemporaryDirectory() as folder,
        chdir(folder),
        closing(recorder),
        redirect_stdout(silence),
        redirect_stderr(silence),
    ):
        if words[0] not in WITHOUT_SAMPLES:
            _write_samples(words)
        arguments = ["--data", bundled.PATH, *words]
        app.program().main(arguments, obj=recorder, prog_name="utpartners", standalone_mode=False)
        # Rows may be lazy: what would be wrong with them shows only when they are read.
        list(getattr(recorder.answer, "rows", ()))
    return recorder.answer


def _write_samples(words: Sequence[str]) -> None:
    """Make the files that a command line reads, but not those that it makes."""
    read = [word for before, word in zip(["", *words], words, strict=False) if before not in MADE]
    for word in read:
        if word.endswith(".csv"):
            Path(word).write_text(SAMPLE_CSV, encoding="utf-8")
        elif word.endswith(".xlsx"):
            Path(word).write_text(SAMPLE_LIST, encoding="utf-8")
        elif word.endswith(".toml"):
            shutil.copy(bundled.TOML, word)


def keys(columns: Iterable[Column], before: str = "") -> Iterator[tuple[str, str]]:
    """Key and kind of each column, those of nested records after it; ids and codes once."""
    was_name = False
    for column in columns:
        name = _names().get(column.key) if not before and column.kind == "boolean" else None
        if name is None:
            yield f"`{before}{column.key}`", column.kind
        elif not was_name:
            yield f"each {name}", column.kind
        was_name = name is not None
        yield from keys(column.columns, f"{before}{column.key}[].")


_NAMES: dict[str, str] = {}


def _names() -> dict[str, str]:
    """What the ids and codes that head columns are: those of a partnership or a department."""
    if not _NAMES:
        with open_catalogue(bundled.PATH) as asked:
            _NAMES.update({row["code"]: "code of a department" for row in asked.depts().records()})
            _NAMES.update({row["id"]: "id of a partnership" for row in asked.list().records()})
    return _NAMES


def first_up(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return f"{text[:1].upper()}{text[1:]}"
