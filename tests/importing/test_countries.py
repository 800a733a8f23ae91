"""Countries in any language and habit; what may be two is none."""

from __future__ import annotations

import pytest

from utpartners.importing.countries import country
from utpartners.importing.cut_names import cut


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"), ("England", "GB"), ("Korea (Republic of)", "KR"), ("Viet Nam", "VN"),
        ("韓国", "KR"), ("Deutschland", "DE"), ("Taiwan", "TW"), ("Türkiye", "TR"), ("Suède", "SE"),
        ("米国", "US"), ("Germany / Deutschland", "DE"), ("Germany (DE)", "DE"), ("DEU", "DE"),
        ("Republic of Ireland", "IE"), ("P.R. China", "CN"), ("Republic of China", "TW"),
        ("Korea, North", "KP"), ("Hong Kong, China", "HK"), ("스웨덴", "SE"),
    ],
)  # fmt: skip
def test_known(text: str, code: str) -> None:
    """Each of these means one country."""
    assert country(text).code == code


@pytest.mark.parametrize(
    ("text", "candidates"),
    [("Germny", ("DE",)), ("Congo", ("CG", "CD")), ("Asia", ()), ("北京", ())],
)
def test_unknown(text: str, candidates: tuple[str, ...]) -> None:
    """A misspelt country is a candidate, and never taken."""
    found = country(text)
    assert found.code is None
    assert set(candidates) <= set(found.candidates)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("School of Law, University of Seestadt (USE), Austria*", "University of Seestadt"),
        ("University of California, Berkeley", "University of California, Berkeley"),
        ("University of Seestadt, Lakeside Campus", "University of Seestadt"),
        ("University of Seestadt, Seestadt", "University of Seestadt"),
        ("北京大学医学部", "北京大学"),
        ("Texas A&M University¹", "Texas A&M University"),
        ("London School of Economics", "London School of Economics"),
    ],
)
def test_names(text: str, name: str) -> None:
    """What stands beside a name is cut, and nothing of the name."""
    assert cut(text).name == name


def test_several_partners() -> None:
    """Two universities in a cell are seen."""
    assert cut("University of Lind; University of Mar").several == (
        "University of Lind",
        "University of Mar",
    )
