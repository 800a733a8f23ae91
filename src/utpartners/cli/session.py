"""What the options of a command line ask for, and how a command gives its answer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

import typer

from .. import i18n
from ..answers import Column, Table, picked
from ..render import format_named, format_of_path
from . import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..answers import Answer
    from ..api import Catalogue
    from ..render import Format


class Session:
    """One run of the program: the values of the options that every command has."""

    def __init__(self) -> None:
        self.data: list[str] = []
        self.format: str | None = None
        self.json: bool = False
        self.output: str | None = None
        self.force: bool = False
        self.no_header: bool = False
        self.no_color: bool = False
        self.lang: str | None = None
        self.fields: str | None = None
        self.excel: bool = False
        self.no_pager: bool = False
        self._opened: list[Catalogue] = []

    def catalogue(self) -> Catalogue:
        """The catalogue that is asked."""
        return self.opened(*(self.data or from_environment()))

    def opened(self, *paths: str) -> Catalogue:
        """The catalogues at some paths as one, or the bundled one."""
        from ..api import open_catalogue

        i18n.use(self.lang)
        found = open_catalogue(*paths, language=self.lang, progress=output.with_progress)
        self._opened.append(found)
        if found.conflicts:
            output.remark(some_of(found.conflicts))
        return found

    def close(self) -> None:
        """Let go of every catalogue that was opened."""
        while self._opened:
            self._opened.pop().close()

    def write(self, pieces: Iterable[str]) -> None:
        """Write a whole catalogue where the options say."""
        output.deliver(pieces, self.output, force=self.force)

    def place(self, make: Callable[[str], None]) -> None:
        """Let a function make the file or folder that the options ask for."""
        from .files import place

        place(cast("str", self.output), make, self.force)

    def write_answer(self, answer: Answer) -> None:
        """Write an answer where and how the options say."""
        if self.fields is not None:
            answer = chosen(answer, self.fields)
        output.write(
            answer,
            format=self.chosen_format,
            path=self.output,
            colour=not self.no_color,
            header=not self.no_header,
            excel=self.excel,
            pager=not self.no_pager,
            force=self.force,
        )

    @property
    def answer_format(self) -> Format:
        """The format that an answer is written in. Raises UsageError where there is none such."""
        return format_named(self.chosen_format or format_of_path(self.output))

    @property
    def chosen_format(self) -> str | None:
        """The format asked for, if one was."""
        return "json" if self.json else self.format


def from_environment() -> list[str]:
    """The paths in UTPARTNERS_DATA: one, or several between the marks that PATH has."""
    value = os.environ.get("UTPARTNERS_DATA", "")
    if not value or os.path.exists(value):
        return [value] if value else []
    return [path for path in value.split(os.pathsep) if path]


MOST_CONFLICTS = 10
"""Lines about conflicts of catalogues that one answer is worth."""


def some_of(conflicts: Sequence[str]) -> list[str]:
    """The first conflicts as warnings, and how many more there are."""
    lines = [f"warning: {conflict}" for conflict in conflicts[:MOST_CONFLICTS]]
    more = len(conflicts) - len(lines)
    return [*lines, f"warning: and {more} more"] if more else lines


def chosen(answer: Answer, fields: str) -> Answer:
    """The answer with the fields of a list such as ``id,name``; for no list, what there is."""
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
    """The session that a command runs in, which ends with the context that it began in."""
    session = context.find_object(Session)
    if session is None:
        session = context.ensure_object(Session)
        context.call_on_close(session.close)
    return session
