"""Write the map of a sheet for the first time: what was guessed, why, and what is to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..formats.template import quoted
from ..i18n import translated
from .headers import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from .columns import Guess, Use

SECTIONS: dict[str, Callable[[], str]] = {
    "departments": lambda: translated('Spelling = id, name, "new", or a list of them.'),
    "kinds": lambda: translated("Spelling = kind of agreement, or a list of kinds."),
    "status": lambda: translated("Spelling = status of the catalogue."),
    "renews": lambda: translated(
        'Spelling = "automatic", "by review", "none", or "" for not known.'
    ),
    "countries": lambda: translated("Spelling = code of the country."),
    "partners": lambda: translated(
        'Spelling = id, name of another spelling, "new", or a list of partners.'
    ),
}
"""The sections of spellings, and what may stand in them."""

MOST_PROPOSALS = 40
"""Proposals in a section that are written at most."""


def map_text(sheet: str, guesses: Mapping[str, Guess], remedies: Iterable[str]) -> Iterator[str]:
    """Yield a map: the guesses for all columns, and lines that would decide the rest."""
    heading = translated("How {file} is read. Edit it, and run the import again.").format(
        file=sheet
    )
    yield f"# {heading}\n\n[columns]\n"
    for label, guess in guesses.items():
        yield f"{quoted(label)} = {_use(guess.use)} # {guess.reason}\n"
    fields = translated("A column may hold: {fields}.").format(fields=", ".join(FIELDS))
    yield f"# {fields}\n"
    yield "\n[sheet]\n"
    yield f'# status = "active" # {translated("of a new partnership, where the sheet says none")}\n'
    yield f'# kind = "agreement" # {translated("of an agreement, where the sheet says none")}\n'
    schools = translated("or ignore: what becomes of a school of the partner")
    yield f'# schools = "note" # {schools}\n'
    filled = translated("columns whose empty cells say the same as the cell above")
    remedies = list(remedies)
    fill_down = _setting(remedies, "[sheet] fill_down", '["…"]')
    yield f"# fill_down = {fill_down} # {filled}\n"
    struck = translated("or read: what becomes of rows that are struck through")
    yield f'# struck = "ignore" # {struck}\n'
    yield "\n[dates]\n"
    order = _setting(remedies, "[dates] order", '"dmy"')
    yield f"# order = {order} # {translated('dmy, mdy or ymd')}\n"
    yield f'# years = "academic" # {translated("what 2019/20 means: academic, or interval")}\n'
    yield f"# academic_year_starts = 4 # {translated('the month')}\n"
    yield f"# short_years = true # {translated('read Apr-19 as April 2019')}\n"
    yield "\n[split]\n"
    yield f'# departments = [";"] # {translated("split a cell at these in any case")}\n'
    yield from _proposals(remedies)


def _setting(remedies: Sequence[str], key: str, default: str) -> str:
    """Return the value that the first remedy of a key gives, or an example of one."""
    prefix = f"{key} = "
    return next((one.removeprefix(prefix) for one in remedies if one.startswith(prefix)), default)


def _use(use: Use) -> str:
    if not use.kind and not use.language:
        return quoted(use.field)
    parts = [f"field = {quoted(use.field)}"]
    if use.kind:
        parts.append(f"kind = {quoted(use.kind)}")
    if use.language:
        parts.append(f"language = {quoted(use.language)}")
    return f"{{ {', '.join(parts)} }}"


def _proposals(remedies: Sequence[str]) -> Iterator[str]:
    """Yield the sections of spellings, with the lines that would decide what is unclear."""
    for section, says in SECTIONS.items():
        yield f"\n[{section}]\n# {says()}\n"
        prefix = f"[{section}] "
        lines = [one.removeprefix(prefix) for one in remedies if one.startswith(prefix)]
        yield from (f"# {line}\n" for line in lines[:MOST_PROPOSALS])
        if len(lines) > MOST_PROPOSALS:
            yield f"# … {len(lines) - MOST_PROPOSALS}\n"
