"""Each global option is stated once: the parser and the values follow from it."""

from __future__ import annotations

from typing import Any

import pytest
import typer

from utpartners.cli.app import program
from utpartners.cli.commands import COMMANDS
from utpartners.cli.global_options import GlobalOptions, parameters
from utpartners.cli.session import Session, current_session

NAMES = [option.name for option in parameters()]


def parsed(*args: str) -> GlobalOptions:
    """The options that a command sees, of arguments that are only parsed, as for completion."""
    group: Any = program()
    session = Session()
    context = group.make_context("utpartners", list(args), obj=session, resilient_parsing=True)
    rest = [*context._protected_args, *context.args]
    command = group.get_command(context, rest[0])
    inner = command.make_context(rest[0], rest[1:], parent=context, resilient_parsing=True)
    assert not set(NAMES) & inner.params.keys()
    assert current_session(inner) is session
    return session.options


def value_of(option: Any, number: int) -> str:
    """A value that an option can have."""
    return str(getattr(option.type, "choices", "xy")[number])


def flagged(option: Any, value: str) -> list[str]:
    return [option.opts[-1]] if option.is_flag else [option.opts[-1], value]


@pytest.mark.parametrize("option", parameters(), ids=NAMES)
@pytest.mark.parametrize("is_before", [True, False])
def test_before_and_after(option: Any, is_before: bool) -> None:
    """An option has the same value before the command and after it, and no other changes."""
    typed = value_of(option, 1)
    given = flagged(option, typed)
    options = parsed(*given, "list") if is_before else parsed("list", *given)
    value = [typed] if option.multiple else True if option.is_flag else typed
    assert options._asdict() == {**GlobalOptions()._asdict(), option.name: value}


@pytest.mark.parametrize("option", parameters(), ids=NAMES)
def test_the_last_word(option: Any) -> None:
    """What stands after the command counts; of what can be repeated, each value counts."""
    first, last = value_of(option, 0), value_of(option, 1)
    options = parsed(*flagged(option, first), "list", *flagged(option, last))
    value = [first, last] if option.multiple else True if option.is_flag else last
    assert options._asdict()[option.name] == value


def test_every_field_is_an_option() -> None:
    """The fields are the parameters, in their order, with the defaults of the fields."""
    assert tuple(NAMES) == GlobalOptions._fields
    assert parsed("list") == GlobalOptions()


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_no_name_twice(name: str) -> None:
    """No option or argument of a command has the name or a flag of a global option."""
    group: Any = program()
    command = group.get_command(typer.Context(group), name)
    own = [parameter for parameter in command.params if parameter not in parameters()]
    assert len(own) == len(command.params) - len(NAMES)
    assert not {parameter.name for parameter in own} & set(NAMES)
    flags = {flag for option in parameters() for flag in option.opts}
    assert not {flag for parameter in own for flag in parameter.opts} & flags
