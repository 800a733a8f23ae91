"""What the page is searched by."""

from __future__ import annotations

import unicodedata

import pytest
from tests.slow import quick_are

from utpartners import normalize
from utpartners.api import Catalogue
from utpartners.page.context import page_context
from utpartners.page.search_index import choices, folding_rules, search_index


def test_names(catalogue: Catalogue) -> None:
    """Each partnership has its own names and those of members, and separately those of others."""
    found = search_index(catalogue.store, page_context(catalogue.store))
    of = {one["anchor"]: one for one in found["partnerships"]}

    def texts(anchor: str, field: str) -> set[str]:
        return {name for n in of[anchor][field] for name in found["names"][n]}

    assert {"Group of Stockholm", "KTH", "Kungliga Tekniska högskolan"} <= texts(
        "p-stockholm", "names"
    )
    assert {"Sweden", "スウェーデン"} <= texts("p-stockholm", "places")
    assert {"Graduate School of Engineering"} <= texts("p-stockholm", "departments")
    assert of["p-stockholm"]["cities"] == ["Stockholm"]
    assert of["p-chile-mexico"]["country"] == ["CL", "MX"]
    assert of["p-princeton"]["dept"] == []


def test_spellings_are_told_once(catalogue: Catalogue) -> None:
    """Of spellings that fold to the same words, a record has only one."""
    found = search_index(catalogue.store, page_context(catalogue.store))
    for names in found["names"]:
        folded = [" ".join(normalize.words(name)) for name in names]
        assert len(folded) == len(set(folded))


BEGINNING = range(0x2000)


@pytest.mark.parametrize("codes", quick_are([BEGINNING], [BEGINNING, range(0x2000, 0x110000)]))
def test_rules(codes: range) -> None:
    """The table of letters has every one that is folded to anything but its lower case."""
    folds = folding_rules()["folds"]
    for code in codes:
        letter = chr(code)
        if not 0xD800 <= code < 0xE000 and unicodedata.normalize("NFKD", letter) == letter:
            folded = folds.get(f"{code:x}", letter.lower())
            assert folded == letter.casefold()
    assert folding_rules()["letters"] is normalize.UNFOLDED


def test_choices(catalogue: Catalogue) -> None:
    """Each choice says how many partnerships it leaves: what list answers."""
    found = choices(page_context(catalogue.store))
    for value, _, count in found["status"]:
        assert len(list(catalogue.list(status=[value]))) == count
    for value, _, count in found["country"]:
        assert len(list(catalogue.list(country=[value]))) == count
    for value, _, count in found["dept"]:
        assert len(list(catalogue.list(dept=[value]))) == count
    kinds = {value: count for value, _, count in found["kind"]}
    rows = catalogue.sql("SELECT kind, count(DISTINCT partnership) FROM activity GROUP BY kind")
    assert kinds == dict(iter(rows))
