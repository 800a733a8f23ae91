"""The commands: a module for each, and the list of them in the order of the help.

A module has a function ``run`` whose parameters are the command's own arguments and options,
``DETAILS`` with what its help says besides, and ``EXAMPLES``: command lines, each with a word on
what it is for.
"""

# No "from __future__ import annotations": a NamedTuple would compile each text that it makes.

from typing import NamedTuple


class CommandEntry(NamedTuple):
    """A command as the help lists it.

    Its module, which has the same name, is imported only when the command is used.
    """

    name: str
    group: str
    """Heading of the first help under which it stands: what a person wants to do."""
    summary: str
    """What it answers or does, as its own help begins."""
    brief: str
    """The same in at most BRIEF cells, for the first help, which fits on one screen."""


BRIEF = 25
"""Cells of the longest ``brief``: two columns of commands fit into 80 cells."""

FIND = "Find"
COMPARE = "Compare"
EXPORT = "Export"
KEEP = "Keep a catalogue"

COMMANDS = (
    CommandEntry(
        "list",
        FIND,
        "The partnerships, by status, country or department",
        "the partnerships",
    ),
    CommandEntry(
        "show",
        FIND,
        "One partnership: members, departments, activities",
        "one partnership",
    ),
    CommandEntry(
        "dept",
        FIND,
        "The partnerships of one or several departments",
        "partners of a department",
    ),
    CommandEntry(
        "search",
        FIND,
        "Full-text search over everything",
        "full-text search",
    ),
    CommandEntry(
        "timeline",
        FIND,
        "The activities in chronological order",
        "activities by date",
    ),
    CommandEntry(
        "agreements",
        FIND,
        "The agreements, with their dates and whether they are in force",
        "agreements, their state",
    ),
    CommandEntry(
        "people",
        FIND,
        "Who is responsible for which partnerships and agreements",
        "who is responsible",
    ),
    CommandEntry(
        "match",
        FIND,
        "Look up a list of names in the catalogue",
        "look up a list of names",
    ),
    CommandEntry(
        "sql",
        FIND,
        "Run your own SQL query",
        "your own query",
    ),
    CommandEntry(
        "about",
        FIND,
        "About the project: aims, phases, initiatives, sources",
        "the project, its sources",
    ),
    CommandEntry(
        "depts",
        COMPARE,
        "The departments, and how many partnerships each has",
        "all departments",
    ),
    CommandEntry(
        "tree",
        COMPARE,
        "The catalogue as a tree",
        "everything as a tree",
    ),
    CommandEntry(
        "matrix",
        COMPARE,
        "Departments by partnerships, as a matrix",
        "departments by partners",
    ),
    CommandEntry(
        "compare",
        COMPARE,
        "What partnerships or departments have in common",
        "what is shared",
    ),
    CommandEntry(
        "diff",
        COMPARE,
        "What changed between two catalogues",
        "changes between versions",
    ),
    CommandEntry(
        "stats",
        COMPARE,
        "Counts by status, country, department, kind and year",
        "counts of everything",
    ),
    CommandEntry(
        "export",
        EXPORT,
        "The whole catalogue, or a part of it, for another program",
        "for another program",
    ),
    CommandEntry(
        "report",
        EXPORT,
        "The yearly report: activities, agreements, partners by region",
        "the yearly report",
    ),
    CommandEntry(
        "import",
        KEEP,
        "A spreadsheet into a catalogue, row by row",
        "a spreadsheet, row by row",
    ),
    CommandEntry(
        "enrich",
        KEEP,
        "ROR ids, places, websites and names of institutions, from ROR",
        "ids and places from ROR",
    ),
    CommandEntry(
        "rename",
        KEEP,
        "A new name, code or id for a department, institution or partnership",
        "a new name, in place",
    ),
    CommandEntry(
        "merge",
        KEEP,
        "Several departments, institutions or partnerships into one",
        "several records into one",
    ),
    CommandEntry(
        "check",
        KEEP,
        "All problems in a catalogue file, with line numbers",
        "find problems in a file",
    ),
    CommandEntry(
        "init",
        KEEP,
        "A commented catalogue to start from",
        "start a new catalogue",
    ),
    CommandEntry(
        "help",
        KEEP,
        "Help on a command or a topic",
        "help on a command",
    ),
)

EXAMPLES = (
    ("utpartners list --country Germany", "who are our partners in Germany?"),
    ("utpartners show ANU", "everything about one partnership"),
    ("utpartners dept GS Eng", "with whom does Engineering work?"),
    ("utpartners export -o links.csv", "every link, for a spreadsheet"),
)
