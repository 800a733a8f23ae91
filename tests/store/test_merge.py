"""Several catalogues as one: what is the same is joined, what is not stays apart."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.errors import CatalogueError
from utpartners.model import About
from utpartners.model import Catalogue as Records
from utpartners.store.fill import in_memory
from utpartners.store.merge import merge
from utpartners.store.records import records
from utpartners.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Joined = Callable[..., Catalogue]

ROR_OF_ANU = "https://ror.org/019wvm592"
ROR_OF_KYOTO = "https://ror.org/02kpeqv85"


@pytest.fixture
def join() -> Iterator[Joined]:
    stores: list[Store] = []

    def joining(*catalogues: Records) -> Catalogue:
        parts = [in_memory(one, f"{n}.toml") for n, one in enumerate(catalogues, 1)]
        stores.extend(parts)
        stores.append(merge(parts))
        return Catalogue(stores[-1])

    yield joining
    for store in stores:
        store.close()


def test_one_is_itself(join: Joined, utokyo: Records) -> None:
    """A single catalogue comes out as it went in."""
    assert records(join(utokyo).store) == utokyo


def test_nothing_is_lost(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """The whole has the partnerships, departments and activities of both, countries once."""
    whole = join(utokyo, kyoto)
    count = {
        table: next(iter(whole.sql(f"SELECT count(*) FROM {table}")))[0]
        for table in ("partnership", "department", "activity", "phase", "member", "country")
    }
    assert count == {
        "partnership": 16 + 2,
        "department": 32 + 1,
        "activity": 94 + 1,
        "phase": 3 + 1,
        "member": 27 + 2,
        "country": len(utokyo.countries),
    }
    assert whole.conflicts == ()


def test_foreign_keys_hold(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """Every row refers to one that is there."""
    assert join(utokyo, kyoto).store.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_same_by_ror(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """An institution with another id, but the same ROR id, is one, and keeps all its names."""
    whole = join(utokyo, kyoto)
    card = whole.show("anu-canberra").record()
    assert (card["id"], card["name"], card["city"]) == (
        "anu", "Australian National University", "Canberra",
    )  # fmt: skip
    assert card["names"] == {"ja": "オーストラリア国立大学", "fr": "Université nationale"}
    for name in ("豪国立大学", "ANU Canberra", "Australian National University"):
        assert whole.show(name).record()["id"] == "anu"


def test_same_by_id(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """Without a ROR id on both sides the same id means the same institution."""
    rows = list(join(utokyo, kyoto).list(country=["JP"]).records())
    assert [(row["home"], row["institutions"]) for row in rows] == [("kyoto", ["utokyo"])]


def test_which_of_our_universities(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """show tells of all homes that work with an institution; home/id means the one of them."""
    whole = join(utokyo, kyoto)
    partnerships = whole.show("ANU").record()["partnerships"]
    assert [(one["home"], one["id"], one["activities"]) for one in partnerships] == [
        ("utokyo", "anu", 5),
        ("kyoto", "anu", 1),
    ]
    card = whole.show("kyoto/anu").record()
    assert (card["home"], card["coordinator"]) == ("kyoto", "GS Eng")
    (activity,) = card["activities"]
    assert (activity["title"], activity["departments"]) == ("共同研究", ["GS Eng"])


def test_it_fills_gaps(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """What the first catalogue does not say, and the second does, is taken from the second."""
    bare = [
        replace(one, city=None, latitude=None, longitude=None, placement=None, ror=None)
        if one.id == "anu"
        else one
        for one in utokyo.institutions
    ]
    other = replace(kyoto.institutions[1], id="anu", latitude=-35.3, longitude=149.1)
    other_kyoto = replace(
        kyoto,
        institutions=[kyoto.institutions[0], other, kyoto.institutions[2]],
        partnerships=[replace(kyoto.partnerships[0], members=["anu"]), kyoto.partnerships[1]],
    )
    card = join(replace(utokyo, institutions=bare), other_kyoto).show("ANU").record()
    assert (card["city"], card["latitude"], card["ror"]) == ("キャンベラ", -35.3, ROR_OF_ANU)


def test_conflicts_name_both(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """What two catalogues say differently of one institution is told, and the first is believed."""
    elsewhere = replace(
        kyoto.institutions[1], country="JP", latitude=-30.0, longitude=149.13, city="Acton"
    )
    other = replace(
        kyoto,
        about=replace(kyoto.about, language="en"),
        institutions=[kyoto.institutions[0], elsewhere, kyoto.institutions[2]],
    )
    whole = join(utokyo, other)
    assert whole.conflicts == tuple(
        f"institution anu: {field} is {old} in 1.toml, {new} in 2.toml; the first is used"
        for field, old, new in (
            ("country", "AU", "JP"),
            ("city", "Canberra", "Acton"),
            ("latitude", -35.2835, -30.0),
        )
    )
    assert whole.show("ANU").record()["country"] == "AU"


def test_one_id_of_two_institutions(join: Joined, kyoto: Records, utokyo: Records) -> None:
    """The same id with different ROR ids is an error that names both files."""
    other = replace(kyoto.institutions[0], id="anu", country="JP")
    other_kyoto = replace(kyoto, about=About("Kyoto", "anu"), institutions=[other], partnerships=[])
    with pytest.raises(CatalogueError) as error:
        join(utokyo, other_kyoto)
    assert error.value.message == (
        f"unclear whether this is the same institution: anu ({ROR_OF_ANU}) in 1.toml, "
        f"anu ({ROR_OF_KYOTO}) in 2.toml"
    )


def test_one_home_in_two_files(join: Joined, kyoto: Records) -> None:
    """A home may keep its partnerships in several files: its departments are the same by id."""
    first, second = (replace(kyoto, partnerships=[one]) for one in kyoto.partnerships)
    whole = join(first, second)
    assert [row["id"] for row in whole.list().records()] == ["anu", "todai"]
    assert "home" not in next(whole.list().records())
    assert [row["partnerships"] for row in whole.depts().records()] == [1]


def test_one_partnership_in_two_files(join: Joined, kyoto: Records) -> None:
    """The same partnership of the same home twice is an error that names both files."""
    with pytest.raises(CatalogueError) as error:
        join(kyoto, kyoto)
    assert "partnership anu of kyoto is in 1.toml and in 2.toml" in error.value.message


def test_departments_that_differ(join: Joined, kyoto: Records) -> None:
    """The same id with another code is an error; another name is a conflict."""
    rest = {"partnerships": kyoto.partnerships[1:]}
    renamed = replace(kyoto.departments[0], name="工学部")
    whole = join(kyoto, replace(kyoto, departments=[renamed], partnerships=[]))
    assert whole.conflicts == (
        "department gs-eng: name is 工学研究科 in 1.toml, 工学部 in 2.toml; the first is used",
    )
    recoded = replace(kyoto.departments[0], code="Eng")
    with pytest.raises(CatalogueError, match=r"GS Eng.*1\.toml.*Eng.*2\.toml"):
        join(kyoto, replace(kyoto, departments=[recoded], **rest))
    other = replace(kyoto.departments[0], id="engineering")
    with pytest.raises(CatalogueError, match=r"unclear whether this is the same department"):
        join(kyoto, replace(kyoto, departments=[other], **rest))


def test_only_a_database_holds_several(
    join: Joined, kyoto: Records, utokyo: Records, tmp_path: object
) -> None:
    """Several catalogues are written as a .db, and as no other form."""
    from utpartners.formats import read
    from utpartners.store.database import save

    whole = join(utokyo, kyoto)
    with pytest.raises(CatalogueError, match="2 catalogues where only one is possible"):
        whole.records()
    path = f"{tmp_path}/whole.db"
    save(whole.store, path)
    with closing(read(path)) as again:
        assert again.homes == ["utokyo", "kyoto"]
        assert list(Catalogue(again).list()) == list(whole.list())


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (("2021", "2021"), "As of 2021"),
        (("2021", "2022"), ""),
        (("2021", None), ""),
        ((None, None), ""),
    ],
)
def test_as_of(
    join: Joined, utokyo: Records, kyoto: Records, times: tuple[str | None, ...], said: str
) -> None:
    """Several catalogues are as of one time only where all say the same."""
    both = [
        replace(records, about=replace(records.about, as_of=time))
        for records, time in zip((utokyo, kyoto), times, strict=True)
    ]
    together = join(*both)
    assert together.list().subtitle == said
    found = together.about().record()["catalogues"]
    assert tuple(catalogue["as_of"] for catalogue in found) == times
