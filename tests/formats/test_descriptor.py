"""``datapackage.json``: what it says of the tables, and what it must not say."""

from __future__ import annotations

import csv
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.errors import CatalogueError
from utpartners.formats import read

if TYPE_CHECKING:
    from pathlib import Path


def refused(package: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        read(str(package))
    return str(error.value).replace(f"{package}{os.sep}", "")


@pytest.mark.parametrize(
    ("resources", "expected"),
    [
        ("{", "datapackage.json: not JSON"),
        ("[" * 100_000, "datapackage.json: not JSON"),
        ("[]", "datapackage.json: the list 'resources' of a data package is missing"),
        ('{"resources": [1]}', "the list 'resources' of a data package is missing"),
        ([], "the table 'catalogue' must have one row, not 0"),
        ([{"name": "partners", "path": "x.csv"}], "unknown table 'partners' (did you mean"),
        ([{"name": "aim", "path": "aim.csv"}] * 2, "duplicate table 'aim'"),
        (
            [{"name": "aim"}],
            "the path of the table 'aim' must be the name of a file in the same folder",
        ),
        ([{"name": "aim", "path": "../aim.csv"}], "must be the name of a file in the same folder"),
        ([{"name": "aim", "path": "/etc/passwd"}], "must be the name of a file in the same folder"),
        (
            [{"name": "aim", "path": "https://x.org/a.csv"}],
            "must be the name of a file in the same folder",
        ),
        (
            [{"name": "aim", "path": ["aim.csv", "b.csv"]}],
            "must be the name of a file in the same folder",
        ),
        ([{"name": "aim", "path": "missing.csv"}], "missing.csv: no such file"),
    ],
)
def test_descriptor(package: Path, resources: object, expected: str) -> None:
    """What the description of the package must not say is refused, and no path leads elsewhere."""
    text = resources if isinstance(resources, str) else json.dumps({"resources": resources})
    (package / "datapackage.json").write_text(text)
    assert expected in refused(package)


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


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
