"""A register of 300 agreements: what a dean asks is answered by one command, and rightly.

Each answer is worked out here from the rows that the register was made of, not by the program.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Run

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

GOES_ON = date(9999, 12, 31)

Fact = dict[str, Any]


def first_day(written: object) -> date:
    """The first day of a year, month or day."""
    text = str(written)
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def last_day(written: object) -> date:
    """The last day of a year, month or day."""
    first, length = first_day(written), len(str(written))
    if length == 4:
        return first.replace(month=12, day=31)
    if length == 7:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first


class Register:
    """The rows of the register that is asked, by the table they belong to."""

    def __init__(self) -> None:
        maker = import_module("registers")
        self.day: date = maker.DAY
        self.asia = {one.split(":")[0] for one in maker.CONTINENTS["Asia"].split()}
        self.tables: dict[str, list[Fact]] = {name: [] for name in maker.HEADERS}
        for name, cells in maker.rows(300):
            header = maker.HEADERS[name].split()
            self.tables[name].append(dict.fromkeys(header) | dict(zip(header, cells, strict=False)))
        self.agreements = self.tables["agreement"]
        starts = {one["id"]: self.start(one) for one in self.agreements}
        self.replaced = {
            row["replaced"]: starts[f"{row['partnership']}a{row['agreement']}"]
            for row in self.tables["replaced_agreement"]
        }

    def start(self, one: Fact) -> date:
        return first_day(one["starts"] or one["signed"])

    def end(self, one: Fact) -> date:
        if not one["ended"] and (one["term"] == "open" or one["renews"] == "automatic"):
            return GOES_ON
        return last_day(one["ended"] or one["ends"])

    def is_replaced(self, one: Fact, on: date) -> bool:
        return one["id"] in self.replaced and self.replaced[one["id"]] <= on

    def is_in_force(self, one: Fact, on: date) -> bool:
        return self.start(one) <= on <= self.end(one) and not self.is_replaced(one, on)

    def in_force(self, on: date) -> list[Fact]:
        return [one for one in self.agreements if self.is_in_force(one, on)]

    def country(self, partnership: str) -> str:
        """The code of the country of a partner; each partnership has one."""
        number = partnership.removeprefix("p")
        codes = {row["id"]: row["country"] for row in self.tables["institution"]}
        return str(codes[f"i{number}"])

    def is_for(self, one: Fact, department: str) -> bool:
        """Whether an agreement names a department, or none while its partnership has it."""
        named = [
            row["department"]
            for row in self.tables["agreement_department"]
            if (row["partnership"], row["agreement"]) == (one["partnership"], one["number"])
        ]
        linked = [
            row["department"]
            for row in self.tables["link"]
            if row["partnership"] == one["partnership"]
        ]
        return department in (named or linked)


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield Register()
    for name in ("registers", "catalogues", "words"):
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def repository(register: Register, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder under version control, with the register as a TOML file."""
    folder = tmp_path_factory.mktemp("office")
    import_module("registers").write(folder / "made", 300)
    done = run("export", "--data", "made", "-o", "register.toml", cwd=folder)
    assert done.returncode == 0, done.stderr
    git(folder, "init", "--quiet")
    commit(folder, "The register")
    return folder


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Office", "-c", "user.email=office@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "register.toml")
    git(folder, "commit", "--quiet", "-m", message)


@pytest.fixture(scope="module")
def ask(run: Run, repository: Path) -> Callable[..., Any]:
    """Ask the register with one command; the answer is read from JSON."""

    def asking(*words: str, status: int = 0) -> Any:
        done = run(*words, "-f", "json", cwd=repository, env={"UTPARTNERS_DATA": "register.toml"})
        assert done.returncode == status, done.stderr
        return json.loads(done.stdout)

    return asking


def ids(answer: list[Fact]) -> list[str]:
    return [row["id"] for row in answer]


def test_ends_next_year(register: Register, ask: Callable[..., Any]) -> None:
    """Which agreements end next year, in the order of their ends?"""
    answer = ask("agreements", "--ends", "2027", "--on", str(register.day))
    expected = [one for one in register.agreements if register.end(one).year == 2027]
    assert ids(answer) == ids(sorted(expected, key=register.end))
    assert answer
    for one, row in zip(sorted(expected, key=register.end), answer, strict=True):
        assert (row["state"] == "replaced") is register.is_replaced(one, register.day)


def test_ends_within_a_year(register: Register, ask: Callable[..., Any]) -> None:
    """Which agreements of Law end within a year?"""
    (law,) = [row["id"] for row in register.tables["department"] if row["code"] == "Law"]
    day = register.day
    expected = [
        one
        for one in register.in_force(day)
        if register.end(one) <= day.replace(year=day.year + 1) and register.is_for(one, law)
    ]
    answer = ask("agreements", "Law", "--expiring", "12m", "--on", str(day))
    assert ids(answer) == ids(sorted(expected, key=register.end)) != []


def test_signed_this_year(register: Register, ask: Callable[..., Any]) -> None:
    """What has been signed this year?"""
    answer = ask("agreements", "--signed", "2026")
    expected = [one for one in register.agreements if str(one["signed"]).startswith("2026")]
    assert sorted(ids(answer)) == sorted(ids(expected)) != []


def test_in_force_by_kind_and_country(register: Register, ask: Callable[..., Any]) -> None:
    """How many agreements are in force, by kind and by country?"""
    answer = ask("stats", "--agreements", "--state", "in force", "--on", str(register.day))
    counts = {(row["group"], row["item"]): row["count"] for row in answer}
    names = {row["code"]: row["name"] for row in register.tables["country"]}
    in_force = register.in_force(register.day)
    kinds = Counter(one["kind"] for one in in_force)
    countries = Counter(names[register.country(one["partnership"])] for one in in_force)
    assert len(kinds) == 4
    assert {item: n for (group, item), n in counts.items() if group == "by kind"} == kinds
    assert {item: n for (group, item), n in counts.items() if group == "by country"} == countries


def test_by_year(register: Register, ask: Callable[..., Any]) -> None:
    """How many were in force at the end of each of the last years?"""
    first, *_ = ask("stats", "--agreements", "--by-year", "--on", str(register.day))
    days = {str(year): date(year, 12, 31) for year in range(2017, 2026)} | {"2026": register.day}
    expected = {year: len(register.in_force(day)) for year, day in days.items()}
    assert first == {"group": "agreements", "item": "in force", **expected}


def test_partners_in_asia(register: Register, ask: Callable[..., Any]) -> None:
    """Who are the partners in Asia?"""
    expected = [
        row["id"]
        for row in register.tables["partnership"]
        if row["status"] != "ended" and register.country(row["id"]) in register.asia
    ]
    assert sorted(ids(ask("list", "Asia"))) == sorted(expected) != []


def test_without_agreement(register: Register, ask: Callable[..., Any]) -> None:
    """Which active partners have no agreement in force?"""
    having = {one["partnership"] for one in register.in_force(date.today())}
    expected = [
        row["id"]
        for row in register.tables["partnership"]
        if row["status"] == "active" and row["id"] not in having
    ]
    answer = ask("list", "active", "--without-agreement")
    assert sorted(ids(answer)) == sorted(expected) != []


def test_who_coordinates(register: Register, ask: Callable[..., Any]) -> None:
    """Who coordinates the work with a partner, or is responsible for an agreement with it?"""
    partner, coordinator = next(
        (row["partnership"], row["person"]) for row in register.tables["partnership_coordinator"]
    )
    expected = {coordinator} | {
        row["person"]
        for row in register.tables["agreement_person"]
        if row["partnership"] == partner
    }
    answer = ask("people", partner)
    assert {row["id"] for row in answer} == expected
    (row,) = [row for row in answer if row["id"] == coordinator]
    assert row["partnerships"] == [partner]


def test_where_the_document_is(register: Register, ask: Callable[..., Any]) -> None:
    """Where is the document?"""
    one = next(one for one in register.agreements if one["document"])
    answer = ask("agreements", one["partnership"], "--fields", "id,document")
    assert {"id": one["id"], "document": one["document"]} in answer


def test_student_places(register: Register, ask: Callable[..., Any]) -> None:
    """How many student places are there with Korea?"""
    in_force = {(one["partnership"], one["number"]) for one in register.in_force(register.day)}
    places = [
        row
        for row in register.tables["agreement_places"]
        if register.country(row["partnership"]) == "KR"
    ]
    answer = ask("stats", "--agreements", "Korea", "--on", str(register.day))
    found = {row["item"]: row["count"] for row in answer if row["unit"] == "places a year"}
    expected = {
        item: sum(
            row[way] or 0 for row in places if (row["partnership"], row["agreement"]) in in_force
        )
        for item, way in (("for outgoing students", "out"), ("for incoming students", "in"))
    }
    assert found == expected
    assert sum(found.values()) > 0
    listed = ask("agreements", "Korea", "--fields", "partnership,places_out,places_in")
    assert sorted((r["partnership"], r["places_out"]) for r in listed if r["places_out"]) == sorted(
        (row["partnership"], row["out"]) for row in places
    )


def test_what_changed(register: Register, ask: Callable[..., Any], repository: Path) -> None:
    """What has changed since last year?"""
    one = next(one for one in register.in_force(register.day) if one["ends"] and not one["renews"])
    path = repository / "register.toml"
    text = path.read_text("utf-8")
    begin = text.index(f'id = "{one["id"]}"')
    end = text.index("\nends = ", begin)
    line = text[end : text.index("\n", end + 1)]
    path.write_text(text[:end] + '\nends = "2040-03-31"' + text[end + len(line) :], "utf-8")
    commit(repository, "A year later")
    answer = ask("diff", "HEAD~1:register.toml", "register.toml", status=1)
    assert [row["change"] for row in answer] == ["renewed"]
    assert answer[0]["new"] == "2040-03-31"
