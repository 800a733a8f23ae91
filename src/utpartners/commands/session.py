"""What the options of a command line ask for, and how a command gives its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from .. import output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..api import Catalogue
    from ..table import Answer


class Session:
    """One run of the program: the values of the options that every command has."""

    def __init__(self) -> None:
        self.data: str | None = None
        self.format: str | None = None
        self.json: bool = False
        self.output: str | None = None
        self.force: bool = False
        self.no_header: bool = False
        self.no_color: bool = False

    def catalogue(self) -> Catalogue:
        """The catalogue that is asked."""
        from ..api import open_catalogue

        return open_catalogue(self.data)

    def write(self, pieces: Iterable[str]) -> None:
        """Write a whole catalogue where the options say."""
        output.deliver(pieces, self.output, force=self.force)

    def give(self, answer: Answer) -> None:
        """Write an answer where and how the options say."""
        output.write(
            answer,
            format=self.chosen_format,
            path=self.output,
            colour=not self.no_color,
            header=not self.no_header,
            force=self.force,
        )

    @property
    def chosen_format(self) -> str | None:
        """The format asked for, if one was."""
        return "json" if self.json else self.format


def of(context: typer.Context) -> Session:
    """The session that a command runs in."""
    return context.ensure_object(Session)
