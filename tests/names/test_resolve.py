"""Names are found however people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import names

if TYPE_CHECKING:
    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records
    from utpartners.model import Institution, Partnership
    from utpartners.store.store import Store


def resolved(store: Store, kind: str, text: str) -> str:
    """The id of a partnership or institution, the code of a department or country."""
    (label,) = names.labels(store, [names.resolve_one(store, kind, text)])
    return label.id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("anu", "anu"),
        ("ANU", "anu"),
        ("ＡＮＵ", "anu"),
        ("australian national university", "anu"),
        ("The Australian National University", "anu"),
        ("ETH Zürich", "ethz"),
        ("eth zurich", "ethz"),
        ("清華大学", "tsinghua"),
        ("清华大学", "tsinghua"),
        ("清華", "tsinghua"),
        ("北京", "pku"),
        ("北京大学", "pku"),
        ("서울대학교", "snu"),
        ("서울", "snu"),
        ("Đại học Quốc gia Hà Nội", "vnu"),
        ("dai hoc quoc gia ha noi", "vnu"),
        ("Cambridge University", "cambridge"),
        ("university of cambridge", "cambridge"),
        ("Cambridge", "cambridge"),
        ("cambr", "cambridge"),
        ("University of California Berkeley", "ucb"),
        ("Berkeley, University of California", "ucb"),
        ("UC Berkeley", "ucb"),
        ("Ecole Polytechnique", "grandes-ecoles"),
        ("École  polytechnique", "grandes-ecoles"),
        ("grandes ecoles", "grandes-ecoles"),
        ("ENS", "grandes-ecoles"),
        ("ENS PSL", "grandes-ecoles"),
        ("Bordeaux", "grandes-ecoles"),
        ("stockholm", "stockholm"),
        ("Stockholm University", "stockholm"),
        ("KTH", "stockholm"),
        ("Karolinska", "stockholm"),
        ("UNAM", "chile-mexico"),
        ("Chile", "chile-mexico"),
        ("El Colegio de Mexico", "chile-mexico"),
        ("  tum  ", "tum"),
        ("[TUM]", "tum"),
    ],
)
def test_partners(catalogue: Catalogue, text: str, id: str) -> None:
    """A partnership is found by any name of its own or of a member."""
    assert catalogue.show(text).record()["id"] == id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GS A&S", "GS A&S"),
        ("gs a&s", "GS A&S"),
        ("GSAS", "GS A&S"),
        ("gs-as", "GS A&S"),
        ("ＧＳ　Ａ＆Ｓ", "GS A&S"),
        ("Arts & Sciences", "GS A&S"),
        ("総合文化", "GS A&S"),
        ("総合文化研究科", "GS A&S"),
        ("Faculty of Engineering", "GS Eng"),
        ("engineering", "GS Eng"),
        ("III/GSII", "III/GSII"),
        ("GSII", "III/GSII"),
        ("iii gsii", "III/GSII"),
        ("IIS", "IIS"),
        ("Hospital", "Hospital"),
        ("Kavli", "IPMU"),
        ("医学部附属病院", "Hospital"),
    ],
)
def test_departments(store: Store, text: str, code: str) -> None:
    """A department is found by code, id, name, alias, language or a part of one."""
    assert resolved(store, "department", text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("de", "DE"), ("Germany", "DE"), ("ドイツ", "DE"), ("U.K.", "GB"), ("USA", "US")],
)
def test_countries(store: Store, text: str, code: str) -> None:
    """A country is found by code, name and alias."""
    assert resolved(store, "country", text) == code


def test_every_name_of_the_catalogue(catalogue: Catalogue, utokyo: Records) -> None:
    """Every full name of a partnership and of a member answers with that partnership."""
    institutions = {institution.id: institution for institution in utokyo.institutions}
    for partnership in utokyo.partnerships:
        records: list[Partnership | Institution] = [partnership]
        records += [institutions[id] for id in partnership.members]
        texts = [name for r in records for name in (r.id, r.name, *r.names.values())]
        meant = {name: catalogue.show(name).record()["id"] for name in texts}
        assert meant == dict.fromkeys(texts, partnership.id)


def test_every_department_name(store: Store, utokyo: Records) -> None:
    """Every name of a department answers with that department."""
    wrong = [
        name
        for department in utokyo.departments
        for name in [department.id, department.code, department.name, *department.aliases]
        if resolved(store, "department", name) != department.code
    ]
    assert wrong == []
