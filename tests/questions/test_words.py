"""Plain words as filters, and names of several words without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from utpartners.errors import Ambiguous, NotFound
from utpartners.questions.filters import filters_of
from utpartners.questions.words import Typed, settled, with_words

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records

READ: list[tuple[str, dict[str, Any]]] = [
    ("Germany", {"country": ["DE"]}),
    ("germany", {"country": ["DE"]}),
    ("ドイツ", {"country": ["DE"]}),
    ("Deutschland", {"country": ["DE"]}),
    ("UK", {"country": ["GB"]}),
    ("South Korea", {"country": ["KR"]}),
    ("韓国", {"country": ["KR"]}),
    ("Viet Nam", {"country": ["VN"]}),
    ("シンガポール", {"country": ["SG"]}),
    ("primary", {"status": ["primary"]}),
    ("primary Germany", {"status": ["primary"], "country": ["DE"]}),
    ("Germany primary", {"status": ["primary"], "country": ["DE"]}),
    ("Germany, France", {"country": ["DE", "FR"]}),
    ("Germany,France", {"country": ["DE", "FR"]}),
    ("Asia", {"region": ["Asia"]}),
    ("東アジア", {"region": ["Eastern Asia"]}),
    ("EU", {"region": ["European Union"]}),
    ("ANU", {"partner": ["anu"]}),
    ("Karolinska", {"partner": ["stockholm"]}),
    ("GS Eng", {"dept": ["GS Eng"]}),
    ("GS Law and Politics GraSPP", {"dept": ["GS Law and Politics", "GraSPP"]}),
    ("GS Eng South Korea primary",
     {"dept": ["GS Eng"], "country": ["KR"], "status": ["primary"]}),
    ("symposium", {"kind": ["symposium"]}),
    ("engineering", {"dept": ["GS Eng"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_words(catalogue: Catalogue, text: str, expected: dict[str, Any]) -> None:
    """Words are read greedily, the longest known name first, over all kinds of value."""
    read = with_words(catalogue.store, filters_of("partnerships"), text.split(), {})
    assert read == expected


def test_statuses_and_kinds_as_shown(catalogue: Catalogue) -> None:
    """A status or kind can be typed as the language in use shows it."""
    from utpartners import i18n

    i18n.set_language("ja")
    try:
        assert len(list(catalogue.list("協定締結校"))) == 9
        assert len(list(catalogue.timeline("シンポジウム"))) == len(
            list(catalogue.timeline(kind="symposium"))
        )
    finally:
        i18n.set_language(None)


def test_words_join_options(catalogue: Catalogue) -> None:
    """A word is one more value of the filter that an option has given."""
    rows = catalogue.list("France", country="Germany").records()
    assert [row["id"] for row in rows] == ["tum", "grandes-ecoles"]


def test_several_meanings(catalogue: Catalogue) -> None:
    """What has several meanings is asked back, with options that can be typed."""
    with pytest.raises(Ambiguous) as refused:
        catalogue.list("south")
    assert "--country KR  " in str(refused.value)
    assert "--region 'Southern Asia'" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Germny", "--country DE"),
        ("primry", "--status primary"),
        ("Cambrige", "--partner cambridge"),
        ("symposum", "--kind symposium"),
        ("Oceana", "--region Oceania"),
    ],
)
def test_nearest(catalogue: Catalogue, text: str, option: str) -> None:
    """What is not known leads to the nearest, as an option that can be typed."""
    with pytest.raises(NotFound, match=f"'{text}'") as refused:
        catalogue.list(text, "primary")
    assert option in str(refused.value)


@pytest.mark.parametrize("text", ["Atlantis", "&", "", "x" * 400])
def test_unknown_words(catalogue: Catalogue, text: str) -> None:
    """No word is passed over: an answer must not seem to be about it."""
    with pytest.raises(NotFound):
        catalogue.list("Germany", text)


def test_a_country_without_partners(catalogue: Catalogue) -> None:
    """A country that the catalogue does not know has no partnerships; its name is no error."""
    table = catalogue.list("Brazil")
    assert (list(table), table.title) == ([], "Partnerships in Brazil")


def test_statuses_that_differ_in_case(built: Built, utokyo: Records) -> None:
    """A status in several cases is asked for by any of them, and means them all."""
    from msgspec.structs import replace

    from utpartners.api import Catalogue

    first, *others = utokyo.partnerships
    changed = replace(utokyo, partnerships=[replace(first, status="Primary"), *others])
    found = Catalogue(built(changed))
    for text in ("primary", "Primary", "PRIM"):
        assert len(list(found.list(status=text))) == len(list(found.list(text))) == 9


def test_homes(built: Built, utokyo: Records) -> None:
    """A home is a plain word only where there are several."""
    filters = filters_of("partnerships")
    with pytest.raises(NotFound):
        with_words(built(utokyo), filters, ["utokyo"], {})


UNQUOTED: list[tuple[str, list[str], list[str], list[str]]] = [
    ("country", ["South", "Korea"], ["South Korea"], []),
    ("country", ["South", "Korea", "primary"], ["South Korea"], ["primary"]),
    ("country", ["DE,", "FR"], ["DE, FR"], []),
    ("country", ["Germany", "primary"], ["Germany"], ["primary"]),
    ("dept", ["GS", "Eng"], ["GS Eng"], []),
    ("dept", ["GS", "Law", "and", "Politics", "ANU"], ["GS Law and Politics"], ["ANU"]),
    ("dept", ["Graduate", "Engineering", "ANU"], ["Graduate Engineering"], ["ANU"]),
    ("status", ["primary", "primary"], ["primary"], ["primary"]),
    ("region", ["Eastern", "Asia"], ["Eastern Asia"], []),
    ("partner", ["Atlantis", "University"], ["Atlantis"], ["University"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "value", "rest"), UNQUOTED)
def test_unquoted(
    catalogue: Catalogue, name: str, words: list[str], value: list[str], rest: list[str]
) -> None:
    """The longest name that begins with the value of an option belongs to it, and nothing else."""
    following = [Typed(word) for word in words[1:]]
    typed = {name: [Typed(words[0], following)]}
    filters = filters_of("partnerships")
    assert settled(catalogue.store, filters, following, typed) == (rest, {name: value})
