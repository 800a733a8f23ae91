"""What follows from the declaration of a filter: options, keywords and conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_origin

import pytest
import typer

from utpartners.cli import app
from utpartners.questions.filters import OF_ACTIVITIES, OF_PARTNERSHIPS
from utpartners.questions.selection import EVERYTHING, Selection, select

if TYPE_CHECKING:
    from utpartners.api import Catalogue

COMMANDS = [
    ("list", OF_PARTNERSHIPS, set()),
    ("matrix", OF_PARTNERSHIPS, {"since", "inactive_since"}),
    ("export", OF_PARTNERSHIPS, {"since", "inactive_since"}),
    ("timeline", OF_ACTIVITIES, set()),
]
"""The commands with filters, and those that each does not take."""

FILTERS = [
    *((filters, name) for filters in (OF_PARTNERSHIPS, OF_ACTIVITIES) for name in filters),
]


def options(command: str) -> dict[str, Any]:
    group = app.program()
    context = typer.Context(group, info_name="utpartners")
    made: Any = group.get_command(context, command)
    return {param.name: param for param in made.params if param.param_type_name == "option"}


@pytest.mark.parametrize(("command", "filters", "others"), COMMANDS)
def test_options(command: str, filters: Any, others: set[str]) -> None:
    """A command has an option for each filter that it takes, as this is declared."""
    found = options(command)
    assert filters.keys() - others == filters.keys() & found.keys()
    for name in filters.keys() - others:
        filter, option = filters[name], found[name]
        assert option.opts == [f"--{name.replace('_', '-')}"]
        assert (option.help, option.metavar) == (filter.help, filter.metavar)
        assert option.multiple == (get_origin(filter.type) is Iterable)
        assert option.is_flag == (filter.type is bool)
        is_completed = option._custom_shell_complete is not None
        assert is_completed == (filter.value not in ("year", "since", "until", "flag"))


@pytest.mark.parametrize(("filters", "name"), FILTERS)
def test_bound_values(filters: Any, name: str) -> None:
    """A condition binds values of its own filter, or of the one whose condition it replaces."""
    filter = filters[name]
    bound = set(re.findall(r":(\w+)", filter.sql))
    assert bound == ({filter.replaces or name} if filter.metavar or filter.replaces else set())


@pytest.mark.parametrize(
    "wanted", [{}, {"status": []}, {"since": None}, {"all_depts": False}, {"all_depts": True}]
)
def test_no_filter(catalogue: Catalogue, wanted: dict[str, Any]) -> None:
    """What has no value leaves nothing out; nor does a filter of how others are joined, alone."""
    selection = select(catalogue.store, OF_PARTNERSHIPS, wanted)
    assert not selection.is_filtered
    assert selection.condition == EVERYTHING.condition == "TRUE"
    assert catalogue.part(**wanted) is catalogue


def test_values_may_be_lazy(catalogue: Catalogue) -> None:
    """Any iterable of values will do, also one that can be read once only."""
    table = catalogue.list(status=(status for status in ["primary"]))
    assert len(list(table)) == 9


def test_the_year_zero(catalogue: Catalogue) -> None:
    """Zero is a year, not the lack of one."""
    assert select(catalogue.store, OF_PARTNERSHIPS, {"since": 0}).values == {"since": "0000"}


def test_unknown_filter(catalogue: Catalogue) -> None:
    """A keyword that is no filter is refused, as any unknown keyword is."""
    with pytest.raises(TypeError, match="'nope'"):
        catalogue.list(nope=["x"])  # type: ignore[call-arg]


def test_without() -> None:
    """A selection without one of its filters keeps the others."""
    selection = Selection(OF_PARTNERSHIPS, {"status": ["primary"], "since": "2015"})
    only = selection.without("since")
    assert only.values == {"status": ["primary"]}
    assert selection.condition.startswith(f"{only.condition} AND ")
