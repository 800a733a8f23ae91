"""Wrong usage that Typer finds, in the words of the other errors: which option, what is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..i18n import translated

if TYPE_CHECKING:
    import typer

_VALUE = re.compile(r"'?(.*?)'? is not (?:one of|a valid|in the range)", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)", re.DOTALL)


def worded(error: typer.TyperException) -> UsageError:
    """Return the error to print for one of Typer's."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "utpartners"
    see = translated("See {command}.", command=f"'{path} --help'")
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        known = sorted(error.possibilities or ())
        near = [one for one in known if one.startswith(str(option))] or known
        hint = (
            translated("Did you mean {name}?", name=translated(" or ").join(near)) if near else see
        )
        return UsageError(translated("there is no option {option}", option=option), hint)
    if option is not None:
        if "does not take" in error.message:
            return UsageError(translated("{option} takes no value", option=option), see)
        return UsageError(translated("{option} needs a value", option=option), see)
    if hasattr(error, "param_type") and parameter is not None:
        return UsageError(translated("{name} is required", name=_name(parameter)), see)
    if parameter is not None:
        what, hint = _refused(error.message, parameter)
        return UsageError(f"{_name(parameter)}: {what}", hint or see)
    if extra := _EXTRA.match(error.message):
        quote = translated("Put a value of several words in quotation marks.")
        return UsageError(
            translated("unexpected argument {value}", value=f"'{extra[1]}'"), f"{quote} {see}"
        )
    message = error.format_message().rstrip(".")
    return UsageError(f"{message[:1].lower()}{message[1:]}", see)


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name.upper())


def _refused(message: str, parameter: Any) -> tuple[str, str]:
    """Return what is wrong with the value of a parameter, and what is allowed."""
    match = _VALUE.match(message)
    value = match[1] if match else ""
    choices = getattr(parameter.type, "choices", ())
    if match is None:
        return f"{message[:1].lower()}{message[1:]}", ""
    value = f"'{value}'"
    if choices:
        return (
            translated("{value} is not a possible value", value=value),
            translated("Choose from: {values}.", values=translated(", ").join(choices)),
        )
    if parameter.metavar == "YEAR":
        return (
            translated("{value} is not a year", value=value),
            translated("Use four digits, such as 2019."),
        )
    return (
        translated("{value} is not a number of rows", value=value),
        translated("Use a whole number, such as 10."),
    )
