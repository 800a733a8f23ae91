"""What the help says of more than one command: ``utpartners help TOPIC``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..i18n import translated
from .commands import COMMANDS
from .layout import filled, in_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Strong = Callable[[str], str]


class Topic(NamedTuple):
    """A page of the help."""

    title: str
    paragraphs: tuple[str, ...] = ()
    rows: Sequence[tuple[str, str]] = ()
    """Words and what they mean, above the paragraphs."""


EXIT_STATUSES = (
    ("0", "Success, even if nothing was found."),
    (
        "1",
        (
            "The question cannot be answered: a name is unknown or ambiguous, or a file is "
            "unreadable. Also if check finds errors, if diff finds differences, or if import or "
            "enrich leaves something to decide."
        ),
    ),
    ("2", "Incorrect usage: an unknown command, option or value."),
    ("130", "Interrupted with Ctrl-C."),
    ("143", "Ended by another program, such as `timeout`."),
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
    (
        "FORCE_COLOR, CLICOLOR_FORCE",
        "If set, tables in a pipe are coloured and laid out as on a terminal.",
    ),
    ("TERM", "No colour and no pager if set to dumb."),
    ("COLUMNS", "Width to use instead of that of the terminal."),
    ("UTPARTNERS_DEBUG", "If set, shows a traceback when the program fails."),
)

ALONE = (
    ("--version", "Show the version and exit."),
    ("-h, --help", "Show the help; after a command, the help of the command."),
)
"""Options that are no part of a command, but that its help lists with the common ones."""

DATES = (
    ("2019", "A year."),
    ("2019-04", "A month."),
    ("2019-04-15", "A day."),
    ("12m, 90d, 8w, 2y", "A period, as --expiring takes it: months, days, weeks, years."),
)

TOPICS: dict[str, Topic] = {
    "commands": Topic(
        "All commands",
        ("'utpartners help COMMAND' explains one of them.",),
        tuple((entry.name, entry.summary) for entry in COMMANDS),
    ),
    "options": Topic(
        "Options of every command",
        (
            (
                "These options may stand before or after the command. If an option is given "
                "twice, the last one counts; --data combines the catalogues."
            ),
        ),
    ),
    "formats": Topic(
        "Output formats",
        (
            (
                "Without -f, the extension of the file given with -o sets the format; without -o, "
                "it is table."
            ),
            (
                "export also writes whole catalogues: .toml, .json, .db, .xlsx, .zip, .parquet or "
                "a folder (NAME/), and .html as a web page. A folder has CSV files; -f parts and "
                "-f site write other folders: one TOML file for each partnership, or a web site."
            ),
        ),
    ),
    "exit": Topic("Exit status", (), EXIT_STATUSES),
    "environment": Topic("Environment variables", (), VARIABLES),
    "dates": Topic(
        "Dates",
        (
            (
                "A catalogue has dates in EDTF: also 2019/2021 for a span, 2019/.. for an open "
                "one, 2019? for an uncertain and 2019~ for an approximate date. An academic year "
                "runs from April to March."
            ),
            (
                "An activity that lasted several years is found in each of them. Activities "
                "without a date are in no period, so --since and --until leave them out."
            ),
        ),
        DATES,
    ),
    "names": Topic(
        "Names",
        (
            (
                "A name may be an id, a code, an abbreviation, a full name or an alias, in any "
                "language. Case, accents, punctuation and width do not matter."
            ),
            (
                "Several words need no quotation marks: utpartners show University of Cambridge. "
                "Only signs that a shell acts on need them, such as & in 'GS A&S'."
            ),
            (
                "A part of a name is enough if it fits only one record. Otherwise the candidates "
                "are listed; nothing is guessed."
            ),
            "If several catalogues are combined, an id may begin with its university: utokyo/anu.",
        ),
    ),
}
"""The topics by the word that is typed. Rows of options and formats are added when shown."""


def topic_help(name: str, strong: Strong = str) -> str:
    """Return the text of ``utpartners help TOPIC``."""
    topic = TOPICS[name]
    rows = [*topic.rows, *_registered(name)]
    lines = [strong(translated(topic.title))]
    if rows:
        lines += ["", *in_rows((left, translated(right)) for left, right in rows)]
    for paragraph in topic.paragraphs:
        lines += ["", *filled(translated(paragraph))]
    return "\n".join([*lines, ""])


def _registered(name: str) -> Iterable[tuple[str, str]]:
    """Return the rows of a topic that a registry has."""
    if name == "formats":
        from ..render import FORMATS

        return [(f"{one.name} ({', '.join(one.suffixes)})", one.summary) for one in FORMATS]
    if name == "options":
        from .explanation import part
        from .global_options import parameters

        return [
            *map(part, parameters()),
            *ALONE,
        ]
    return ()
