"""Realistic catalogues of any size, written as data packages (folders of CSV files) row by row.

    python benchmarks/catalogues.py 60000 FOLDER
    python benchmarks/catalogues.py 3000000 FOLDER.parquet

A folder whose name ends in ``.parquet`` gets Parquet files, as ``export`` writes them.

The same number gives the same catalogue. Four in five partners are in one partnership or two; a
partnership has 1 to 3 members, 2 to 9 departments and 1 to 3 activities. A few departments are in
many partnerships and most in few, as it is in life; the rare one is in as many as the busiest of
the bundled catalogue, so that questions about it have answers of the same length at any size.
"""

from __future__ import annotations

import csv
import json
import sys
from contextlib import ExitStack
from math import isqrt
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADERS = {
    "catalogue": "title home language about",
    "phase": "number first last purpose",
    "country": "code name",
    "country_name": "country language text",
    "institution": "id name abbreviation country city latitude longitude website",
    "institution_name": "institution language text",
    "institution_alias": "institution text",
    "department": "code id name kind",
    "department_name": "department language text",
    "partnership": "id name abbreviation status coordinator since",
    "partnership_name": "partnership language text",
    "member": "partnership institution",
    "link": "partnership department",
    "agreement": "partnership kind signed ends renews",
    "activity": "partnership number title kind when format place participants summary",
    "activity_department": "partnership activity department",
}
"""The columns of each file; those that are left out are empty."""

RARE = 14
"""Partnerships of the rare department: as many as GS Eng has in the bundled catalogue."""


class Row(NamedTuple):
    """A row of a file."""

    file: str
    cells: tuple[Any, ...]


def write(folder: Path, partnerships: int) -> None:
    """Make a folder that is a catalogue of so many partnerships, as CSV or Parquet files."""
    if folder.suffix == ".parquet":
        import parquet_tables  # needs pyarrow, which the others do not

        parquet_tables.write(folder, HEADERS, rows(partnerships))
    else:
        write_package(folder, HEADERS, rows(partnerships))


def write_package(folder: Path, headers: dict[str, str], rows: Iterable[Row]) -> None:
    """Make a folder that is a data package of rows in files with these columns."""
    folder.mkdir(parents=True)
    resources = [{"name": name, "path": f"{name}.csv"} for name in headers]
    package = {"name": "scale", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with ExitStack() as stack:
        writers = {}
        for name, header in headers.items():
            file = (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            writers[name] = csv.writer(stack.enter_context(file), lineterminator="\n").writerow
            writers[name](header.split())
        for row in rows:
            writers[row.file](row.cells)


def rows(partnerships: int) -> Iterator[Row]:
    """All rows of a catalogue, those of one file in order."""
    random = Random(7)  # noqa: S311
    institutions = max(4, partnerships * 4 // 5)
    departments = 8 * isqrt(partnerships)
    apart = max(1, partnerships // RARE)
    yield Row("catalogue", (f"{partnerships:,} partnerships", "home", "en", "Made to measure with"))
    for number, (first, last) in enumerate(((2014, 2016), (2017, 2020), (2021, None)), 1):
        yield Row("phase", (number, first, last, f"Stage {number}"))
    for code, name, japanese, _ in words.COUNTRIES:
        yield Row("country", (code, name))
        yield Row("country_name", (code, "ja", japanese))
    yield Row("institution", ("home", "Home University", "HU", "JP", "Tokyo", 35.7, 139.8, None))
    for number in range(institutions):
        yield from _institution(random, number)
    for number in range(departments):
        yield from _department(number)
    yield Row("department", ("Rare", "rare", "Institute of Rare Questions", "institute"))
    for number in range(partnerships):
        yield from _partnership(random, number, institutions, departments)
        if number % apart == 0 and number < RARE * apart:
            yield Row("link", (f"p{number}", "rare"))


def _institution(random: Random, number: int) -> Iterator[Row]:
    id, town = f"i{number}", words.town(random)
    code, _, _, language = random.choice(words.COUNTRIES)
    name = f"{random.choice(words.KINDS)} {town} {number}"
    abbreviation = f"{town[0]}U{number}" if random.random() < 0.4 else None
    place = (round(random.uniform(-60, 60), 4), round(random.uniform(-180, 180), 4))
    site = f"https://www.{id}.example.org"
    yield Row("institution", (id, name, abbreviation, code, town, *place, site))
    yield Row("institution_name", (id, "ja", words.japanese(random)))
    if language not in ("en", "ja"):
        yield Row("institution_name", (id, language, words.local(random, language, town)))
    if random.random() < 0.2:
        yield Row("institution_alias", (id, f"{town} {random.choice(words.ALIASES)} {number}"))


def _department(number: int) -> Iterator[Row]:
    field = words.FIELDS[number % len(words.FIELDS)]
    id, series = f"gs-{number}", number // len(words.FIELDS)
    name = f"Graduate School of {field}" + (f" {series + 1}" if series else "")
    yield Row("department", (f"GS {number}", id, name, "graduate school"))
    yield Row("department_name", (id, "ja", f"第{number}研究科"))


def _partnership(random: Random, number: int, institutions: int, departments: int) -> Iterator[Row]:
    id, town = f"p{number}", words.town(random)
    of_it = [int(random.random() ** 2 * departments) for _ in range(random.randint(2, 9))]
    of_it = list(dict.fromkeys(of_it))
    since = random.randint(1990, 2024) if random.random() < 0.7 else None
    status = "primary" if random.random() < 0.6 else "prospective"
    name = f"{town} {random.choice(words.FIELDS)} Partnership {number}"
    coordinator = f"gs-{of_it[0]}" if random.random() < 0.3 else None
    yield Row("partnership", (id, name, f"TP{number}", status, coordinator, since))
    if random.random() < 0.5:
        yield Row("partnership_name", (id, "ja", f"{words.japanese(random)}提携"))
    members = {random.randrange(institutions) for _ in range(random.choice((1, 1, 1, 1, 2, 3)))}
    yield from (Row("member", (id, f"i{member}")) for member in sorted(members))
    yield from (Row("link", (id, f"gs-{department}")) for department in of_it)
    if random.random() < 0.25:
        signed = random.randint(2005, 2024)
        yield Row("agreement", (id, "general", signed, signed + 5, "automatic"))
    for activity in range(1, random.randint(2, 4)):
        year = random.randint(2010, 2024)
        when = year if random.random() < 0.5 else f"{year}-{random.randint(1, 12):02}"
        about = words.about(random)
        form = random.choice(("in person", "online", None))
        crowd = f"about {random.randint(2, 40) * 10}" if random.random() < 0.3 else None
        kind = random.choice(words.ACTIVITIES)
        cells = (f"{kind.capitalize()} on {about}", kind, when, form, town, crowd)
        yield Row("activity", (id, activity, *cells, words.summary(random, about)))
        yield Row("activity_department", (id, activity, f"gs-{random.choice(of_it)}"))


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
