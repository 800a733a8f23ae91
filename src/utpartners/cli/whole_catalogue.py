"""``export`` of a whole catalogue: the part that is written, its facts, and what is said of it."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UtpartnersError
from ..i18n import translated
from .output import counted_errors, print_notes, with_progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..api import Catalogue
    from ..formats import Form
    from ..questions.filters import Filters
    from ..store.store import Store
    from .session import Session


def write(
    session: Session, form: Form, words: Sequence[str], filters: Filters, *, allow_empty: bool
) -> None:
    """Write what passes the filters as a catalogue of a form.

    A form that is made to be published has public facts and what has not ended, unless the options
    ask for more. Raises UtpartnersError where nothing passes the filters, or for options that do
    not apply.
    """
    from .publishing import is_public

    is_published = is_public(session.options, form.name, by_default=form.is_public)
    catalogue = session.catalogue(is_whole=True)
    part = _part_of(catalogue, form, words, filters)
    if part.shown == 0 and part.store is not catalogue.store and not allow_empty:
        none = translated("nothing written: the catalogue has no such partnership ({selection})")
        hint = translated("Change the filters, or write it nevertheless with --allow-empty.")
        raise UtpartnersError(
            none.format(selection=catalogue.list(*words, **filters).title),
            "\n".join([*part.notes, hint]),
        )
    _write_and_tell(session, form, part, is_published=is_published)


class _Part(NamedTuple):
    """What is written of a catalogue."""

    store: Store
    shown: int
    """The number of its partnerships that are shown."""
    ended: bool
    """Whether those that have ended are shown, too."""
    notes: tuple[str, ...]
    """What is to be said of those that are not."""


def _part_of(catalogue: Catalogue, form: Form, words: Sequence[str], filters: Filters) -> _Part:
    from ..questions.ended import count_left_out, left_out
    from ..questions.selection import select

    store = catalogue.part(*words, **filters).store
    (count,) = store.one("SELECT count(*) FROM partnership") or (0,)
    if form.is_public:
        asked = select(catalogue.store, "partnerships", filters, words, with_ended=False)
        if asked.leaves_out_ended:
            count -= count_left_out(store, select(store, "partnerships", {}, with_ended=False))
            return _Part(store, count, False, left_out(catalogue.store, asked))
    return _Part(store, count, True, ())


def _write_and_tell(session: Session, form: Form, part: _Part, *, is_published: bool) -> None:
    """Write a part; say on stderr what it lacks, and how many errors it has."""
    from ..formats.database import verified
    from ..formats.problems import errors_in
    from ..store.public import left_out, public_store
    from .publishing import counted

    options = session.options
    form.require_fit(part.store)
    with ExitStack() as stack:
        whole = shown = stack.enter_context(closing(verified(part.store, with_progress)))
        if is_published:
            shown = stack.enter_context(closing(public_store(whole)))
        if form.is_translated and options.lang:
            shown.set_language(options.lang)
        backup = _backup(session, form)
        _write(session, form, part._replace(store=shown))
        session.print_notes()
        print_notes([*backup, *part.notes])
        if is_published:
            print_notes(counted(left_out(whole), is_by_default=not options.public))
        if count := sum(1 for _ in errors_in(shown)):
            is_one = shown.one("SELECT count(*) FROM main.catalogue") == (1,)
            told = (
                translated("The catalogue written has {errors}; see: {command}")
                if is_one
                else translated("The catalogue written has {errors}; check each catalogue")
            )
            command = f"utpartners check {shown.origin}"
            print_notes([told.format(errors=counted_errors(count), command=command)])


def _write(session: Session, form: Form, part: _Part) -> None:
    from ..formats import pieces, write

    one, several = translated("{count} partnership"), translated("{count} partnerships")
    what = (one if part.shown == 1 else several).format(count=part.shown)
    if form.is_text:
        session.write(pieces(part.store, form, with_progress), what)
        return
    given = {}
    if form.is_public:
        given = {"internal": session.options.internal, "ended": part.ended}
    session.create(lambda path: write(part.store, path, form, with_progress, **given), what)


def _backup(session: Session, form: Form) -> list[str]:
    """Keep a TOML file with comments that is about to be replaced; return what is said of it."""
    from ..formats.comments import has_comments
    from .files import write_file

    path = session.options.output
    if form.name == "parts":
        return _backup_of_folder(session)
    if form.name != "toml" or not path or not session.options.force or not has_comments(path):
        return []
    with open(path, "rb") as file:
        write_file(f"{path}.bak", [file.read()], force=True)
    kept = translated("{path} had comments, which are not written; the old file is {backup}")
    return [kept.format(path=path, backup=f"{path}.bak")]


def _backup_of_folder(session: Session) -> list[str]:
    """Keep the parts of a catalogue with comments that are about to be replaced."""
    from ..formats.comments import has_comments
    from ..formats.parts_folder import is_in_parts
    from .files import copy_folder
    from .folders import names_in

    path = (session.options.output or "").rstrip("/" + os.sep)
    if not session.options.force or not is_in_parts(path):
        return []
    parts = (os.path.join(path, name) for name in names_in(path) if name.endswith(".toml"))
    if not any(map(has_comments, parts)):
        return []
    copy_folder(path, f"{path}.bak")
    kept = translated("{path} had comments, which are not written; the old folder is {backup}")
    return [kept.format(path=path, backup=f"{path}.bak")]
