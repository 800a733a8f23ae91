"""``utpartners enrich``"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...errors import ExitCode, UsageError, UtpartnersError
from ...i18n import translated
from ..completion import Completes
from ..output import print_notes, with_progress
from ..session import current_session, paths_from_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...editing.book import Book

DETAILS = (
    "The Research Organization Registry (ROR) publishes its data as a file, which is read from "
    "disk; no network is used. An institution is matched if exactly one organisation in its "
    "country has its name or alias. For all others, candidates are listed: to choose one, "
    "write its id into the catalogue (ror = …) and run the command again. What the catalogue says "
    "is never replaced. Contradictions, such as a closed organisation or another country, are "
    "reported.\n\n"
    "Without --write, nothing changes. The exit status is 1 while there are candidates or "
    "contradictions. The dump is read once; its index is kept in the cache folder."
)

EXAMPLES = (
    ("utpartners enrich ours.toml --ror ror-data.zip", "what ROR knows of your partners"),
    ("utpartners enrich ours.toml --ror ror-data.zip --write", "write it into the catalogue"),
    (
        "utpartners enrich ours.toml --ror ror-data.zip -o proposals.xlsx",
        "the proposals as an Excel file",
    ),
)


def run(
    context: typer.Context,
    ror: Annotated[
        str,
        typer.Option("--ror", metavar="DUMP", help="Data dump of ROR, schema 2 (zip or JSON)."),
        Completes("path"),
    ],
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE", help="The catalogue, in any form (default: that given with --data)."
        ),
        Completes("path"),
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help="Write what is proposed into the catalogue, a TOML file."),
    ] = False,
) -> None:
    """Propose ROR ids, places, websites and names for the institutions of a catalogue."""
    session = current_session(context)
    session.speak()
    path = _path(file, session.options.data or paths_from_environment())
    book = _book(path) if write else None
    catalogue = session.opened(path)
    answer = catalogue.enrich(ror, progress=with_progress)
    ((total,),) = catalogue.sql("SELECT count(*) AS n FROM institution")
    answer = answer.with_rows(list(with_progress(answer, total, translated("Looking up"))))
    found = list(answer.records())
    session.write_answer(answer)
    print_notes(_totals(found))
    if book is not None:
        _write(book, found, ror)
    elif any(row["proposed"] for row in found):
        print_notes([translated("Nothing was written. To write what is proposed, add --write.")])
    if any(row["candidates"] or row["contradictions"] for row in found):
        raise typer.Exit(ExitCode.CANNOT_ANSWER)


def _path(file: str | None, given: Sequence[str]) -> str:
    paths = [file] if file is not None else list(given)
    if len(paths) == 1:
        return paths[0]
    what = (
        translated("several catalogues given") if paths else translated("no catalogue file given")
    )
    command = "utpartners enrich catalogue.toml --ror DUMP"
    raise UsageError(what, translated("Name it: {command}", command=command))


def _totals(found: list[dict[str, Any]]) -> list[str]:
    """Return the institutions counted, and what to do about those that are not clear."""
    states = Counter(row["state"] for row in found)
    one, several = translated("{count} institution"), translated("{count} institutions")
    said = translated(
        "{institutions}: {match} matched, {known} known, {candidate} with candidates, "
        "{none} not found"
    )
    notes = [
        said.format(
            institutions=(one if len(found) == 1 else several).format(count=f"{len(found):,}"),
            **{state: f"{states[state]:,}" for state in ("match", "known", "candidate", "none")},
        )
    ]
    against = [row for row in found if row["contradictions"]]
    if against:
        notes.append(translated("With contradictions: {ids}", ids=_listed(against)))
    unclear = next((row for row in found if row["candidates"]), None)
    if unclear:
        id = unclear["candidates"][0].split()[0]
        hint = translated("To choose a candidate, write its id into the catalogue, at {id}: {line}")
        notes.append(hint.format(id=unclear["id"], line=f'ror = "{id}"'))
    return notes


def _listed(rows: list[dict[str, Any]]) -> str:
    shown = translated(", ").join(row["id"] for row in rows[:5])
    return shown + (" …" if len(rows) > 5 else "")


def _book(path: str) -> Book:
    """Return the files that are written to. Raises UtpartnersError where they are no TOML."""
    from ...editing.book import open_book

    return open_book(path, "--write: ")


def _write(book: Book, found: list[dict[str, Any]], ror: str) -> None:
    """Write what is proposed into the files; the catalogue has to be as right as before."""
    proposed = sum(bool(row["proposed"]) for row in found)
    if not proposed:
        print_notes([translated("Nothing to do: the catalogue has all of this.")])
        return
    from ...editing.change import changed, new_errors
    from ...importing.ror.writing import enriched
    from ..changed_files import write_changed

    change = changed(book, enriched(book.document, found, ror))
    for finding in new_errors(book, change.result):
        raise UtpartnersError(
            translated("this would make an error: {problem}", problem=finding.problem.message),
            translated("Nothing was written."),
        )
    print_notes(write_changed(book, change.files))
