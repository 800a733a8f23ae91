"""Mutants of the source, as mutmut makes them: all of a file are in one mutated file.

The environment variable MUTANT_UNDER_TEST says which of them acts.
"""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import libcst
from mutmut.mutation.diff_apply import read_mutant_function, read_original_function
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

SOURCE = Path("src", "utpartners")

VARIABLE = "MUTANT_UNDER_TEST"


class Mutant(NamedTuple):
    """One change of a function."""

    name: str
    """The module and the name of the mutated function, as mutmut puts them together."""
    path: str
    """The file, from the root."""

    @property
    def room(self) -> str:
        """The folder of the source that the file is in."""
        return Path(self.path).relative_to(SOURCE).parts[0]


def mutate(folder: Path, rooms: tuple[str, ...]) -> list[Mutant]:
    """Put all mutants of some rooms into a copy of the project, and return them in order."""
    found: list[Mutant] = []
    for room in rooms:
        for file in sorted((folder / SOURCE / room).rglob("*.py")):
            path = file.relative_to(folder)
            mutated = mutate_file_contents(str(path), file.read_text("utf-8"))
            file.write_text(mutated.code, "utf-8")
            found += (Mutant(get_mutant_name(path, one), str(path)) for one in mutated.mutant_names)
    return found


def difference(folder: Path, root: Path, mutant: Mutant) -> str:
    """Return what a mutant changes, with the lines that the function has in its file."""
    module = libcst.parse_module((folder / mutant.path).read_text("utf-8"))
    functions = (
        read(module, mutant.name) for read in (read_original_function, read_mutant_function)
    )
    before, after = (libcst.Module([one]).code.strip("\n").splitlines() for one in functions)
    line = _line_of(root / mutant.path, before)
    hunks = list(unified_diff(before, after, lineterm="", n=1))[2:]
    return "\n".join([f"{mutant.path}:{line + _offset(hunks)}", *hunks[1:]])


def _line_of(file: Path, function: list[str]) -> int:
    """Return the line before a function in the file that it is in."""
    wanted = next(line for line in function if line.lstrip().startswith(("def ", "async def ")))
    lines = file.read_text("utf-8").splitlines()
    found = (number for number, line in enumerate(lines) if line.strip() == wanted.strip())
    return next(found, 0) - function.index(wanted)


def _offset(hunks: list[str]) -> int:
    """Return the first changed line of the function, from 1."""
    first = re.match(r"@@ -(\d+)", hunks[0]) if hunks else None
    start = int(first[1]) if first else 1
    return start + next((n for n, line in enumerate(hunks[1:]) if line[0] in "+-"), 0)
