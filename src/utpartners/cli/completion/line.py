"""What the last word of a command line is for: a command, the name of an option, or a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typer.core import TyperGroup

HELP = ("-h", "--help")

NO_ANSWER = frozenset(["help", "version", "install_completion", "show_completion"])
"""Options with which the program does something else, whatever else the line says."""


class Asked(NamedTuple):
    """What is to be completed, and what the line says besides."""

    what: str
    """``command``, ``option``, ``value`` of a few choices, a key of ``WORDS``; empty: nothing."""
    typed: str
    """The text to complete."""
    before: tuple[str, ...] = ()
    """The words of the same argument that stand before it, as a name may have several."""
    kept: str = ""
    """What stands before it in the same word: ``--country=``."""
    command: str = ""
    words: tuple[str, ...] = ()
    """All complete words, with which the program would run."""
    options: Mapping[str, list[str]] = {}
    """The values given for options, by their name."""
    parameters: Sequence[Any] = ()
    """The arguments and options that the command has."""
    choices: tuple[str, ...] = ()


def asked_for(program: TyperGroup, words: Sequence[str], last: str) -> Asked:
    """Return what the last word of a line is for, after complete words (without the program)."""
    walk = _Walk(program)
    for word in words:
        walk.pass_by(word)
    found = Asked(
        "", last, words=tuple(words), options=walk.options, command=walk.command,
        parameters=walk.parameters,
    )  # fmt: skip
    if NO_ANSWER & walk.options.keys() and walk.pending is None:
        return found
    return walk.completed(found)


class _Walk:
    """Goes along a line, and knows which option waits for a value and which argument is next."""

    def __init__(self, program: TyperGroup) -> None:
        self.program = program
        self.command = ""
        self.parameters: list[Any] = list(program.params)
        self.options: dict[str, list[str]] = {}
        self.arguments: list[str] = []
        self.pending: Any = None
        self.is_after_dashes = False

    def pass_by(self, word: str) -> None:
        """Take a complete word."""
        if self.pending is not None:
            self._give(self.pending, word)
            self.pending = None
        elif word == "--" and not self.is_after_dashes:
            self.is_after_dashes = True
        elif word.startswith("-") and word != "-" and not self.is_after_dashes:
            self._pass_option(word)
        elif not self.command:
            self._begin_command(word)
        else:
            self.arguments.append(word)

    def _begin_command(self, name: str) -> None:
        if all(entry.name != name for entry in COMMANDS):
            self.parameters = []  # nobody knows what may follow
        else:
            self.parameters = list(self.program.get_command(None, name).params)  # type: ignore[arg-type, union-attr]
        self.command = name

    def _pass_option(self, word: str) -> None:
        name, has_value, value = word.partition("=")
        option = self.option(name)
        if option is None and not word.startswith("--"):
            option, has_value, value = self.option(word[:2]), word[2:], word[2:]
        if word in HELP:
            self.options["help"] = []
        elif option is None:
            return
        elif option.is_flag:
            self._give(option, word)
        elif has_value:
            self._give(option, value)
        else:
            self.pending = option

    def _give(self, option: Any, value: str) -> None:
        self.options.setdefault(option.name, []).append(value)

    def option(self, name: str) -> Any:
        """Return the option of a name such as ``-f``, or None."""
        options = (one for one in self.parameters if one.param_type_name == "option")
        return next((one for one in options if name in one.opts), None)

    def completed(self, found: Asked) -> Asked:
        """Return what is asked for, now that all words but the last are taken."""
        if self.pending is not None:
            return self._value_of(self.pending, found)
        if found.typed.startswith("-") and not self.is_after_dashes:
            name, has_value, value = found.typed.partition("=")
            if not has_value:
                return found._replace(what="option")
            option = self.option(name)
            if option is None or option.is_flag:
                return found
            return self._value_of(option, found._replace(typed=value, kept=f"{name}="))
        if not self.command:
            return found._replace(what="command")
        return self._next_argument(found)

    def _next_argument(self, found: Asked) -> Asked:
        place = len(self.arguments)
        for argument in (one for one in self.parameters if one.param_type_name == "argument"):
            if argument.nargs == -1:
                before = tuple(self.arguments[len(self.arguments) - place :])
                return self._value_of(argument, found._replace(before=before))
            if place < argument.nargs:
                return self._value_of(argument, found)
            place -= argument.nargs
        return found

    def _value_of(self, parameter: Any, found: Asked) -> Asked:
        choices = tuple(map(str, getattr(parameter.type, "choices", ())))
        if choices:
            return found._replace(what="value", choices=choices)
        return found._replace(what=parameter.completes)
