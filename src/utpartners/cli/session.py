"""One run of the program: the options of its command line, and how a command gives its answer."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import typer

from .. import i18n
from ..answers import Column, Table, picked
from ..i18n import translated
from ..render import format_meant, format_named, format_of_path, is_drawn
from . import output
from .global_options import GlobalOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..answers import Answer
    from ..api import Catalogue
    from ..errors import UtpartnersError
    from ..render import Format, Render
    from ..store.public import LeftOut


class Session:
    """One run of the program: its global options, and the catalogues that it has opened."""

    def __init__(self, options: GlobalOptions = GlobalOptions()) -> None:
        self.options = options
        self.command = ""
        """The name of the command that runs, by which an error calls its answer."""
        self._opened: list[Catalogue] = []
        self._paths: list[str] = []
        """What was asked for by its path, whether it could be opened or not."""
        self._left_out: LeftOut | None = None
        """What the catalogue lacks as the answer is public; None where it has all facts."""

    def catalogue(self, *, is_whole: bool = False) -> Catalogue:
        """Return the catalogue that the options or the environment name, or the bundled one.

        It has public facts only where the answer is public, unless the whole of it is wanted.
        """
        from ..errors import CatalogueError

        paths = self.options.data or paths_from_environment()
        try:
            return self.opened(*paths, is_whole=is_whole)
        except CatalogueError as error:
            if isinstance(error.__cause__, FileNotFoundError) and not self.options.data:
                # Who set it, perhaps long ago, may not think of it.
                found_in = translated("UTPARTNERS_DATA names this file.")
                error.hint = f"{found_in}\n{error.hint}"
            raise

    def opened(self, *paths: str, is_whole: bool = False) -> Catalogue:
        """Return the catalogues at some paths as one; without a path, the bundled one.

        It has public facts only where the answer is public, unless the whole of it is wanted.
        """
        from ..api import open_catalogue

        self.speak()
        self._paths += paths
        found = open_catalogue(*paths, language=self.language, progress=output.with_progress)
        return self._kept(found) if is_whole else self._shown(self._kept(found))

    def opened_version(self, name: str) -> Catalogue:
        """Return the catalogue at a path, in standard input (``-``), a pipe or a git revision."""
        from ..api import Catalogue
        from ..formats import read_content
        from .earlier import FolderContent, content_of

        content = content_of(name)
        if content is None:
            return self.opened(name)
        self.speak()
        if isinstance(content, FolderContent):
            from ..formats.parts import Parts, require_readable, store_of

            store = store_of(require_readable(Parts(content.name, content.files)))
        else:
            store = read_content(content.content, content.name, output.with_progress)
        if self.language is not None:
            store.set_language(self.language)
        return self._shown(self._kept(Catalogue(store)))

    def _kept(self, found: Catalogue) -> Catalogue:
        """Return a catalogue that is closed with the session; tell of its conflicts."""
        self._opened.append(found)
        if found.conflicts:
            output.print_notes(_warnings(found.conflicts))
        return found

    def _shown(self, found: Catalogue) -> Catalogue:
        """Return a catalogue, or its public facts where the answer is to have only these."""
        options = self.options
        format = format_meant(options.chosen_format, options.output)
        is_published = format is not None and format.is_public
        if not (options.public or options.internal or is_published):
            return found
        from ..store.public import left_out
        from .publishing import is_public

        name = format.name if format is not None else "table"
        if not is_public(options, name, by_default=is_published):
            return found
        self._left_out = left_out(found.store)
        shown = found.public()
        self._opened.append(shown)
        return shown

    @property
    def language(self) -> str | None:
        """The language that the options ask for, else the environment; None for English."""
        return self.options.lang or i18n.from_environment(os.environ)

    def speak(self) -> None:
        """Say what is to be said, errors included, in the language that is asked for."""
        i18n.set_language(self.language)
        output.be_quiet(self.options.quiet)

    def damage(self) -> UtpartnersError | None:
        """Return what is wrong with a database that was opened, where that explains a failure."""
        from ..formats import damage

        found = (damage(path, output.with_progress) for path in self._paths)
        return next(filter(None, found), None)

    def close(self) -> None:
        """Close every catalogue that was opened."""
        while self._opened:
            self._opened.pop().close()

    def write(self, pieces: Iterable[str], what: str = "") -> None:
        """Write a whole catalogue, or another text that is no answer, where the options say.

        ``what`` it has is said where somebody watches.
        """
        output.write_pieces(pieces, self.options.output, force=self.options.force)
        output.confirm_written(self.options.output, what)

    def create(self, make: Callable[[str], None], what: str = "") -> None:
        """Let ``make`` create the file or folder that the options name, as files.create does.

        ``what`` it has is said where somebody watches.
        """
        from .files import create

        create(cast("str", self.options.output), make, self.options.force)
        output.confirm_written(self.options.output, what)

    def write_answer(self, answer: Answer) -> None:
        """Write an answer where and how the options say."""
        if isinstance(answer, Table):
            # It is written once, and may have a million rows.
            answer = answer.streamed()
        command = self.command
        if self.options.fields is not None:
            # Of some of its fields, an answer is printed as any table is.
            answer, command = chosen(answer, self.options.fields), ""
        self.print_notes()
        output.write_answer(answer, self.options, command, self._printer(command))
        if self._left_out is not None and not is_drawn(answer):
            from .publishing import named

            is_by_default = not self.options.public
            output.print_notes(named(self._left_out, is_by_default=is_by_default))

    def _printer(self, command: str) -> Render | None:
        """Return what prints the answer of a command, if a document is asked for."""
        if not self.answer_format.is_printed:
            return None
        from ..report import printer

        return printer(self._opened[-1].store if self._opened else None, command)

    def print_notes(self) -> None:
        """Print what is to be known about how names and files were read."""
        for catalogue in self._opened:
            output.print_notes(dict.fromkeys(catalogue.store.notes))

    @property
    def answer_format(self) -> Format:
        """The format that an answer is written in. Raises UsageError where there is none such."""
        return format_named(self.options.chosen_format or format_of_path(self.options.output))


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return the language that a command line asks for, also one that is wrong otherwise."""
    asked = [
        value or after
        for argument, after in pairwise([*arguments, ""])
        for option, equals, value in [argument.partition("=")]
        if option == "--lang" and (equals or after)
    ]
    return asked[-1] if asked else i18n.from_environment(os.environ)


def paths_from_environment() -> list[str]:
    """Return the paths in UTPARTNERS_DATA: one, or several separated as those of PATH are."""
    value = os.environ.get("UTPARTNERS_DATA", "")
    # A file whose own name has the separator in it is one path.
    if not value or os.path.exists(value):
        return [value] if value else []
    return [path for path in value.split(os.pathsep) if path]


MOST_CONFLICTS = 10
"""Lines about conflicts between catalogues that are printed at most."""


def _warnings(conflicts: Sequence[str]) -> list[str]:
    """Return the first conflicts as warnings, and how many more there are."""
    lines = [f"warning: {conflict}" for conflict in conflicts[:MOST_CONFLICTS]]
    more = len(conflicts) - len(lines)
    return [*lines, translated("warning: and {more} more", more=more)] if more else lines


def chosen(answer: Answer, fields: str) -> Answer:
    """Return the answer with the fields of a list such as ``id,name``.

    For an empty list, return a table of the fields that there are. Raises UsageError for a field
    that the answer does not have.
    """
    names = [name.strip() for name in fields.split(",") if name.strip()]
    if names:
        return picked(answer, names)
    rows = [(column.key, column.title, column.kind) for column in answer.columns]
    return Table(
        (Column("field"), Column("heading"), Column("kind")),
        rows,
        title=i18n.translated("Fields"),
    )


def current_session(context: typer.Context) -> Session:
    """Return the session of a run, which is closed with the context that it began in."""
    session = context.find_object(Session)
    if session is None:
        session = context.ensure_object(Session)
        context.call_on_close(session.close)
    if context.parent is not None and context.info_name:
        session.command = context.info_name
    return session
