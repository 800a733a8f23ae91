"""A whole catalogue as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from utpartners.exporters import form
from utpartners.exporters.json import export
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


@pytest.mark.parametrize(
    ("name", "path", "found"),
    [
        ("json", None, True),
        ("json", "all.other", True),
        (None, "all.JSON", True),
        ("csv", "all.json", False),
        (None, "links.csv", False),
        (None, None, False),
    ],
)
def test_form(name: str | None, path: str | None, found: bool) -> None:
    """The form named comes before that of the file's suffix."""
    meant = form(name, path)
    assert (meant is not None and meant.name == "json") == found
