"""Countries and regions by any of their names."""

from __future__ import annotations

import pytest
from babel.localedata import load

from utpartners import geography, normalize
from utpartners.checks.external import ASSIGNED
from utpartners.regions import EUROPEAN_UNION, REGIONS
from utpartners.territories import COUNTRIES

ROWS = [row.split("|") for row in COUNTRIES.splitlines()]


def test_every_country() -> None:
    """Every country of ISO 3166-1 is there once, and Kosovo; each in a region of M49."""
    codes = [code for code, *_ in ROWS]
    assert sorted(codes) == codes == sorted({*ASSIGNED, "XK"})
    regions = {row.split("|")[0] for row in REGIONS.splitlines()}
    assert {region for _, region, *_ in ROWS} <= {*regions, "001"}
    assert [code for code, region, *_ in ROWS if region == "001"] == ["AQ"]


def test_no_name_is_that_of_two() -> None:
    """No two countries, and no two regions, have the same name."""
    for text in (COUNTRIES, REGIONS):
        seen: dict[str, str] = {}
        for row in text.splitlines():
            code, _, english, japanese = row.split("|")
            for name in (code, *english.split(";"), *japanese.split(";")):
                key = normalize.key(normalize.words(name))
                assert seen.setdefault(key, code) == code


@pytest.mark.parametrize(("language", "place"), [("en", 2), ("ja", 3)])
def test_names_are_those_of_cldr(language: str, place: int) -> None:
    """Nearly all countries are called as CLDR calls them; the others are known by that name too."""
    territories = load(language)["territories"]
    own = {row[0]: row[place].split(";") for row in ROWS}
    other = [code for code, known in own.items() if territories[code] not in known]
    assert len(other) < 30


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("England", "GB"),
        ("south korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("韓国", "KR"),
        ("Viet Nam", "VN"),
        ("Turkiye", "TR"),
        ("ｊａｐａｎ", "JP"),
        ("jp", "JP"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_countries(text: str, code: str | None) -> None:
    """A country is found by its code and by its names in English and Japanese."""
    assert geography.country_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Deutschland", "DE"), ("대한민국", "KR"), ("Österreich", "AT"), ("GBR", "GB"), ("Oz", None)],
)
def test_other_languages(text: str, code: str | None) -> None:
    """In other languages, and by longer codes, a country is found through CLDR."""
    assert geography.country_code_in_any_language(text) == code


def test_regions() -> None:
    """A region has the countries of its sub-regions; North America is made of three."""
    assert {"JP", "KR", "SG", "TR"} <= set(geography.countries_in("142"))
    assert {"US", "MX", "CU"} <= set(geography.countries_in("003"))
    assert "BR" not in geography.countries_in("003")
    assert set(geography.countries_in("030")) == {"CN", "HK", "JP", "KP", "KR", "MN", "MO", "TW"}
    assert geography.countries_in("EU") == EUROPEAN_UNION
    assert len(EUROPEAN_UNION) == 27
    assert geography.regions_of("DE") == ["155", "150"]
    assert geography.regions_of("KE") == ["014", "202", "002"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("asia", ["142"]),
        ("South-East Asia", ["035"]),
        ("北欧", ["154"]),
        ("eu", ["EU"]),
        ("030", ["030"]),
        ("scandinavia", []),
        ("&", []),
    ],
)
def test_region_names(text: str, codes: list[str]) -> None:
    """A region is found by its code, and by its names in English and Japanese."""
    assert geography.region_codes(text) == codes


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("United States", "the United States"),
        ("Netherlands", "the Netherlands"),
        ("Philippines", "the Philippines"),
        ("Germany", "Germany"),
        ("Switzerland", "Switzerland"),
        ("Finland", "Finland"),
        ("Asia", "Asia"),
        ("European Union", "the European Union"),
    ],
)
def test_articles(name: str, said: str) -> None:
    """English names of which a sentence needs the article get it."""
    assert geography.with_article(name) == said
