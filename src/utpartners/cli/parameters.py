"""The arguments and options of a command, made of the annotations that declare them.

Typer would make the same of them. But it evaluates every signature four times, for whatever Python
allows in one, which took a quarter of all that this program adds to the import of Typer. Commands
declare little of that, and it is read once.
"""

from __future__ import annotations

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperOption
from typer.main import get_click_type
from typer.models import ArgumentInfo

from .completion import Completes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Argument(TyperArgument):
    """An argument that knows what completes it."""

    completes = ""


class Option(TyperOption):
    """An option that knows what completes it."""

    completes = ""


REQUIRED = Parameter.empty
"""In place of the default of a parameter that has none."""


def declared(run: Callable[..., Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield name, annotation and default of each parameter of a command but its context."""
    for one in signature(run, eval_str=True).parameters.values():
        if one.annotation is not typer.Context:
            yield one.name, one.annotation, one.default


def parameter(name: str, annotation: Any, default: Any) -> Argument | Option:
    """Return the parameter that ``Annotated[type, typer.Option(…)]`` or ``…Argument(…)`` declares.

    The type is that of one value, a list of such values, or either of them or None.
    """
    info, *marks = annotation.__metadata__
    type_, is_list = _of_value(annotation.__origin__)
    is_flag = type_ is bool
    common = {
        "type": None if is_flag else get_click_type(annotation=type_, parameter_info=info),
        "required": default is REQUIRED,
        "default": None if default is REQUIRED else default,
        "metavar": info.metavar,
        "help": info.help,
        "show_default": info.show_default,
    }
    made: Argument | Option
    if isinstance(info, ArgumentInfo):
        made = Argument(param_decls=[name], nargs=-1 if is_list else None, **common)
    else:
        # Typer keeps the first name in the place of the default, which it is without Annotated.
        names = [name, info.default, *info.param_decls]
        made = Option(param_decls=names, is_flag=is_flag or None, multiple=is_list, **common)
    for mark in marks:
        if isinstance(mark, Completes):
            made.completes = mark.what
    return made


def _of_value(type_: Any) -> tuple[Any, bool]:
    """Return the type of one value, and whether there may be several."""
    # A union here is always with None, which is what is not typed.
    inner = type_.__args__[0] if type(None) in getattr(type_, "__args__", ()) else type_
    return (
        (inner.__args__[0], True) if getattr(inner, "__origin__", None) is list else (inner, False)
    )
