"""The commands: one module for each, and the one list of them, in the order of the help.

A module has a function ``run`` whose parameters are the command's own arguments and options.
"""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A command as the help lists it. Its module is imported when the command is used."""

    name: str
    group: str
    """What a person wants to do who needs it."""
    summary: str


FIND = "Find"
COMPARE = "Compare"
EXPORT = "Export"
KEEP = "Keep"

COMMANDS = (
    Entry("list", FIND, "The partnerships, by status, country or department"),
    Entry("show", FIND, "One partnership: members, departments, activities"),
    Entry("dept", FIND, "The partnerships of one or several departments"),
    Entry("search", FIND, "Full-text search over everything"),
    Entry("timeline", FIND, "The activities in order of time"),
    Entry("agreements", FIND, "The dated agreements, and the state they are in"),
    Entry("match", FIND, "A list of names from elsewhere, each with what it means"),
    Entry("about", FIND, "What the project is: aims, phases, initiatives, sources"),
    Entry("depts", COMPARE, "The departments, and how many partnerships each has"),
    Entry("tree", COMPARE, "The catalogue as a tree"),
    Entry("matrix", COMPARE, "Departments against partnerships"),
    Entry("compare", COMPARE, "What partnerships or departments share"),
    Entry("diff", COMPARE, "What changed from one catalogue to another"),
    Entry("stats", COMPARE, "Counts by status, country, department, kind and year"),
    Entry("export", EXPORT, "The whole catalogue, or a part of it, for another program"),
    Entry("sql", EXPORT, "Any question of your own, in SQL"),
    Entry("check", KEEP, "Every problem of a catalogue file, each with its line"),
    Entry("init", KEEP, "A commented catalogue to start from"),
)

EXAMPLES = (
    ("utpartners list --country Germany", "who are our partners there?"),
    ("utpartners dept GS Eng", "with whom does Engineering work?"),
    ("utpartners show ANU", "all about one partnership"),
    ("utpartners export -o links.csv", "every link, for a spreadsheet"),
)
