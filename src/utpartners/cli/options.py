"""Options that several commands share; those of filters are made from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..questions.filters import filters_of
from .completion import Completes
from .parameters import Argument, Option, declared, parameter

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..questions.filter import Filter, Subject

    Run = Callable[..., None]

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORD]...",
        help="Values of any filter, without its option: Germany, primary, GS Eng.",
        show_default=False,
    ),
    Completes("partner or department"),
]

Sort = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="COLUMN",
        help="Sort by this column of --fields; with a minus sign before it, in reverse.",
    ),
]

Limit = Annotated[
    int | None, typer.Option("--limit", min=0, metavar="N", help="Show only the first N rows.")
]


def takes(subject: Subject) -> Callable[[Run], Run]:
    """Return a decorator that gives a command an option for each filter of what it lists.

    The options stand where the function has the parameter ``filters``, which gets those that were
    typed, as the API takes them::

        @takes("partnerships")
        def run(context: typer.Context, filters: Filters, words: Words = None) -> None:
            current_session(context).catalogue().list(*words or (), **filters)
    """

    def decorate(run: Run) -> Run:
        _SUBJECTS[run] = subject
        return run

    return decorate


_SUBJECTS: dict[Run, Subject] = {}
"""What the commands that have filters list, by their functions."""


def parameters_of(run: Run) -> list[Argument | Option]:
    """Return the arguments and options of a command, with those of its filters."""
    found: list[Argument | Option] = []
    for name, annotation, default in declared(run):
        if name == "filters":
            found += [_option(*named) for named in filters_of(_SUBJECTS[run]).items()]
        else:
            found.append(parameter(name, annotation, default))
    return found


def arguments_for(run: Run, values: dict[str, Any]) -> dict[str, Any]:
    """Return what to call a command with, of the values that were parsed for its parameters."""
    # Typer gives several values as a tuple, also where there is none.
    found = {
        name: list(value) or None if isinstance(value, tuple) else value
        for name, value in values.items()
    }
    if run in _SUBJECTS:
        typed = {name: found.pop(name) for name in filters_of(_SUBJECTS[run])}
        given = {name: value for name, value in typed.items() if value not in (None, False)}
        found["filters"] = given
    return found


def _option(name: str, filter: Filter) -> Option:
    """Return the option of a filter."""
    is_flag = filter.metavar is None
    made = Option(
        param_decls=[name, f"--{name.replace('_', '-')}"],
        type=None if is_flag else str,
        is_flag=is_flag or None,
        multiple=filter.is_repeatable,
        default=False if is_flag else None,
        metavar=filter.metavar,
        help=filter.help,
        show_default=True,
    )
    # What is not found in the catalogue, such as a year, has nothing that completes it.
    made.completes = filter.value
    return made
