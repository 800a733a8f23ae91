"""``utpartners rename``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ... import shell
from ...errors import UsageError, UtpartnersError
from ...i18n import translated
from ..completion import Completes
from ..editing_options import Kind, Write, Year, finish, kinds_of, opened_book, year_of
from ..output import print_notes
from ..session import current_session

if TYPE_CHECKING:
    from ...editing.book import Document
    from ...editing.choose import Chosen
    from ...editing.rename import What
    from ...store.store import Store

DETAILS = (
    "NEW is the new name, in quotation marks if it has several words; with --id it is the new id, "
    "and with --code the new code or abbreviation.\n\n"
    "A department or institution keeps its old name as a former name, with the year, and a "
    "partnership keeps it as an alias, so that the old name is still found. When an id changes, "
    "everything that refers to it changes too.\n\n"
    "The catalogue is a TOML file of your own, or a folder of parts. It is edited in place: "
    "comments and order stay. Without --write, the changes are only shown."
)

EXAMPLES = (
    (
        "utpartners rename GS-Eng 'Graduate School of Engineering and Design' --data ours.toml",
        "show what a new name changes",
    ),
    (
        "utpartners rename GS-Eng 'School of Engineering' --year 2025 --data ours.toml --write",
        "write it; the old name was used until 2025",
    ),
    ("utpartners rename gs-eng eng --id --data ours.toml", "another id, wherever it is used"),
)


def run(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW",
            help="A department, institution or partnership by any of its names, and the new name.",
        ),
        Completes("record"),
    ],
    id: Annotated[bool, typer.Option("--id", help="NEW is the new id.")] = False,
    code: Annotated[
        bool, typer.Option("--code", help="NEW is the new code or abbreviation.")
    ] = False,
    correct: Annotated[
        bool,
        typer.Option("--correct", help="The old name was a mistake: do not keep it."),
    ] = False,
    year: Year = None,
    kind: Kind = None,
    write: Write = False,
) -> None:
    """Rename a department, institution or partnership."""
    from ...editing.choose import choose_one
    from ...editing.rename import Renaming, renamed

    what = _what(id=id, code=code)
    old, new = _old_and_new(words)
    until = year_of(year)
    kinds = kinds_of(kind)
    session = current_session(context)
    program = session.options.program
    line = f"{program} rename {shell.word(old)} {shell.word(new)}"
    line += "" if what == "name" else f" --{what}"
    session.speak()
    book = opened_book(session, line)
    store = book.store()
    context.call_on_close(store.close)
    found = choose_one(store, kinds, old, lambda one: f"{line} --kind {one}")
    document = book.document
    for one in found:
        _require_free(store, one, new, program)
        document = renamed(
            document, Renaming(one.kind, one.ids[0], new, what, None if correct else until)
        )
    print_notes(dict.fromkeys(store.notes))
    if document == book.document:
        print_notes([translated("Nothing to do: the catalogue says this already.")])
        return
    finish(session, book, document, (), _notes(book.document, found, new, what), write=write)


def _what(*, id: bool, code: bool) -> What:
    if id and code:
        raise UsageError(
            translated("--id and --code exclude each other"), translated("Leave out one of them.")
        )
    return "id" if id else "code" if code else "name"


def _old_and_new(words: list[str]) -> tuple[str, str]:
    """Return the old name, which may have several words, and the new one."""
    if len(words) < 2:
        raise UsageError(
            translated("the new name is missing"),
            translated("Type both: {command}").format(command="utpartners rename OLD 'NEW NAME'"),
        )
    new = " ".join(words[-1].split())
    if not new:
        raise UsageError(
            translated("the new name is empty"),
            translated("Type at least one letter or digit."),
        )
    return " ".join(words[:-1]), new


def _require_free(store: Store, one: Chosen, new: str, program: str) -> None:
    """Raise UtpartnersError where another record has the name, code or id already."""
    from ...editing.choose import owner_of

    other = owner_of(store, one.kind, one.ids[0], new)
    if other is None:
        return
    taken = translated("'{name}' is already a name of the {kind} {id}")
    line = f"{program} merge {shell.word(one.ids[0])} {shell.word(other)} --kind {one.kind}"
    raise UtpartnersError(
        taken.format(name=new, kind=translated(one.kind), id=other),
        translated("If both are the same, merge them: {command}").format(command=line),
    )


def _notes(document: Document, found: list[Chosen], new: str, what: What) -> list[str]:
    """Return what may have to be changed by hand besides."""
    if what != "name":
        return []
    notes = []
    for one in found:
        record = next(each for each in document[one.kind] if each["id"] == one.ids[0])
        others = [f"{key} = {name}" for key, name in record.get("names", {}).items()]
        if others:
            said = translated("Names in other languages stay as they are: {names}")
            notes.append(said.format(names="; ".join(others)))
    if " " not in new and new == new.lower() and "-" in new:
        notes.append(
            translated("'{name}' was taken as the name. To change the id, add --id.").format(
                name=new
            )
        )
    return notes
