"""Dumps of ROR: what is read, and what is refused in a clear line."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.errors import UtpartnersError
from utpartners.importing.ror.dump import read_dump
from utpartners.progress import no_progress

from .ror_dumps import ORGANISATIONS, organisation, write_dump

if TYPE_CHECKING:
    from pathlib import Path


def _read(path: Path) -> list[str]:
    return [one.name for one in read_dump(str(path), no_progress)]


def _refusal(path: Path) -> str:
    with pytest.raises(UtpartnersError) as error:
        _read(path)
    assert str(path) in error.value.message
    return str(error.value)


@pytest.mark.parametrize("name", ["dump.json", "dump.zip"])
def test_zip_and_json(tmp_path: Path, name: str) -> None:
    """A zip file and the JSON in it give the same organisations."""
    names = _read(write_dump(tmp_path / name))
    assert names[:2] == ["University of Seestadt", "Technical University of Seestadt"]
    assert len(names) == len(ORGANISATIONS)


def test_schema_2_is_taken_from_a_zip_with_both(tmp_path: Path) -> None:
    """Of a zip file with both schemas, the second one is read."""
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("v1-ror-data.json", '[{"id": "x", "name": "Old"}]')
        archive.writestr("v1-ror-data_schema_v2.json", json.dumps(ORGANISATIONS[:1]))
    assert _read(path) == ["University of Seestadt"]


def test_byte_order_mark(tmp_path: Path) -> None:
    """A mark at the beginning is no part of the JSON."""
    path = write_dump(tmp_path / "dump.json")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(_read(path)) == len(ORGANISATIONS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("   \n", "it is empty"),
        ("id,name\n1,x\n", "it is not a JSON list of organisations"),
        ('{"items": []}', "it is not a JSON list of organisations"),
        ("[]", "it has no organisations"),
        ("[1", "it is not JSON"),
        ("[NaN]", "it is not JSON"),
        ('[{"id": Infinity}]', "it is not JSON"),
        ("[" * 10_000, "it is not JSON"),
        ("[" * 2_000_000, "it is nested too deeply"),
        ('[{"a":' * 200_000, "it is nested too deeply"),
        ('["' + "x" * 3_000_000, "a record is larger than 1 MiB"),
        ("[1, 2]", "record 1"),
        ('[{"id": "https://ror.org/000000001"}]', "record 1 (https://ror.org/000000001)"),
        ('[{"id": "javascript:alert(1)", "names": [], "status": "active"}]', "record 1"),
    ],
)
def test_refused(tmp_path: Path, text: str, said: str) -> None:
    """What is no dump is refused in one line, which says what it is and what to use."""
    path = tmp_path / "dump.json"
    path.write_text(text)
    refusal = _refusal(path)
    assert said in refusal
    assert "doi.org" in refusal


def _changed(**values: Any) -> dict[str, Any]:
    return {**organisation(1, "University of Seestadt", "Seestadt"), **values}


def _located(**details: Any) -> dict[str, Any]:
    known = {
        "country_code": "AT",
        "name": "Seestadt",
        "country_name": "Austria",
        "lat": 1,
        "lng": 2,
    }
    return _changed(locations=[{"geonames_details": {**known, **details}}])


@pytest.mark.parametrize(
    "record",
    [
        _changed(names="x"),
        _changed(names=[{"value": 1, "types": ["label"]}]),
        _changed(status=None),
        _located(country_code="Austria"),
        _located(lat=91),
        _located(lng="east"),
    ],
)
def test_wrong_values(tmp_path: Path, record: dict[str, Any]) -> None:
    """A value that has not its type is refused, with the number and id of its record."""
    path = write_dump(tmp_path / "dump.json", [ORGANISATIONS[1], record])
    assert f"record 2 ({ORGANISATIONS[0]['id']})" in _refusal(path)


def test_truncated_json(tmp_path: Path) -> None:
    """Half a dump is no dump."""
    path = write_dump(tmp_path / "dump.json")
    path.write_bytes(path.read_bytes()[:-200])
    assert "it is not JSON" in _refusal(path)


def test_schema_1(tmp_path: Path) -> None:
    """A dump of schema 1 is named as such, with what to use in its place."""
    old = {"id": "https://ror.org/000000001", "name": "x", "country": {"country_code": "AT"}}
    path = write_dump(tmp_path / "dump.json", [old])
    refusal = _refusal(path)
    assert "schema 1" in refusal
    assert "schema_v2.json" in refusal


def test_truncated_zip(tmp_path: Path) -> None:
    """A zip file that was not downloaded to its end is refused."""
    path = write_dump(tmp_path / "dump.zip")
    path.write_bytes(path.read_bytes()[:-60])
    assert "zip" in _refusal(path)


def test_damaged_zip(tmp_path: Path) -> None:
    """A zip file with a byte changed within is refused, not read as something else."""
    path = write_dump(tmp_path / "dump.zip")
    content = bytearray(path.read_bytes())
    content[200] ^= 0xFF
    path.write_bytes(content)
    _refusal(path)


def test_bomb(tmp_path: Path) -> None:
    """A zip file that is packed too well is refused before it is read."""
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("v2-ror-data.json", "[" + " " * 20_000_000 + "]")
    assert "compressed too strongly" in _refusal(path)


def test_zip_without_json(tmp_path: Path) -> None:
    """A zip file of something else has no JSON file."""
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert "it has no JSON file" in _refusal(path)


def test_folder_and_missing(tmp_path: Path) -> None:
    """A folder and a path where nothing is are named."""
    assert "it is a folder" in _refusal(tmp_path)
    assert "no such file" in _refusal(tmp_path / "missing.zip")


def test_names_of_any_length(tmp_path: Path) -> None:
    """A name that is too long to be one is left out, and the organisation stays."""
    record = organisation(1, "University of Seestadt", "Seestadt", alias=["x" * 100_000])
    (one,) = read_dump(str(write_dump(tmp_path / "dump.json", [record])), no_progress)
    assert [name.text for name in one.names] == ["University of Seestadt"]
