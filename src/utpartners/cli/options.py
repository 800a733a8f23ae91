"""Options that several commands share; those of filters are made from their declarations."""

from __future__ import annotations

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..questions.filters import filters_of
from .completion import Completes

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
    known = filters_of(subject)
    options = [_parameter(name, filter) for name, filter in known.items()]

    def decorate(run: Run) -> Run:
        def run_with_filters(**values: Any) -> None:
            typed = {name: values.pop(name) for name in known}
            given = {name: value for name, value in typed.items() if value not in (None, False, [])}
            run(**values, filters=given)

        own = signature(run, eval_str=True)
        groups = ([one] if one.name != "filters" else options for one in own.parameters.values())
        # Typer makes options from the signature of a function, and asks for its type hints too.
        run_with_filters.__signature__ = own.replace(  # type: ignore[attr-defined]
            parameters=[
                one.replace(kind=Parameter.KEYWORD_ONLY) for group in groups for one in group
            ]
        )
        run_with_filters.__annotations__ = {}
        run_with_filters.__doc__ = run.__doc__
        return run_with_filters

    return decorate


def _parameter(name: str, filter: Filter) -> Parameter:
    """Return the parameter of which Typer makes the option of a filter."""
    option = typer.Option(
        f"--{name.replace('_', '-')}",
        metavar=filter.metavar,
        help=filter.help,
    )
    type_: Any = str | None if filter.metavar else bool
    if filter.is_repeatable:
        type_ = list[str] | None
    # What is not found in the catalogue, such as a year, has nothing that completes it.
    annotation: Any = Annotated[type_, option, Completes(filter.value)]
    default = None if filter.metavar else False
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
