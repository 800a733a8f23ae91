"""A whole catalogue as a Frictionless data package."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from utpartners.store.tables import RELATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporters.conftest import Written

    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records
    from utpartners.store.store import Store


@pytest.fixture
def package(written: Written, store: Store) -> Path:
    return written(store, "c/")


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_files(package: Path) -> None:
    """There is a file for each relation, and the one that describes them."""
    found = {file.name for file in package.iterdir()}
    assert found == {"datapackage.json", *(f"{relation.name}.csv" for relation in RELATIONS)}


def test_rows(package: Path, utokyo: Records) -> None:
    """Records are referred to by the ids that people know; an empty cell is what is not said."""
    assert len(rows(package, "partnership")) == 16
    assert len(rows(package, "link")) == 105
    (first, *_) = rows(package, "activity")
    assert (first["partnership"], first["number"], first["planned"]) == ("anu", "1", "false")
    assert first["calendar"] == ""
    sizes = {p.id: len(p.activities) for p in utokyo.partnerships}
    numbers = [(row["partnership"], int(row["number"])) for row in rows(package, "activity")]
    assert numbers == [(id, n + 1) for id, size in sizes.items() for n in range(size)]


def test_text_is_exact(written: Written, small: Catalogue) -> None:
    """Quotes, line ends and what looks like a formula are text."""
    package = written(small.store, "c/")
    assert "=1+1" in [row["text"] for row in rows(package, "aim")]
    titles = [row["title"] for row in rows(package, "activity")]
    assert '海の日 Symposium, "Sea & Sky"' in titles


def test_description(package: Path) -> None:
    """It has the columns of each file, keys that are unique, and links that lead to a row."""
    document = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert document["title"] == "Strategic Partnerships of the University of Tokyo"
    tables = {resource["name"]: resource for resource in document["resources"]}
    for name, resource in tables.items():
        found = rows(package, name)
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(list(row) == fields for row in found)
        if key := resource["schema"].get("primaryKey"):
            values = [tuple(row[column] for column in key) for row in found]
            assert len(set(values)) == len(values)
        for link in resource["schema"].get("foreignKeys", ()):
            assert values_of(found, link["fields"]) <= values_of(
                rows(package, link["reference"]["resource"]), link["reference"]["fields"]
            )


def values_of(found: list[dict[str, str]], columns: list[str]) -> set[Any]:
    return {values for row in found if all(values := tuple(row[column] for column in columns))}


def test_zip_has_the_same(package: Path, written: Written, store: Store) -> None:
    """The zip file has the same files as the folder, side by side."""
    with ZipFile(written(store, "c.zip")) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {file.name: file.read_bytes() for file in package.iterdir()}
