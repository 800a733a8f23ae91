"""Registers of agreements of any size, as an international office keeps them, row by row.

    python benchmarks/registers.py 300 FOLDER

The same number and day give the same register. It has what an office has: agreements that are
fixed, open-ended, renewed automatically, replaced or terminated, for the whole university or some
departments, with student places, documents and people; partners on every continent, some of which
have no agreement or ended; and coordinators who left.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from math import isqrt
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import words
from catalogues import Row, write_package

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADERS = {
    "catalogue": "title home language as_of",
    "status": "id name ended",
    "country": "code name",
    "institution": "id name abbreviation country city",
    "department": "code id name kind",
    "person": "id name role email department until",
    "partnership": "id name status since until",
    "member": "partnership institution",
    "link": "partnership department",
    "partnership_coordinator": "partnership person",
    "agreement": (
        "partnership number id kind title signed starts ends term renews ended notice document"
    ),
    "agreement_department": "partnership agreement department",
    "agreement_person": "partnership agreement person",
    "agreement_places": "partnership agreement out in",
    "replaced_agreement": "partnership agreement replaced",
}
"""The columns of each file; those that are left out are empty."""

DAY = date(2026, 10, 1)
"""The day on which the register is as it should be."""

CONTINENTS = {
    "Africa": "EG:Egypt GH:Ghana KE:Kenya ZA:South|Africa",
    "Americas": "BR:Brazil CA:Canada CL:Chile MX:Mexico US:United|States",
    "Asia": "CN:China IN:India ID:Indonesia KR:South|Korea SG:Singapore TH:Thailand VN:Vietnam",
    "Europe": "FR:France DE:Germany IT:Italy PL:Poland SE:Sweden CH:Switzerland GB:United|Kingdom",
    "Oceania": "AU:Australia NZ:New|Zealand",
}
"""Code and name of countries; | stands for a blank."""

DEPARTMENTS = (
    "Law", "Economics", "Letters", "Science", "Engineering", "Medicine", "Agriculture", "Education",
    "Pharmaceutical Sciences", "Mathematics", "Public Policy", "Oceanography",
)  # fmt: skip

KINDS = ("general", "student exchange", "joint degree", "research")
STATUSES = (
    ("active", "Active", "false"),
    ("prospective", "Prospective", "false"),
    ("ended", "Ended", "true"),
)

TERMS = (("fixed", None), ("fixed", "by review"), ("fixed", "automatic"), ("open", None))
"""Term and renewal of agreements."""

_GIVEN = (
    "Aiko", "Ben", "Carla", "Dai", "Elena", "Farid", "Grace", "Hiro", "Ines", "Jun", "Kenji", "Lea",
)  # fmt: skip


class Sizes(NamedTuple):
    """How many of each thing there are, and the day that the register is about."""

    agreements: int
    departments: int
    people: int
    day: date


def write(folder: Path, agreements: int, day: date = DAY) -> None:
    """Make a folder that is a register of so many agreements."""
    write_package(folder, HEADERS, rows(agreements, day))


def rows(agreements: int, day: date = DAY) -> Iterator[Row]:
    """All rows of a register, those of one file in order."""
    random = Random(7)  # noqa: S311
    people = max(24, 2 * isqrt(agreements))
    sizes = Sizes(agreements, len(DEPARTMENTS), people, day)
    yield Row("catalogue", (f"Register of {agreements:,} agreements", "home", "en", day))
    yield from (Row("status", status) for status in STATUSES)
    countries = [one.split(":") for some in CONTINENTS.values() for one in some.split()]
    for code, name in [["JP", "Japan"], *countries]:
        yield Row("country", (code, name.replace("|", " ")))
    yield Row("institution", ("home", "Home University", "HU", "JP", "Tokyo"))
    for number, name in enumerate(DEPARTMENTS):
        yield Row("department", (name, f"d{number}", f"Faculty of {name}", "faculty"))
    for number in range(people):
        yield from _person(random, number, sizes)
    made = number = 0
    while made < agreements:
        # A million agreements have a million partners or so: no list of them is kept.
        code, _ = random.choice(countries)
        for row in _partnership(random, number, code, sizes, agreements - made):
            made += row.file == "agreement"
            yield row
        number += 1


def _person(random: Random, number: int, sizes: Sizes) -> Iterator[Row]:
    name = f"{random.choice(_GIVEN)} {words.town(random)}"
    left = random.randint(sizes.day.year - 4, sizes.day.year - 1) if number % 12 == 11 else None
    of_it = f"d{random.randrange(sizes.departments)}"
    email = f"h{number}@example.org"
    yield Row("person", (f"h{number}", name, "coordinator", email, of_it, left))


class _Partner(NamedTuple):
    id: str
    since: int
    until: int | None
    day: date
    departments: list[int]
    person: str


def _partnership(
    random: Random, number: int, country: str, sizes: Sizes, most: int
) -> Iterator[Row]:
    id, town = f"p{number}", words.town(random)
    name = f"{random.choice(words.KINDS)} {town} {number}"
    status = random.choices(("active", "prospective", "ended"), (12, 2, 1))[0]
    since = random.randint(1985, sizes.day.year - 8)
    until = random.randint(since + 4, sizes.day.year - 1) if status == "ended" else None
    of_it = sorted(random.sample(range(sizes.departments), random.randint(1, 4)))
    yield Row("institution", (f"i{number}", name, f"{town[0]}U{number}", country, town))
    yield Row("partnership", (id, name, status, since, until))
    yield Row("member", (id, f"i{number}"))
    yield from (Row("link", (id, f"d{one}")) for one in of_it)
    person = f"h{random.randrange(sizes.people)}"
    if random.random() < 0.8:
        yield Row("partnership_coordinator", (id, person))
    if status != "prospective":
        partner = _Partner(id, since, until, sizes.day, of_it, person)
        yield from _agreements(random, partner, min(most, random.choice((0, 1, 1, 1, 2, 2, 3))))


def _agreements(random: Random, partner: _Partner, count: int) -> Iterator[Row]:
    """So many agreements of a partnership, of which the second often replaces the first."""
    first, last = partner.since, partner.until or partner.day.year
    kinds = random.choices(KINDS, k=count)
    if count > 1 and random.random() < 0.6:
        kinds[1] = kinds[0]
        yield Row("replaced_agreement", (partner.id, 2, f"{partner.id}a1"))
    for number, kind in enumerate(kinds, 1):
        # Each is signed in its own part of the years, so that a later one is also a newer one.
        start, end = (first + (last + 1 - first) * n // count for n in (number - 1, number))
        signed = date(random.randrange(start, end), random.randint(1, 9), random.randint(1, 28))
        yield from _agreement(random, partner, number, kind, signed)


def _agreement(
    random: Random, partner: _Partner, number: int, kind: str, signed: date
) -> Iterator[Row]:
    starts = signed + timedelta(days=random.choice((30, 90))) if random.random() < 0.3 else None
    term, renews = random.choices(TERMS, (3, 2, 2, 1))[0]
    ends = None if term == "open" else _end(starts or signed, random.choice((3, 5, 5, 10)))
    last_year = min(partner.until or partner.day.year - 1, signed.year + 1)
    is_terminated = last_year >= signed.year and (partner.until or random.random() < 0.08)
    ended = date(last_year, 12, 31) if is_terminated else None
    notice = random.choice((None, "90d", "6m")) if ends else None
    file = f"{partner.id}-{number}.pdf"
    document = random.choice((None, f"https://files.example.org/{file}", f"agreements/{file}"))
    title = f"{kind.capitalize()} agreement of {signed.year}" if random.random() < 0.6 else None
    written = random.choice((signed, f"{signed:%Y-%m}", signed.year))
    times = (written, starts, ends, term, renews, ended, notice)
    id = f"{partner.id}a{number}"
    yield Row("agreement", (partner.id, number, id, kind, title, *times, document))
    for one in partner.departments if random.random() < 0.6 else ():
        yield Row("agreement_department", (partner.id, number, f"d{one}"))
    if random.random() < 0.7:
        yield Row("agreement_person", (partner.id, number, partner.person))
    if kind == "student exchange":
        places = random.randint(1, 6)
        row = (partner.id, number, places, random.choice((places, None, 0)))
        yield Row("agreement_places", row)


def _end(start: date, years: int) -> date:
    """The last day of so many years."""
    return start.replace(year=start.year + years, day=min(start.day, 28)) - timedelta(days=1)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
