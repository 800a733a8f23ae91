"""Options that several commands share; those of filters are made from their declarations."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any, get_origin

import typer

from ..questions.filters import declared
from .completion import Completes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..questions.filters import Filter

    Run = Callable[..., None]

Limit = Annotated[
    int | None, typer.Option("--limit", min=0, metavar="N", help="Show only the first N rows.")
]


def takes(filters: type, *names: str) -> Callable[[Run], Run]:
    """Return a decorator that gives a command an option for each of some filters.

    ``filters`` declares them, as PartnershipFilters does. The options stand where the function has
    the parameter ``filters``, which gets those that were typed, as the API takes them::

        @takes(PartnershipFilters, "status", "country")
        def run(context: typer.Context, filters: PartnershipFilters) -> None:
            current_session(context).catalogue().list(**filters)
    """
    known = declared(filters)
    options = [_parameter(name, known[name]) for name in names]

    def decorate(run: Run) -> Run:
        def run_with_filters(**values: Any) -> None:
            typed = {name: values.pop(name) for name in names}
            given = {name: value for name, value in typed.items() if value is not None}
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
    type_ = list[str] | None if get_origin(filter.type) is Iterable else filter.type
    # What is not found in the catalogue, such as a year, has nothing that completes it.
    annotation: Any = Annotated[type_, option, Completes(filter.value)]
    default = False if filter.type is bool else None
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
