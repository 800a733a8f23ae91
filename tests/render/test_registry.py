"""Which formats there are, and which one a name or a path means."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from utpartners.answers import Column, Notes, Table, Tree
from utpartners.errors import UsageError
from utpartners.render import (
    FORMATS,
    NAMES,
    OF_EVERY_ANSWER,
    Screen,
    format_named,
    format_of_path,
    renderer,
)

if TYPE_CHECKING:
    from utpartners.render import Format


def test_formats() -> None:
    """The formats are there by their names, with suffixes of their own."""
    assert {"table", "csv", "tsv", "json", "jsonl", "markdown"} <= set(NAMES)
    suffixes = [suffix for format in FORMATS for suffix in format.suffixes]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.csv", "csv"),
        ("A.CSV", "csv"),
        ("x.tar.md", "markdown"),
        ("csv", "table"),
        (None, "table"),
    ],
)
def test_suffix(path: str | None, format: str) -> None:
    """The suffix of a path says the format, in any case; without one it is a table."""
    assert format_of_path(path) == format


def test_unknown_suffix() -> None:
    """A suffix of no format is refused with those that there are."""
    with pytest.raises(UsageError, match=r"'\.odt'") as error:
        format_of_path("list.odt")
    assert ".csv" in (error.value.hint or "")


def test_unknown_format() -> None:
    """A format that is none is refused with those that there are."""
    with pytest.raises(UsageError, match="'yaml'") as error:
        format_named("yaml")
    assert "jsonl" in (error.value.hint or "")


@pytest.mark.parametrize("format", FORMATS, ids=NAMES)
def test_renderer(format: Format) -> None:
    """Every format has a renderer that takes the options of its line, whoever it shares it with."""
    render = renderer(format)
    inspect.signature(render).bind(Table((Column("a"),), []), Screen())


@pytest.mark.parametrize(
    ("format", "text"),
    [("csv", "a,b\n1,2\n"), ("tsv", "a\tb\n1\t2\n"), ("jsonl", '{"a": 1, "b": 2}\n')],
)
def test_options(format: str, text: str) -> None:
    """Formats that share a module differ by their options."""
    table = Table((Column("a", "number"), Column("b", "number")), [(1, 2)])
    assert "".join(map(str, renderer(format_named(format))(table, Screen()))) == text


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("format", OF_EVERY_ANSWER)
def test_an_answer_is_not_changed(format: str, terminal: bool) -> None:
    """A renderer reads an answer and changes nothing of it: its parts are the same afterwards."""
    for shape in (None, Notes("a", "b"), Tree((("{a}",), ("{b}",)))):
        rows = [("x", "y")] * 1001
        table = Table((Column("a"), Column("b")), rows, title="t", shape=shape)
        before = dict(vars(table))
        list(renderer(format_named(format))(table, Screen(terminal=terminal)))
        assert vars(table) == before
        assert table.rows is rows
        assert table.shape is shape
