"""What the program says of a command and its options: the statement behind help and reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .commands import CommandEntry

OPTIONS = "[OPTIONS]"

MOST_VALUES = 8
"""Values of an option that are listed at most."""


class Part(NamedTuple):
    """An argument or an option, as people see it."""

    name: str
    help: str


class Explanation(NamedTuple):
    """What the program says of one of its commands, in the language in use."""

    name: str
    summary: str
    details: tuple[str, ...]
    """Paragraphs."""
    usage: str
    arguments: tuple[Part, ...]
    options: tuple[Part, ...]
    examples: tuple[tuple[str, str], ...]
    """Command lines, each with what it is for."""
    formats: tuple[str, ...]
    """Names of the output formats that it can give."""
    choices: tuple[tuple[str, str], ...]
    """Pairs of an option and one of its few values."""


def explained(
    entry: CommandEntry,
    command: Any,
    module: Any,
    common: Sequence[Any],
    values: Mapping[str, Sequence[str]] | None = None,
) -> Explanation:
    """Return what a command of Typer and its module say of it.

    ``common`` are the options of every command, which are left out; ``values`` those that a
    catalogue knows, by the word that stands for one, such as ``STATUS``.
    """
    own = [parameter for parameter in command.params if parameter not in common]
    arguments = [one for one in own if one.param_type_name == "argument"]
    options = [one for one in own if one.param_type_name == "option"]
    return Explanation(
        entry.name,
        translated(entry.summary),
        tuple(map(translated, module.DETAILS.split("\n\n"))),
        " ".join(["utpartners", entry.name, *map(_placed, arguments), OPTIONS]),
        tuple(Part(_metavar(one), translated(one.help)) for one in arguments),
        tuple(part(one, values or {}) for one in options),
        tuple((line, translated(word)) for line, word in module.EXAMPLES),
        tuple(_formats(entry.name)),
        tuple((one.opts[0], value) for one in options for value in choices(one)),
    )


WITHOUT_ANSWER = ("init", "help")
"""Commands that write no answer, and so have no format."""


def _formats(command: str) -> Iterator[str]:
    from ..render import FORMATS

    if command not in WITHOUT_ANSWER:
        yield from (format.name for format in FORMATS if format.serves(command))


def part(option: Any, values: Mapping[str, Sequence[str]] | None = None) -> Part:
    """Return what people see of an option: its names, its value or few values, what it does."""
    names = ", ".join(sorted(option.opts, key=len))
    known = (values or {}).get(option.metavar, ())
    listed = "|".join(known) if len(known) <= MOST_VALUES else ""
    value = "" if option.is_flag else f" {listed or _metavar(option)}"
    said = [translated(option.help)]
    if choices(option) and option.default:
        said.append(translated("Default: {value}.").format(value=option.default))
    return Part(f"{names}{value}", " ".join(said))


def choices(option: Any) -> tuple[str, ...]:
    """Return the few values that an option may have; none where it may have any."""
    return tuple(getattr(option.type, "choices", ()))


def _metavar(option: Any) -> str:
    return str(option.metavar or "|".join(choices(option)) or option.name.upper())


def _placed(argument: Any) -> str:
    shown = _metavar(argument)
    return shown if argument.required or shown.startswith("[") else f"[{shown}]"
