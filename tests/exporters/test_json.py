"""A whole catalogue as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec

from utpartners.exporters.json import export
from utpartners.model import About
from utpartners.model import Catalogue as Records
from utpartners.sources.toml import records

if TYPE_CHECKING:
    from pathlib import Path


def test_round_trip(utokyo: Records) -> None:
    """What is written is read back as the same records."""
    assert msgspec.json.decode("".join(export(utokyo)), type=Records) == utokyo


def test_keys_of_the_file(small_path: Path) -> None:
    """Its tables and keys are those of the TOML file, in their order."""
    document = json.loads("".join(export(records(str(small_path)))))
    assert list(document)[:3] == ["catalogue", "phase", "initiative"]
    kita = document["partnership"][0]
    assert kita["agreement"][0]["renews"] == "by review"
    assert kita["activity"][0]["title"] == '海の日 Symposium, "Sea & Sky"'


def test_layout(utokyo: Records) -> None:
    """It is indented as any JSON tool indents it, though it is written record by record."""
    text = "".join(export(utokyo))
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text


def test_the_least() -> None:
    """A catalogue of nothing is its title and home; what says the default is left out."""
    text = "".join(export(Records(About("T", "h", language="".join(["e", "n"])))))
    assert json.loads(text) == {"catalogue": {"title": "T", "home": "h"}}
