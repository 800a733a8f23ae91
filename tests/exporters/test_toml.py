"""A whole catalogue as TOML, in its canonical order."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from utpartners import model
from utpartners.exporters.toml import export
from utpartners.sources.toml import records

if TYPE_CHECKING:
    from pathlib import Path


def written(catalogue: model.Catalogue) -> str:
    return "".join(export(catalogue))


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
