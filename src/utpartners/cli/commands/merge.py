"""``utpartners merge``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ... import shell
from ...errors import UsageError
from ...i18n import translated
from ..completion import Completes
from ..editing_options import Kind, Write, Year, finish, kinds_of, opened_book, year_of
from ..output import print_notes
from ..session import current_session

if TYPE_CHECKING:
    from ...editing.book import Document
    from ...editing.change import Removal
    from ...editing.merge import Contradiction

DETAILS = (
    "The last record named is the one that stays. It takes over what the others have: members, "
    "departments, agreements, activities, people, notes and names. Everything that referred to "
    "the others then refers to it.\n\n"
    "The names of the others become former names, with the year, or aliases of a partnership. "
    "Where two values contradict each other, that of the last record stays; the other one is "
    "listed, and is kept as a comment in the file.\n\n"
    "The catalogue is a TOML file of your own, or a folder of parts. It is edited in place: "
    "comments and order stay. Without --write, the changes are only shown."
)

EXAMPLES = (
    (
        "utpartners merge GS-Sci GS-Eng --data ours.toml",
        "show what changes if Science becomes part of Engineering",
    ),
    ("utpartners merge GS-Sci IOG GS-Eng --data ours.toml --write", "two departments into a third"),
    (
        "utpartners merge uchicago ucb --kind institution,partnership --data ours.toml",
        "two partners into one, with their partnerships",
    ),
)


def run(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD... NEW",
            help="Departments, institutions or partnerships by any of their names; the last one "
            "stays.",
        ),
        Completes("record"),
    ],
    year: Year = None,
    kind: Kind = None,
    write: Write = False,
) -> None:
    """Merge departments, institutions or partnerships."""
    from ...editing.choose import choose_several
    from ...editing.merge import merged

    if len(words) < 2:
        raise UsageError(
            translated("only one record is named"),
            translated("Name both, and last the one that stays: {command}").format(
                command="utpartners merge OLD NEW"
            ),
        )
    until = year_of(year)
    kinds = kinds_of(kind)
    session = current_session(context)
    program = session.options.program
    line = f"{program} merge {shell.line(words)}"
    session.speak()
    book = opened_book(session, line)
    store = book.store()
    context.call_on_close(store.close)
    found = choose_several(store, kinds, words, lambda one: f"{line} --kind {one}")
    document: Document = book.document
    removals: list[Removal] = []
    contradictions: list[Contradiction] = []
    for one in found:
        *olds, new = one.ids
        result = merged(document, one.kind, olds, new, until)
        document = result.document
        removals += result.removals
        contradictions += result.contradictions
    print_notes(dict.fromkeys(store.notes))
    if not removals:
        print_notes([translated("Nothing to do: all of these are names of the same record.")])
        return
    notes = [
        *map(_contradiction, contradictions),
        *_same_members(document, found[-1].ids[-1], program),
    ]
    finish(session, book, document, removals, notes, write=write)


def _contradiction(one: Contradiction) -> str:
    """Return what two records say differently."""
    if one.kept is None:
        said = translated("{key}: {value} (of {id}) becomes a comment")
        return said.format(id=one.id, key=one.key, value=_shown(one.value))
    said = translated("{key}: {kept} stays; {value} (of {id}) becomes a comment")
    return said.format(id=one.id, key=one.key, value=_shown(one.value), kept=_shown(one.kept))


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} = {one}" for key, one in value.items())
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _same_members(document: Document, id: str, program: str) -> list[str]:
    """Return the note on partnerships that now have the same members: they may be one, too."""
    mine = [one["id"] for one in document.get("partnership", ()) if one.get("members", ()) == [id]]
    if len(mine) < 2:
        return []
    said = translated(
        "This is now the only member of several partnerships. To merge them: {command}"
    )
    line = f"{program} merge {shell.line(mine)} --kind partnership"
    return [said.format(command=line)]
