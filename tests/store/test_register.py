"""What an office says in its register: it refers to itself, and stays whole in parts and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
import tomli

from utpartners import model
from utpartners.agreement_state import GOES_ON
from utpartners.store.fill import InconsistentError, in_memory
from utpartners.store.merge import merge
from utpartners.store.part import part
from utpartners.store.records import records

if TYPE_CHECKING:
    from utpartners.store.store import Store

REGISTER = """
[catalogue]
title = "Register"
home = "kita"
public = ["person.name"]
[[status]]
id = "active"
[[status]]
id = "closed"
ended = true
[[country]]
code = "JP"
name = "Japan"
[[institution]]
id = "kita"
name = "Kita University"
country = "JP"
[[institution]]
id = "umi"
name = "Umi College"
country = "JP"
successor = "minato"
former = [{ name = "Umi Normal School", until = "2004" }]
[[institution]]
id = "minato"
name = "Minato University"
country = "JP"
[[department]]
id = "letters"
code = "L"
name = "Letters"
successor = "arts"
[[department]]
id = "arts"
code = "A"
name = "Arts"
[[person]]
id = "sato"
name = "Sato"
department = "letters"
[[person]]
id = "mori"
name = "Mori"
[[partnership]]
id = "umi"
name = "Umi"
status = "closed"
members = ["umi"]
coordinators = ["sato"]
replaces = ["minato"]
[[partnership.agreement]]
id = "second"
kind = "general"
replaces = ["first"]
places = { out = 2 }
[[partnership.agreement]]
id = "first"
kind = "general"
people = ["mori"]
[[partnership]]
id = "minato"
name = "Minato"
status = "active"
members = ["minato"]
"""


def filled(text: str = REGISTER) -> Store:
    return in_memory(msgspec.convert(tomli.loads(text), model.Catalogue), "register")


def test_a_part_keeps_what_it_refers_to() -> None:
    """Successors and people come along; a replaced partnership that is left out is forgotten."""
    found = records(part(filled(), [1]))
    assert [one.id for one in found.institutions] == ["kita", "umi", "minato"]
    assert [one.id for one in found.departments] == ["letters", "arts"]
    assert [one.id for one in found.people] == ["sato", "mori"]
    assert [one.id for one in found.statuses] == ["active", "closed"]
    (partnership,) = found.partnerships
    assert partnership.replaces == []
    assert partnership.agreements[0].replaces == ["first"]
    assert partnership.agreements[0].places == model.StudentPlaces(out=2)


def test_a_part_keeps_nothing_else() -> None:
    """What no record of the part refers to is left out."""
    found = records(part(filled(), [2]))
    assert [one.id for one in found.institutions] == ["kita", "minato"]
    assert (found.departments, found.people) == ([], [])


def test_merged() -> None:
    """Records of two catalogues refer to those of their own; what both have is there once."""
    whole = merge([filled(), filled(REGISTER.replace("kita", "higashi"))])
    assert list(whole.rows("PRAGMA foreign_key_check")) == []
    successors = """SELECT a.pk, a.id, b.pk, b.id FROM {table} a
    JOIN {table} b ON b.pk = a.successor ORDER BY a.pk"""
    institutions = list(whole.rows(successors.format(table="institution")))
    departments = list(whole.rows(successors.format(table="department")))
    assert institutions == [(2, "umi", 3, "minato")]
    assert departments == [(1, "letters", 2, "arts"), (3, "letters", 4, "arts")]
    assert list(whole.rows("SELECT institution, name FROM institution_former")) == [
        (2, "Umi Normal School")
    ]
    assert list(whole.rows("SELECT agreement, replaced FROM replaced_agreement")) == [
        (1, 2),
        (3, 4),
    ]


def test_a_successor_that_only_the_second_says() -> None:
    """A record that both have gets what only the second catalogue says of it."""
    first = filled(REGISTER.replace('successor = "minato"\n', ""))
    whole = merge([first, filled(REGISTER.replace("kita", "higashi"))])
    assert whole.one("SELECT successor FROM institution WHERE id = 'umi'") == (3,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "first"', 'id = "second"'),
        ('replaces = ["first"]', 'replaces = ["third"]'),
        ('successor = "arts"', 'successor = "science"'),
        ('people = ["mori"]', 'people = ["mary"]'),
    ],
)
def test_contradictions(old: str, new: str) -> None:
    """Two agreements with one id, or a reference to nothing, are refused."""
    with pytest.raises(InconsistentError):
        filled(REGISTER.replace(old, new, 1))


@pytest.mark.parametrize(
    ("agreement", "days"),
    [
        ('signed = "2019"', ("2019-01-01", None)),
        ('signed = "2019-04"\nstarts = "2019-05"', ("2019-05-01", None)),
        ('ends = "2024"', (None, "2024-12-31")),
        ('ends = "2024"\nended = "2022-03"', (None, "2022-03-31")),
        ('ends = "2024"\nrenews = "automatic"', (None, GOES_ON)),
        ('ends = "2024"\nterm = "open"', (None, GOES_ON)),
        ('ended = "2022"\nrenews = "automatic"', (None, "2022-12-31")),
        ('ends = "2024/.."', (None, GOES_ON)),
    ],
)
def test_days_of_an_agreement(agreement: str, days: tuple[str | None, str | None]) -> None:
    """It starts when it takes effect, and has an end unless it goes on by itself."""
    store = filled(REGISTER.replace('id = "first"', f'id = "first"\n{agreement}'))
    assert store.one("SELECT start_day, end_day FROM agreement WHERE id = 'first'") == days
