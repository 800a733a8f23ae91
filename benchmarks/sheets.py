"""How much of a list an import reads without help, and what time and memory a large one takes.

    python benchmarks/sheets.py FOLDER

The lists are those of tests/importing/dirty_sheets.py, with the truth about each row beside it;
the tests hold that no row is silently wrong. The largest are made in FOLDER: 10,000 agreements of
2,000 partners as csv and xlsx, and 10,000 partners with a person and a website each.
"""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import openpyxl
import words
from measure import Command, Taken, once

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.importing import dirty_sheets, layouts

from utpartners.importing.importer import Import, Options

ROWS, LARGE, PARTNERS = 300, 10_000, 2_000

MOST_SECONDS, MOST_MEMORY = 10, 200
"""The bounds of 10,000 rows: seconds of the processor, and MiB."""

HOME = "Kita University, Japan"


def main(folder: Path) -> None:
    """Say what share of rows is ready, and what large lists take."""
    folder.mkdir(exist_ok=True)
    for language in dirty_sheets.LANGUAGES:
        _shares(language)
    for path in (_large(folder, "csv"), _large(folder, "xlsx"), _different(folder)):
        _measure(folder, path)


def _shares(language: str) -> None:
    maker = dirty_sheets.Maker(13, language)
    content = layouts.as_csv(maker, maker.rows(ROWS))
    lines = dirty_sheets.MAP.format(order="dmy")
    ready = [_ready(content, map) for map in ("", lines)]
    count = len([line for line in lines.splitlines() if line.strip()])
    print(
        f"{language}: {ready[0]:.1%} of {ROWS} rows ready, {ready[1]:.1%} with {count} lines of map"
    )


def _ready(content: bytes, map: str) -> float:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_bytes(content)
        path.with_suffix(".map.toml").write_text(map, encoding="utf-8")
        found = Import(str(path), str(Path(folder) / "ours.toml"), Options(home=HOME))
    return sum(not entry.looks for entry in found.entries) / len(found.entries)


def _towns(random: Random, count: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[f"{words.town(random)}"] = None
    return tuple(found)


def _large(folder: Path, suffix: str) -> Path:
    path = folder / f"large-{suffix}.{suffix}"
    maker = dirty_sheets.Maker(5, "en", towns=_towns(Random(3), PARTNERS))  # noqa: S311
    rows = maker.rows(LARGE)
    if suffix == "csv":
        path.write_bytes(layouts.as_csv(maker, rows))
        return path
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.append(list(maker.language.headers.values()))
    for row in rows:
        sheet.append([row.cells[field] for field in maker.language.headers])
    book.save(path)
    return path


def _different(folder: Path) -> Path:
    path, random = folder / "different.csv", Random(4)  # noqa: S311
    header = (
        "Partner,Country,City,Type,Date signed,Valid until,Faculty,Contact,E-mail,Website,Remarks"
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        for number in range(LARGE):
            town = f"{words.town(random)} {words.town(random)} {number}"
            country = random.choice(["Germany", "France", "Canada", "Viet Nam", "Australia"])
            signed = f"{random.randint(2000, 2020)}-{random.randint(1, 12):02}"
            contact = f"A. {words.town(random)}", f"a.{number}@kita.example"
            faculty = f"Faculty of {random.choice(words.FIELDS)}"
            writer.writerow(
                [f"University of {town}", country, town, random.choice(["MoU", "SEA"]), signed,
                 "unlimited", faculty, *contact, f"https://www.p{number}.example.org",
                 words.about(random)]
            )  # fmt: skip
    return path


def _measure(folder: Path, path: Path) -> None:
    """Import a list twice: the second time there is nothing to do but to find that out."""
    into = folder / f"{path.stem}.toml"
    for old in (into, path.with_suffix(".map.toml"), path.with_suffix(".taken.csv")):
        old.unlink(missing_ok=True)
    (folder / path.name).with_suffix(".map.toml").write_text(
        dirty_sheets.MAP.format(order="dmy"), encoding="utf-8"
    )
    program = shutil.which("utpartners") or "utpartners"
    words_of = [program, "import", str(path), "--into", str(into), "--home", HOME, "--write"]
    for run in ("first", "second"):
        # Rows to look at make the exit status 1, which is no failure here.
        command = Command(["sh", "-c", '"$@" || [ $? = 1 ]', "sh", *words_of])
        _say(f"{path.name}, {run} import", once(command))


def _say(name: str, taken: Taken) -> None:
    marks = ["NOT in time" if taken.cpu > MOST_SECONDS else ""]
    marks += ["TOO MUCH memory" if taken.memory > MOST_MEMORY else ""]
    print(f"{name:<32} {taken.cpu:6.1f} s of CPU {taken.memory:7.1f} MiB {' '.join(marks)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
