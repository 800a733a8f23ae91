"""Writes the command reference and the man page from the program itself.

Run it as ``python docs/make_reference.py`` with utpartners installed. With ``--check`` it writes
nothing, and its exit status is 1 where a file is not what it would write.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
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
from utpartners.cli.commands import COMMANDS, EXAMPLES
from utpartners.cli.global_options import parameters
from utpartners.cli.help import overview
from utpartners.cli.session import Session
from utpartners.render import FORMATS
from utpartners.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from utpartners.answers import Answer, Column
    from utpartners.cli.commands import CommandEntry

FOLDER = Path(__file__).parent
REFERENCE = FOLDER / "reference.md"
MAN = FOLDER / "utpartners.1"

ALSO = {"check": "check found errors", "diff": "diff found differences"}
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
    (
        "UTPARTNERS_LANG",
        "The language if --lang is not given; without it, that of the locale (LANG).",
    ),
    ("UTPARTNERS_PAGER", "The pager for output longer than the screen; empty or cat for none."),
    ("PAGER", "The pager of all programs; UTPARTNERS_PAGER takes precedence."),
    ("LESS", "Options of less, the default pager (default: FRX)."),
    ("NO_COLOR", "No colour if set to any value."),
    ("TERM", "No colour if set to dumb."),
    ("COLUMNS", "Width to use instead of that of the terminal."),
    ("UTPARTNERS_DEBUG", "If set, shows a traceback when the program fails."),
)

VALUES = (
    ("text", "text, or `null`", "the text; empty for `null`"),
    ("number", "a number, or `null`", "the number"),
    ("boolean", "`true` or `false`", "`true` or `false`"),
    ("list", "an array of text", "the items, joined with `; `"),
    ("names", "an object: language, text", "`ja: …; zh: …`"),
    ("records", "an array of objects with the keys below", "each record as text, joined with `; `"),
)

TYPICAL = {"sql": ("utpartners sql --schema",), "matrix": ("utpartners matrix",)}
"""Command lines for the columns of a command whose examples show only columns of their own."""

WITHOUT_SAMPLES = {"init"}
"""Commands that make the file which their example names."""

SAMPLE_CSV = "Name,University\nA. Visitor,ANU\n"


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
    """Make the files that a command line reads, but not the one after -o."""
    for before, word in zip(["", *words], words, strict=False):
        if before not in ("-o", "--output") and word.endswith(".csv"):
            Path(word).write_text(SAMPLE_CSV, encoding="utf-8")
        elif before not in ("-o", "--output") and word.endswith(".toml"):
            shutil.copy(bundled.TOML, word)


def _keys(columns: Iterable[Column], before: str = "") -> Iterator[tuple[str, str]]:
    """Key and kind of each column, those of nested records after it; ids and codes once."""
    was_name = False
    for column in columns:
        name = _names().get(column.key) if not before and column.kind == "boolean" else None
        if name is None:
            yield f"`{before}{column.key}`", column.kind
        elif not was_name:
            yield f"each {name}", column.kind
        was_name = name is not None
        yield from _keys(column.columns, f"{before}{column.key}[].")


_NAMES: dict[str, str] = {}


def _names() -> dict[str, str]:
    """What the ids and codes that head columns are: those of a partnership or a department."""
    if not _NAMES:
        with open_catalogue(bundled.PATH) as asked:
            _NAMES.update({row["code"]: "code of a department" for row in asked.depts().records()})
            _NAMES.update({row["id"]: "id of a partnership" for row in asked.list().records()})
    return _NAMES


def reference() -> str:
    """The command reference in Markdown."""
    found = commands()
    lines = [
        "# Command reference",
        "",
        f"For utpartners {VERSION}. Generated by `docs/make_reference.py` from the program:",
        "change the program, not this file.",
        "",
        "- Commands: " + ", ".join(f"[{c.name}](#{c.name})" for c in found),
        "- [Options of every command](#options-of-every-command)",
        "- [Exit status](#exit-status)",
        "- [Environment](#environment)",
        "- [Formats](#formats)",
        "- [Keys and columns](#keys-and-columns)",
    ]
    for command in found:
        lines += ["", *_command_lines(command)]
    lines += ["", "## Options of every command", "", "They may stand before or after the command."]
    lines += ["", *_table(("Option", "Meaning"), _coded(global_options()))]
    lines += ["", "Without a command:", "", *_table(("Option", "Meaning"), _coded(other_options()))]
    lines += ["", "## Exit status", "", *_table(("Status", "Meaning"), EXIT_STATUSES)]
    lines += ["", "## Environment", "", *_table(("Variable", "Meaning"), _coded(VARIABLES))]
    lines += ["", *_format_lines(), "", *_key_lines(found)]
    return "\n".join(lines) + "\n"


def _command_lines(command: Command) -> Iterator[str]:
    yield from (f"## {command.name}", "", f"{command.summary}.")
    yield from ("", "```text", command.usage, "```")
    if command.description:
        yield from ("", _prose(command.description))
    if parts := [*command.arguments, *command.options]:
        yield from ("", *_table(("Argument or option", "Meaning"), _coded(parts)))
    if command.examples:
        yield from ("", "```sh", *command.examples, "```")


def _format_lines() -> Iterator[str]:
    yield from ("## Formats", "")
    yield "`-f` names the output format. Without it, the extension of the file given with `-o` sets"
    yield "the format; without `-o`, it is `table`."
    yield ""
    rows = [
        (f"`{format.name}`", " ".join(f"`{s}`" for s in format.suffixes), _first_up(format.summary))
        for format in FORMATS
    ]
    yield from _table(("Format", "Extensions", "What it is"), rows)


def _key_lines(found: Iterable[Command]) -> Iterator[str]:
    yield from ("## Keys and columns", "")
    yield "An answer has these keys in JSON and these columns in CSV, in this order, in every"
    yield "language. `agreements[].kind` is the key `kind` of each object in the array"
    yield "`agreements`. The meaning of a key is explained where a catalogue is defined:"
    yield "[`src/utpartners/model.py`](../src/utpartners/model.py)."
    yield ""
    yield "- In CSV and TSV, a single record (`show`, `about`) is rows of `field` and `value`;"
    yield "  a field inside another is a path such as `institutions.1.name`."
    yield "- `--fields` selects from the keys without a dot."
    yield "- `export` as JSON without `--table` has the tables and keys of the catalogue's file."
    yield "- `sql` has the columns of the statement."
    yield ""
    yield from _table(("Value", "In JSON and JSON Lines", "In CSV and TSV"), VALUES)
    known: dict[tuple[tuple[str, str], ...], str] = {}
    for line, columns in (answer for command in found for answer in answers(command)):
        keys = tuple(_keys(columns))
        yield from ("", f"### `{line}`", "")
        yield from [f"As `{known[keys]}`."] if keys in known else _table(("Key", "Value"), keys)
        known.setdefault(keys, line)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"| {' | '.join('---' for _ in header)} |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _coded(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(f"`{name}`", _prose(text)) for name, text in rows]


def _prose(text: str) -> str:
    """Text in which options and command lines are set as code."""
    text = re.sub(r"(?<![\w`])(--?[a-z][\w-]*(?: json\b)?)", r"`\1`", text)
    return re.sub(r"(?<=: )(utpartners [^,]+)(?=,)", r"`\1`", text)


def _first_up(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def manual() -> str:
    """The man page, for ``man`` as groff and mandoc format it."""
    lines = [
        '.\\" Generated by docs/make_reference.py: change the program, not this file.',
        f'.TH UTPARTNERS 1 "" "utpartners {roff(VERSION)}" "User Commands"',
        *(".SH NAME", f"utpartners \\- {roff(_purpose())}"),
        *(".SH SYNOPSIS", ".B utpartners", "\\fICOMMAND\\fR [\\fINAME\\fR...] [\\fIOPTIONS\\fR]"),
        *(".SH DESCRIPTION", *map(roff, DESCRIPTION)),
        *(".SH COMMANDS", *(line for command in commands() for line in _manual_of(command))),
        *(".SH OPTIONS", "They may stand before or after the command.", *_tagged(global_options())),
        *(".PP", "Without a command:", *_tagged(other_options())),
        *(".SH FORMATS", *_tagged((format.name, _suffixed(format)) for format in FORMATS)),
        *(".SH EXIT STATUS", *_tagged(EXIT_STATUSES)),
        *(".SH ENVIRONMENT", *_tagged(VARIABLES)),
        *(".SH EXAMPLES", *(line for example in EXAMPLES for line in _example(*example))),
        *(".SH SEE ALSO", ".BR less (1),", ".BR jq (1),", ".BR sqlite3 (1)"),
    ]
    return "\n".join(lines) + "\n"


DESCRIPTION = (
    "The program looks up a university's strategic partnerships: who the partners are,",
    "which departments work with which of them, what they have done together, and since when.",
    "It comes with the catalogue of the University of Tokyo and reads others in the same format.",
    "Data goes to standard output, messages go to standard error.",
    "A name may be an id, an abbreviation, a part of a name, or a name in another language.",
)


def _purpose() -> str:
    """What the first line of the help says that the program is."""
    return overview().splitlines()[0].removeprefix("utpartners: ")


def _manual_of(command: Command) -> Iterator[str]:
    yield from (
        ".SS " + roff(command.usage.removeprefix("utpartners ")),
        roff(command.summary + "."),
    )
    for paragraph in filter(None, command.description.split("\n\n")):
        yield from (".PP", roff(paragraph))
    yield from _tagged([*command.arguments, *command.options])
    if command.examples:
        yield from (".PP", ".nf", ".RS 4", *map(roff, command.examples), ".RE", ".fi")


def _tagged(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, text in rows:
        yield from (".TP", f"\\fB{roff(name)}\\fR", roff(text))


def _suffixed(format: Any) -> str:
    return f"{_first_up(format.summary)}. Suffixes: {', '.join(format.suffixes)}."


def _example(command: str, purpose: str) -> Iterator[str]:
    yield from (".PP", roff(_first_up(purpose)), ".PP", ".nf", ".RS 4", roff(command), ".RE", ".fi")


_ROFF = str.maketrans(
    {
        "\\": "\\e",
        "-": "\\-",
        "'": "\\(aq",
        '"': "\\(dq",
        "`": "\\(ga",
        "^": "\\(ha",
        "~": "\\(ti",
    }
)


def roff(text: str) -> str:
    """Text as a line of roff that shows it and is no request."""
    escaped = "".join(
        letter if letter.isascii() else f"\\[u{ord(letter):04X}]"
        for letter in text.translate(_ROFF)
    )
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def main() -> int:
    """Write both files, or say which is not as it would be written."""
    texts = {REFERENCE: reference(), MAN: manual()}
    if "--check" not in sys.argv[1:]:
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    stale = [path for path, text in texts.items() if not _is_written(path, text)]
    for path in stale:
        print(f"{path.name} is not as the program is: run docs/make_reference.py", file=sys.stderr)
    return 1 if stale else 0


def _is_written(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
