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
    CommandEntry("timeline", FIND, "The activities in chronological order"),
    CommandEntry(
        "agreements", FIND, "The agreements, with their dates and whether they are in force"
    ),
    CommandEntry("people", FIND, "Who is responsible for which partnerships and agreements"),
    CommandEntry("match", FIND, "Look up a list of names in the catalogue"),
    CommandEntry("about", FIND, "About the project: aims, phases, initiatives, sources"),
    CommandEntry("depts", COMPARE, "The departments, and how many partnerships each has"),
    CommandEntry("tree", COMPARE, "The catalogue as a tree"),
    CommandEntry("matrix", COMPARE, "Departments by partnerships, as a matrix"),
    CommandEntry("compare", COMPARE, "What partnerships or departments have in common"),
    CommandEntry("diff", COMPARE, "What changed between two catalogues"),
    CommandEntry("stats", COMPARE, "Counts by status, country, department, kind and year"),
    CommandEntry("export", EXPORT, "The whole catalogue, or a part of it, for another program"),
    CommandEntry("sql", EXPORT, "Run your own SQL query"),
    CommandEntry("import", KEEP, "A spreadsheet into a catalogue, row by row"),
    CommandEntry("check", KEEP, "All problems in a catalogue file, with line numbers"),
    CommandEntry("init", KEEP, "A commented catalogue to start from"),
)

EXAMPLES = (
    ("utpartners list --country Germany", "who are our partners in Germany?"),
    ("utpartners dept GS Eng", "with whom does Engineering work?"),
    ("utpartners show ANU", "everything about one partnership"),
    ("utpartners export -o links.csv", "every link, for a spreadsheet"),
)
