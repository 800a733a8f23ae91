"""What the program says of itself: its commands, options, answers, exit statuses and variables.

make_reference.py, manual_page.py and make_public.py write it down.
"""

from __future__ import annotations

import os
import shlex
import shutil
from contextlib import chdir, closing, redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import typer

from utpartners import bundled
from utpartners.api import open_catalogue
from utpartners.cli import app
from utpartners.cli import commands as registry
from utpartners.cli.explanation import Explanation, Part, explained, part
from utpartners.cli.global_options import parameters
from utpartners.cli.help import ABOUT
from utpartners.cli.session import Session
from utpartners.cli.topics import ALONE, TOPICS
from utpartners.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from utpartners.answers import Answer, Column

TYPICAL = {"sql": ("utpartners sql --schema",), "matrix": ("utpartners matrix",)}
"""Command lines for the columns of a command whose examples show only columns of their own."""

WITHOUT_SAMPLES = {"init"}
"""Commands that make the file which their example names."""

SAMPLE_CSV = "Name,University\nA. Visitor,ANU\n"

SAMPLE_LIST = "Partner,Country,Date signed\nUniversity of Seestadt,Austria,2019\n"
"""A list to import. What it is shows in its content, not in the name that an example gives it."""

SAMPLE_DUMP = """[{"id": "https://ror.org/000002197", "status": "active", "types": ["education"],
"names": [{"value": "University of Seestadt", "types": ["ror_display", "label"], "lang": "en"}]}]
"""
"""A dump of ROR, which is known by its content, too."""

MADE = ("-o", "--output")
"""Options before the name of a file that the command makes."""


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


def commands() -> list[Explanation]:
    """Every command of the registry."""
    group = app.program()
    context = typer.Context(group, info_name="utpartners")
    return [
        explained(
            entry,
            group.get_command(context, entry.name),
            import_module(f"{registry.__name__}.{entry.name}"),
            parameters(),
        )
        for entry in registry.COMMANDS
    ]


def global_options() -> list[Part]:
    """The options that may stand before or after a command."""
    return list(map(part, parameters()))


def other_options() -> list[Part]:
    """The options that stand alone, without a command."""
    alone = [option for option in app.program().params if option not in parameters()]
    return [
        *map(part, alone),
        *(Part(name, text) for name, text in ALONE if name != "--version"),
    ]


def help_texts() -> Iterator[str]:
    """Every text that the help translates."""
    yield from (ABOUT, *(word for _, word in registry.EXAMPLES))
    for entry in registry.COMMANDS:
        module = import_module(f"{registry.__name__}.{entry.name}")
        yield from (entry.group, entry.brief, entry.summary)
        yield from module.DETAILS.split("\n\n")
        yield from (word for _, word in module.EXAMPLES)
    group: Any = app.program()
    context = typer.Context(group, info_name="utpartners")
    for command in [group, *(group.get_command(context, e.name) for e in registry.COMMANDS)]:
        yield from (option.help for option in command.params if option.help)
    for topic in TOPICS.values():
        yield from (topic.title, *topic.paragraphs, *(text for _, text in topic.rows))
    yield from (text for _, text in ALONE)
    yield from (format.summary for format in FORMATS)


def answers(command: Explanation) -> Iterator[tuple[str, tuple[Column, ...]]]:
    """Command lines and the columns of their answers, each set of columns once."""
    lines = list(TYPICAL.get(command.name, (line for line, _ in command.examples)))
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
        patch.dict(os.environ, {"XDG_CACHE_HOME": folder}),
        closing(recorder),
        redirect_stdout(silence),
        redirect_stderr(silence),
    ):
        if words[0] not in WITHOUT_SAMPLES:
            _write_samples(words)
        arguments = words if "--data" in words else ["--data", bundled.PATH, *words]
        app.program().main(arguments, obj=recorder, prog_name="utpartners", standalone_mode=False)
        # Rows may be lazy: what would be wrong with them shows only when they are read.
        list(getattr(recorder.answer, "rows", ()))
    return recorder.answer


def _write_samples(words: Sequence[str]) -> None:
    """Make the files that a command line reads, but not those that it makes."""
    made = (*MADE, "--into") if "--home" in words else MADE
    for before, word in zip(["", *words], words, strict=False):
        if before in made:
            continue
        if word.endswith((".csv", ".txt")):
            Path(word).write_text(SAMPLE_CSV, encoding="utf-8")
        elif word.endswith(".xlsx"):
            Path(word).write_text(SAMPLE_LIST, encoding="utf-8")
        elif before == "--ror":
            Path(word).write_text(SAMPLE_DUMP, encoding="utf-8")
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
