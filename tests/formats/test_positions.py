"""The lines on which the values of a TOML text stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import tomli

from utpartners import bundled
from utpartners.formats.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = """\
title = "top"          # line 1
"quoted.key" = 1
a.b.c = 2

[table]
inline = { x = 1, y = { z = 2 } }
list = [
  "one",  # with a comment

  "two",
  { in = "table" },
  [
    1,
    2 ],
]

[[partnership]]
id = "first"

[[partnership.activity]]
title = "1.1"
[[partnership.activity]]
title = "1.2"
[partnership.activity.more]
deep = true

[[partnership]]
id = "second"

[[partnership.activity]]
title = "2.1"
'literal "key"' = 1
"\\u00e9t\\u00e9" = 2

["quoted.table".'x y']
z = \"\"\"
text
\"\"\"
after = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 1),
        (("quoted.key",), 2),
        (("a",), 3),
        (("a", "b", "c"), 3),
        (("table",), 5),
        (("table", "inline", "x"), 6),
        (("table", "inline", "y", "z"), 6),
        (("table", "list"), 7),
        (("table", "list", 0), 8),
        (("table", "list", 1), 10),
        (("table", "list", 2, "in"), 11),
        (("table", "list", 3), 12),
        (("table", "list", 3, 0), 13),
        (("table", "list", 3, 1), 14),
        (("partnership", 0), 17),
        (("partnership", 0, "id"), 18),
        (("partnership", 0, "activity", 0, "title"), 21),
        (("partnership", 0, "activity", 1, "title"), 23),
        (("partnership", 0, "activity", 1, "more", "deep"), 25),
        (("partnership", 1, "id"), 28),
        (("partnership", 1, "activity", 0), 30),
        (("partnership", 1, "activity", 0, "title"), 31),
        (("partnership", 1, "activity", 0, 'literal "key"'), 32),
        (("partnership", 1, "activity", 0, "été"), 33),
        (("quoted.table", "x y", "z"), 36),
        (("quoted.table", "x y", "after"), 39),
    ],
)
def test_line(path: tuple[str | int, ...], line: int) -> None:
    """A key, table or item has the line on which it starts."""
    assert Positions(TEXT).line(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("partnership", 1, "missing"), 27),
        (("partnership", 0, "activity", 1, "missing", 3, "deeper"), 22),
        (("table", "list", 9), 7),
        (("nothing", "of", "it"), 1),
    ],
)
def test_line_of_what_is_not_there(path: tuple[str | int, ...], line: int) -> None:
    """What is not in the text has the line of the nearest thing around it."""
    assert Positions(TEXT).line(path) == line


def test_empty_text() -> None:
    """An empty file has its first line."""
    assert Positions("").line(("catalogue",)) == 1


def test_crlf() -> None:
    """Lines are counted the same when they end with CR LF."""
    assert Positions("a = 1\r\n[b]\r\nc = 2\r\n").line(("b", "c")) == 3


def test_the_bundled_catalogue() -> None:
    """In a real file, the lines are those on which its ids stand."""
    with open(bundled.TOML, encoding="utf-8") as file:
        text = file.read()
    lines = text.splitlines()
    found = [lines[Positions(text).line(("partnership", i, "id")) - 1] for i in (0, 5, 15)]
    assert found == ['id = "anu"', 'id = "stockholm"', 'id = "grandes-ecoles"']


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a", "b", "c"), (3, 5)),
        (("table", "inline", "y"), (6, 19)),
        (("table", "inline", "y", "z"), (6, 25)),
        (("table", "list", 1), (10, 3)),
        (("table", "list", 2, "in"), (11, 5)),
        (("table", "list", 3, 1), (14, 5)),
        (("partnership", 0, "activity", 1, "more"), (24, 1)),
        (("partnership", 1, "activity", 0, 'literal "key"'), (32, 1)),
    ],
)
def test_column(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """A key has the column in which it starts, and so has an item of an array."""
    assert Positions(TEXT).place(path) == place


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a = {\n  b = 1, # ]\n  c = [{ d = 1, }, 2,],\n}\n[t]\nx = 1", ("a", "c", 1), (3, 20)),
        ("a = {\n  b = 1,\n}\n[t]\nx = 1", ("t", "x"), (5, 1)),
        ('a = "\\e[\\""\n[t]\nx = 1', ("t", "x"), (3, 1)),
        ("a = '['\nb = ']' # [\n[t]\nx = 1", ("t", "x"), (4, 1)),
        ('a = """\n[t]\nx = 1\n"""""\n[t]\nx = 1', ("t", "x"), (6, 1)),
        ("a = '''\n[t]\n'' '''\n[t]\nx = 1", ("t", "x"), (5, 1)),
        ('a = """"""\n[t]\nx = ""\n y = 1', ("t", "y"), (4, 2)),
        ("a = [\n  [1],\n  [\n  2]\n]\n[t]\nx = 1", ("t", "x"), (7, 1)),
        ("a = 1979-05-27 07:32:00\nb = 07:32\nc = -1.5e+3", ("c",), (3, 1)),
        ("['a]b' . \"c]\"] # [x]\nx = 1", ("a]b", "c]", "x"), (2, 1)),
        ("\t[t]\r\n\tx . y = 1\r\n", ("t", "x", "y"), (2, 6)),
        ("[[a]]\n[[a]]\nb = [ 'é', 'x' ]", ("a", 1, "b", 1), (3, 12)),
        ("3.14 = 1\ninf = 2", ("3", "14"), (1, 3)),
    ],
)
def test_awkward_text(text: str, path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """What looks like a table in a string or comment is none; TOML 1.1 is read, too."""
    assert Positions(text).place(path) == place


def starts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all keys and items of a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in inner:
        yield (*path, key)
        if isinstance(below, dict | list):
            yield from starts(below, (*path, key))


def test_every_place_of_the_bundled_catalogue() -> None:
    """In a real file, each key stands where it is said to be."""
    with open(bundled.TOML, encoding="utf-8") as file:
        text = file.read()
    positions, lines = Positions(text), text.splitlines()
    paths = [path for path in starts(tomli.loads(text)) if isinstance(path[-1], str)]
    assert len(paths) > 1800
    for path in paths:
        line, column = positions.place(path)
        assert (
            lines[line - 1][column - 1 :]
            .lstrip("[")
            .split(" ")[0]
            .split("]")[0]
            .endswith(str(path[-1]))
        ), path
