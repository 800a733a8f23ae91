"""Wrong usage that Typer finds, in the words of the other errors: which option, what is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import UsageError

if TYPE_CHECKING:
    import typer

_VALUE = re.compile(r"'?(.*?)'? is not (?:one of|a valid|in the range)", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)", re.DOTALL)


def worded(error: typer.TyperException) -> UsageError:
    """Return the error to print for one of Typer's."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "utpartners"
    see = f"See '{path} --help'."
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        known = sorted(error.possibilities or ())
        near = [one for one in known if one.startswith(str(option))] or known
        hint = f"Did you mean {' or '.join(near)}?" if near else see
        return UsageError(f"there is no option {option}", hint)
    if option is not None:
        needs = "takes no value" if "does not take" in error.message else "needs a value"
        return UsageError(f"{option} {needs}", see)
    if hasattr(error, "param_type") and parameter is not None:
        return UsageError(f"{_name(parameter)} is required", see)
    if parameter is not None:
        what, hint = _refused(error.message, parameter)
        return UsageError(f"{_name(parameter)}: {what}", hint or see)
    if extra := _EXTRA.match(error.message):
        quote = "Put a value of several words in quotation marks."
        return UsageError(f"unexpected argument '{extra[1]}'", f"{quote} {see}")
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
    if choices:
        return f"'{value}' is not a possible value", f"Choose from: {', '.join(choices)}."
    if parameter.metavar == "YEAR":
        return f"'{value}' is not a year", "Use four digits, such as 2019."
    return f"'{value}' is not a number of rows", "Use a whole number, such as 10."
