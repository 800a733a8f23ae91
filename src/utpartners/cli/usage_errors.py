"""Wrong usage that Typer finds, in the words of the other errors: which option, what is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer

    from .global_options import GlobalOptions

_VALUE = re.compile(r"'?(.*?)'? is not (?:one of|a valid|in the range)", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)", re.DOTALL)

ALIKE_OPTION = 75
"""Score from which an option is a mistyped one: ``--sort`` is not like ``--force``."""

SYNONYMS = {
    "--dep": "--dept", "--department": "--dept", "--departments": "--dept",
    "--partnership": "--partner", "--university": "--partner", "--nation": "--country",
    "--from": "--since", "--after": "--since", "--to": "--until", "--before": "--until",
    "--type": "--kind", "--lang-ja": "--lang", "--language": "--lang", "--locale": "--lang",
    "--file": "--output", "--out": "--output", "--save": "--output", "--overwrite": "--force",
    "--columns": "--fields", "--no-colour": "--no-color", "--colour": "--no-color",
    "--color": "--no-color", "--silent": "--quiet", "--catalogue": "--data",
    "--catalog": "--data", "--db": "--data", "--input": "--data", "--csv": "-f csv",
    "--tsv": "-f tsv", "--markdown": "-f markdown", "--md": "-f markdown", "--html": "-f html",
    "--xlsx": "-o answer.xlsx", "--year": "--since", "--max": "--limit", "--head": "--limit",
    "--top": "--limit", "--count": "--limit", "-n": "--limit", "-d": "--data",
    "-?": "--help", "-v": "--version", "-V": "--version",
}  # fmt: skip
"""The option that is meant by a word that is none; it counts where the command has it."""


def worded(error: typer.TyperException) -> UsageError:
    """Return the error to print for one of Typer's."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "utpartners"
    see = translated("See {command}.", command=f"'{path} --help'")
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        return _no_such_option(str(option), _options(context), see)
    if option is not None:
        if "does not take" in error.message:
            return UsageError(translated("{option} takes no value", option=option), see)
        return UsageError(translated("{option} needs a value", option=option), see)
    if hasattr(error, "param_type") and parameter is not None:
        return _missing(parameter, context, see)
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


def _missing(parameter: Any, context: typer.Context | None, see: str) -> UsageError:
    """Return the error for what a command cannot do without, with a line that has it."""
    from .commands import COMMANDS

    message = translated("{name} is required", name=_name(parameter))
    command = context.info_name if context else None
    if command not in [entry.name for entry in COMMANDS]:
        return UsageError(message, see)
    from importlib import import_module

    example = import_module(f"{__package__}.commands.{command}").EXAMPLES[0][0]
    what = translated(parameter.help) if parameter.help else ""
    lines = [what, translated("For example: {command}", command=example)]
    return UsageError(message, "\n".join(filter(None, lines)))


def _options(context: typer.Context | None) -> set[str]:
    """Return the options that may stand where a wrong one stood."""
    parameters: Iterable[Any] = context.command.get_params(context) if context else ()
    return {name for one in parameters if hasattr(one, "is_flag") for name in one.opts}


def _no_such_option(option: str, known: set[str], see: str) -> UsageError:
    """Return the error for an option that is none, with one that is really near."""
    from ..similarity import nearest_texts

    message = translated("there is no option {option}").format(option=option)
    name = option.partition("=")[0]
    meant = SYNONYMS.get(name, "")
    if meant.partition(" ")[0] not in known:
        long = [one for one in known if one.startswith("--")]
        starts = sorted(one for one in long if one.startswith(name) and len(name) > len("--a"))
        near = starts or (
            nearest_texts(name, sorted(long), 1, ALIKE_OPTION) if name[:2] == "--" else []
        )
        meant = translated(" or ").join(near)
    return UsageError(
        message, translated("Did you mean {name}?").format(name=meant) if meant else see
    )


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


def require_no_options(options: GlobalOptions) -> None:
    """Raise UsageError where there are options, but no command to which they apply."""
    from .commands import COMMANDS

    alone = ("lang", "no_color", "no_pager", "quiet")
    given = {
        name: value[-1] if isinstance(value, (list, tuple)) else value
        for name, value in options._asdict().items()
        if value != options._field_defaults[name] and value and name not in alone
    }
    names = [entry.name for entry in COMMANDS]
    for name, value in given.items():
        if value in names:
            raise UsageError(
                translated("--{option}: the command {name} was read as its value").format(
                    option=name, name=f"'{value}'"
                ),
                translated("Give the option its value first: {command}").format(
                    command=f"utpartners {value} --{name} …"
                ),
            )
    if given:
        name = next(iter(given)).replace("_", "-")
        raise UsageError(
            translated("--{option} is given without a command").format(option=name),
            translated("Name one, such as: {command}").format(command="utpartners list"),
        )
