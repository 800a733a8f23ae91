"""JSON: read, refused with the path of the key where it is no catalogue, and written."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners.errors import CatalogueError
from utpartners.formats import read, text
from utpartners.formats.json import pieces
from utpartners.formats.toml import records as records_of
from utpartners.model import About
from utpartners.model import Catalogue as Records
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

LEAST: dict[str, Any] = {
    "catalogue": {"title": "T", "home": "h"},
    "country": [{"code": "JP", "name": "Japan"}],
    "institution": [{"id": "h", "name": "Home", "country": "JP"}],
}


def refused(path: Path, content: object) -> str:
    is_raw = isinstance(content, bytes)
    path.write_bytes(content if is_raw else json.dumps(content).encode())  # type: ignore[arg-type]
    with pytest.raises(CatalogueError) as error:
        read(str(path))
    return str(error.value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.json"


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n\t \r\n"])
def test_known_by_its_content(file: Path, before: bytes) -> None:
    """Whatever it is called, what starts with a brace is JSON."""
    file.write_bytes(before + json.dumps(LEAST).encode())
    with closing(read(str(file.rename(file.with_suffix(".toml"))))) as store:
        assert records(store).about.title == "T"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, "catalogue file: catalogue: this key is required"),
        ({**LEAST, "phases": []}, "phases: catalogue file: unknown key 'phases'"),
        (
            {**LEAST, "institution": [{"id": "h", "name": "", "country": "JP"}]},
            "institution[0].name: institution 'h': name: ",
        ),
        (
            {**LEAST, "institution": [{"id": "h", "name": "a\0b", "country": "JP"}]},
            "institution[0].name: institution 'h': name: ",
        ),
        (
            {**LEAST, "country": []},
            "institution[0].country: institution 'h': country: there is no country",
        ),
        (
            {**LEAST, "institution": LEAST["institution"] * 2},
            "institution[1].id: institution",
        ),
        (
            {**LEAST, "partnership": [{"id": "p", "name": "P", "status": "s", "members": ["x"]}]},
            "partnership[0].members[0]: partnership 'p': members: there is no institution 'x'",
        ),
    ],
)
def test_refused(file: Path, content: object, expected: str) -> None:
    """What is no catalogue is refused with line and key, in the words of the TOML file."""
    assert refused(file, content).startswith(f"{file}:1: {expected}")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"a": 1,\n "b" 2}', ":2: not JSON: "),
        (b'{"a": ', ":1: not JSON: "),
        (b'{"a": "\\ud800"}', ": not JSON: "),
        (b"{\n\xff}", ":2: not UTF-8 text (byte 0xff)"),
        (b'{"a": ' + b"[" * 100_000, ""),
        (b'{"a": ' + b"9" * 100_000 + b"}", ""),
        (b"{} {}", ":1: not JSON: "),
    ],
    ids=["syntax", "cut off", "surrogate", "encoding", "depth", "digits", "two"],
)
def test_no_json(file: Path, content: bytes, expected: str) -> None:
    """What is no JSON is refused with its line."""
    message = refused(file, content)
    assert message.startswith(str(file))
    assert expected.strip(":") in message


def test_size(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large is refused before it is parsed."""
    monkeypatch.setattr(text, "LARGEST", 10)
    assert "too large for JSON" in refused(file, LEAST)


def test_round_trip(utokyo: Records) -> None:
    """What is written is read back as the same records."""
    assert msgspec.json.decode("".join(pieces(utokyo)), type=Records) == utokyo


def test_keys_of_the_file(small_path: Path) -> None:
    """Its tables and keys are those of the TOML file, in their order."""
    document = json.loads("".join(pieces(records_of(str(small_path)))))
    assert list(document)[:3] == ["catalogue", "phase", "initiative"]
    kita = document["partnership"][0]
    assert kita["agreement"][0]["renews"] == "by review"
    assert kita["activity"][0]["title"] == '海の日 Symposium, "Sea & Sky"'


def test_layout(utokyo: Records) -> None:
    """It is indented as any JSON tool indents it, though it is written record by record."""
    text = "".join(pieces(utokyo))
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text


def test_the_least() -> None:
    """A catalogue of nothing is its title and home; what says the default is left out."""
    text = "".join(pieces(Records(About("T", "h", language="".join(["e", "n"])))))
    assert json.loads(text) == {"catalogue": {"title": "T", "home": "h"}}
