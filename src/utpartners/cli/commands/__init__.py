"""The commands: a module for each, and the list of them in the order of the help.

A module has a function ``run`` whose parameters are the command's own arguments and options.
"""

from __future__ import annotations

from typing import NamedTuple


class CommandEntry(NamedTuple):
    """A command as the help lists it.

    Its module, which has the same name, is imported only when the command is used.
    """

    name: str
    group: str
    """Heading of the first help under which it stands: what a person wants to do."""
    summary: str


FIND = "Find"
COMPARE = "Compare"
EXPORT = "Export"
KEEP = "Keep"

COMMANDS = (
    CommandEntry("list", FIND, "The partnerships, by status, country or department"),
    CommandEntry("show", FIND, "One partnership: members, departments, activities"),
    CommandEntry("dept", FIND, "The partnerships of one or several departments"),
    CommandEntry("search", FIND, "Full-text search over everything"),
    CommandEntry("timeline", FIND, "The activities in order of time"),
    CommandEntry("agreements", FIND, "The dated agreements, and the state they are in"),
    CommandEntry("match", FIND, "A list of names from elsewhere, each with what it means"),
    CommandEntry("about", FIND, "What the project is: aims, phases, initiatives, sources"),
    CommandEntry("depts", COMPARE, "The departments, and how many partnerships each has"),
    CommandEntry("tree", COMPARE, "The catalogue as a tree"),
    CommandEntry("matrix", COMPARE, "Departments against partnerships"),
    CommandEntry("compare", COMPARE, "What partnerships or departments share"),
    CommandEntry("diff", COMPARE, "What changed from one catalogue to another"),
    CommandEntry("stats", COMPARE, "Counts by status, country, department, kind and year"),
    CommandEntry("export", EXPORT, "The whole catalogue, or a part of it, for another program"),
    CommandEntry("sql", EXPORT, "Any question of your own, in SQL"),
    CommandEntry("check", KEEP, "Every problem of a catalogue file, each with its line"),
    CommandEntry("init", KEEP, "A commented catalogue to start from"),
)

EXAMPLES = (
    ("utpartners list --country Germany", "who are our partners there?"),
    ("utpartners dept GS Eng", "with whom does Engineering work?"),
    ("utpartners show ANU", "all about one partnership"),
    ("utpartners export -o links.csv", "every link, for a spreadsheet"),
)
