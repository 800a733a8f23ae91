"""TOML: read, refused with file and line where it is no catalogue, and written in one order."""

from __future__ import annotations

import tomllib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled, model
from utpartners.errors import CatalogueError
from utpartners.formats import read, text
from utpartners.formats.toml import pieces, records

if TYPE_CHECKING:
    from pathlib import Path

MINIMAL = """\
[catalogue]
title = "T"
home = "h"
[[country]]
code = "JP"
name = "Japan"
[[institution]]
id = "h"
name = "Home"
country = "JP"
"""


def refused(path: Path, content: str | bytes) -> str:
    """The whole error about a file of this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CatalogueError) as error:
        read(str(path))
    return str(error.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.toml"


def test_the_smallest_catalogue(file: Path) -> None:
    """A catalogue needs a title and its home institution, and no partnership."""
    file.write_text(MINIMAL, "utf-8")
    store = read(str(file))
    with closing(store.connection):
        assert store.origin == str(file)
        assert store.one("SELECT title, home, language FROM catalogue") == ("T", "h", "en")
        assert store.one("SELECT count(*) FROM partnership") == (0,)


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_forms_of_text(file: Path, start: str, end: str) -> None:
    """A byte order mark and the line ends of Windows are read as well."""
    file.write_bytes((start + MINIMAL.replace("\n", end)).encode())
    assert records(str(file)).about.title == "T"


def test_records() -> None:
    """The bundled file gives the records of the model."""
    assert records(bundled.TOML).partnerships[0].abbreviation == "ANU"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ":1: catalogue file: catalogue: this key is required"),
        ("# nothing\n", ":1: catalogue file: catalogue: this key is required"),
        ("a = 1\nb = = 2\n", ":2: not TOML: "),
        ("a = 1\n\n[a\n", ":3: not TOML: "),
        ("a = 1\na = 2\n", ":2: not TOML: "),
        ('a = """\n', ":1: not TOML: the closing quotation mark"),
        ("[project]\nname = 'x'\n", ":1: catalogue file: unknown key 'project'"),
        (MINIMAL + 'citty = "Tokyo"\n', ":11: institution 'h': unknown key 'citty'"),
        (MINIMAL + 'city = ""\n', ":11: institution 'h': city: '' is empty"),
        (
            MINIMAL.replace('"JP"', '"ZZ"', 1),
            ":10: institution 'h': country: there is no country 'JP'",
        ),
        (
            MINIMAL + MINIMAL[MINIMAL.index("[[inst") :],
            ":12: institution 'h': id: 'h' is already used",
        ),
        (
            MINIMAL.replace('home = "h"', 'home = "x"'),
            ":3: catalogue: home: there is no institution 'x'",
        ),
        (b"a = 'caf\xe9'\n", ":1: not UTF-8 text (byte 0xe9)"),
        (b"a = 1\nb = '\xff'\n", ":2: not UTF-8 text (byte 0xff)"),
        ("a = '\x00'", ":1: not TOML: "),
    ],
)
def test_refused(file: Path, content: str | bytes, expected: str) -> None:
    """What is no catalogue is refused with the file, the line and the reason."""
    assert refused(file, content).startswith(f"{file}{expected}")


@pytest.mark.parametrize(
    "content",
    [
        "a = " + "[" * 100_000 + "]" * 100_000,
        "a = " + "{b=" * 10_000 + "1" + "}" * 10_000,
        ".".join("a" * 10_000) + " = 1",
        "a = " + "9" * 10_000,
        "\n".join(f"[{'.'.join('a' * n)}]" for n in (1, 500, 2000)),
    ],
    ids=["arrays", "inline tables", "dotted keys", "digits", "headers"],
)
def test_excess(file: Path, content: str) -> None:
    """Depth and length without end are refused like anything else."""
    assert refused(file, content).startswith(str(file))


def test_many_problems(file: Path) -> None:
    """The first problems are told in the order of the file, then how many more there are."""
    content = MINIMAL + "".join(f"x{number} = 1\n" for number in range(15))
    lines = refused(file, content).splitlines()
    assert [line.split(":")[1] for line in lines[:10]] == [*map(str, range(11, 21))]
    assert lines[10] == "and 5 more"


def test_size(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large is refused before it is parsed."""
    monkeypatch.setattr(text, "LARGEST", 10)
    assert "too large" in refused(file, "=" * 11)
    assert "not TOML" in refused(file, "=" * 10)


def test_missing(tmp_path: Path) -> None:
    """A file that does not exist is named with the reason."""
    with pytest.raises(CatalogueError) as error:
        read(str(tmp_path / "missing.toml"))
    assert error.value.message.endswith("missing.toml: no such file")


def written(catalogue: model.Catalogue) -> str:
    return "".join(pieces(catalogue))


def test_layout() -> None:
    """Keys have the order of the model; names and figures are inline, lists of records are not."""
    catalogue = model.Catalogue(
        model.About("T", "h", sources=[model.Source("S", url="https://example.org")]),
        initiatives=[
            model.Initiative(
                "sym", "Symposium", names={"ja": '"会"', "en-GB": "S"},
                figures=[model.Figure("over 100", "guests")], source="p. 1",
            )
        ],
        partnerships=[
            model.Partnership(
                id="p", name="P", status="primary", members=["h"],
                activities=[model.Activity("A", "talk", others=["\u2028\n"])],
            )
        ],
    )  # fmt: skip
    assert written(catalogue) == EXPECTED
    assert tomllib.loads(EXPECTED)["initiative"][0]["names"] == {"ja": '"会"', "en-GB": "S"}


EXPECTED = """\
[catalogue]
title = "T"
home = "h"

[[catalogue.source]]
title = "S"
url = "https://example.org"

[[initiative]]
id = "sym"
name = "Symposium"
names = { ja = "\\"会\\"", en-GB = "S" }
figures = [
    { count = "over 100", of = "guests" },
]
source = "p. 1"

[[partnership]]
id = "p"
name = "P"
status = "primary"
members = [
    "h",
]

[[partnership.activity]]
title = "A"
kind = "talk"
others = [
    "\u2028\\n",
]
"""


def test_round_trip(utokyo: model.Catalogue, tmp_path: Path) -> None:
    """What is written, read and written again is the same, byte for byte."""
    path = tmp_path / "catalogue.toml"
    path.write_text(written(utokyo), "utf-8", newline="")
    again = records(str(path))
    assert again == utokyo
    assert written(again).encode() == path.read_bytes()


def test_order_of_tables(utokyo: model.Catalogue) -> None:
    """The tables stand in the order of the model, each record with what is of it."""
    headers = [line for line in written(utokyo).splitlines() if line.startswith("[")]
    tables = list(dict.fromkeys(line.strip("[]").partition(".")[0] for line in headers))
    assert tables == [
        "catalogue", "phase", "initiative", "country", "institution", "department", "partnership",
    ]  # fmt: skip
