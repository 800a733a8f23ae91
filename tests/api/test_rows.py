"""The rows of a table: read when they are needed, kept, and streamed on request."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from utpartners.answers import Column, Table
from utpartners.errors import CatalogueError, UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners import Catalogue

COLUMNS = (Column("number", "number"), Column("name"))


def numbers(count: int, read: list[int] | None = None) -> Iterator[tuple[int, str]]:
    for number in range(count):
        if read is not None:
            read.append(number)
        yield number, f"n{number}"


def test_read_again(catalogue: Catalogue) -> None:
    """The rows of an answer are the same at every reading."""
    table = catalogue.list()
    once = list(table)
    assert list(table) == once
    assert [record["id"] for record in table.records()] == [row[0] for row in once]
    assert len(table) == len(once) == 16


def test_read_when_needed() -> None:
    """No row is read before it is needed, none after it, and none twice."""
    read: list[int] = []
    table = Table(COLUMNS, numbers(9, read))
    assert read == []
    assert table[2] == (2, "n2")
    assert read == [0, 1, 2]
    assert [row for row, _ in zip(table, "ab", strict=False)] == [(0, "n0"), (1, "n1")]
    assert read == [0, 1, 2]
    assert len(table) == 9
    assert list(table) == list(table)
    assert read == list(range(9))


def test_two_loops_at_once() -> None:
    """Loops that read in turn each see every row."""
    table = Table(COLUMNS, numbers(3))
    assert [(a, b) for a, _ in table for b, _ in table] == [
        (a, b) for a in range(3) for b in range(3)
    ]


@pytest.mark.parametrize("place", [0, 3, 8, -1, -9])
def test_index(place: int) -> None:
    """A row is taken by its place, from either end."""
    assert Table(COLUMNS, numbers(9))[place] == list(numbers(9))[place]


@pytest.mark.parametrize("place", [9, -10])
def test_index_outside(place: int) -> None:
    """There is no row outside of the table."""
    with pytest.raises(IndexError):
        Table(COLUMNS, numbers(9))[place]


@pytest.mark.parametrize(
    "part",
    [slice(2), slice(2, 5), slice(-3, None), slice(-9, 3), slice(5, 2, -1), slice(None, None, -1)],
)
def test_slice(part: slice) -> None:
    """A slice is a table of the same columns with some of the rows."""
    table = Table(COLUMNS, numbers(9), title="Numbers")[part]
    assert list(table) == list(numbers(9))[part]
    assert (table.columns, table.title) == (COLUMNS, "Numbers")


def test_failure_is_told_again() -> None:
    """Where rows could not be read, a second reading fails too, and does not end early."""

    def failing() -> Iterator[tuple[int, str]]:
        yield 0, "n0"
        raise CatalogueError("damaged")

    table = Table(COLUMNS, failing())
    for _ in range(2):
        with pytest.raises(CatalogueError, match="damaged"):
            list(table)
    assert table[0] == (0, "n0")


def test_interruption_is_told() -> None:
    """After Ctrl-C, what was read until then does not pass for all rows."""

    def interrupted() -> Iterator[tuple[int, str]]:
        yield 0, "n0"
        raise KeyboardInterrupt

    table = Table(COLUMNS, interrupted())
    with pytest.raises(KeyboardInterrupt):
        list(table)
    with pytest.raises(UtpartnersError, match="not read to the end"):
        list(table)


def test_streamed_once() -> None:
    """A stream gives each row once and keeps none; a second reading is refused, not empty."""
    table = Table(COLUMNS, numbers(5))
    assert table[1] == (1, "n1")
    stream = table.streamed()
    assert list(stream) == list(numbers(5))
    for taken in (stream, table):
        with pytest.raises(UtpartnersError, match="only once"):
            list(taken)
    with pytest.raises(TypeError, match="streamed"):
        len(Table(COLUMNS, numbers(5)).streamed())


def test_stream_reads_ahead_of_nobody() -> None:
    """A stream and what is made of it read a row when it is asked for."""
    read: list[int] = []
    stream = Table(COLUMNS, numbers(9, read)).streamed()
    doubled = stream.with_rows((2 * number, name) for number, name in stream)
    assert doubled.is_streamed
    assert next(doubled.records()) == {"number": 0, "name": "n0"}
    assert read == [0]


def test_streams_of_a_network(catalogue: Catalogue) -> None:
    """The nodes of a streamed network are streamed as its links are."""
    network = catalogue.network()
    links = list(network)
    nodes = list(network.shape.nodes)  # type: ignore[union-attr]
    stream = catalogue.network().streamed()
    assert stream.shape.nodes.is_streamed  # type: ignore[union-attr]
    assert list(stream.shape.nodes) == nodes  # type: ignore[union-attr]
    assert list(stream) == links


@pytest.mark.slow
def test_memory_of_an_export() -> None:
    """The rows that the program writes are gone when they are written."""
    import weakref

    class Value(str):
        __slots__ = ("__weakref__",)

    alive: list[weakref.ref[Value]] = []
    most = 0

    def watched() -> Iterator[tuple[int, str]]:
        nonlocal most
        for number in range(5000):
            value = Value(number)
            alive.append(weakref.ref(value))
            yield number, value
            del value
            most = max(most, sum(ref() is not None for ref in alive))

    from utpartners.answers import picked
    from utpartners.render import Screen, format_named, renderer

    answer = picked(Table(COLUMNS, watched()).streamed(), ["name", "number"])
    text = "".join(map(str, renderer(format_named("csv"))(answer, Screen())))
    assert len(list(csv.reader(StringIO(text)))) == 5001
    assert most < 500  # a piece of CSV has some rows
