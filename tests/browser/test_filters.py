"""Search and filters narrow what is seen, and the address says what they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Opened

from utpartners import names
from utpartners.api import Catalogue

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


def seen(page: Page) -> set[str]:
    """The ids of the partnerships that are listed."""
    found = page.locator(".partner:visible").evaluate_all("all => all.map(one => one.dataset.p)")
    return {anchor.removeprefix("p-") for anchor in found}


def address(page: Page) -> str:
    """The address as the page itself sees it, at once."""
    return str(page.evaluate("location.href"))


def meant(catalogue: Catalogue, text: str) -> set[str]:
    """The partnerships of the records that a name means to the program, or is a part of."""
    store = catalogue.store
    found = set()
    for kind in ("partnership", "institution", "department", "country"):
        for match in {*names.exact(store, [kind], text), *names.part(store, [kind], text)}:
            of = {
                "partnership": "SELECT :pk",
                "institution": "SELECT partnership FROM member WHERE institution = :pk",
                "department": "SELECT partnership FROM link WHERE department = :pk",
                "country": "SELECT m.partnership FROM member m JOIN institution i "
                "ON i.pk = m.institution JOIN country c ON c.code = i.country WHERE c.pk = :pk",
            }[kind]
            rows = store.rows(
                f"SELECT id FROM partnership WHERE pk IN ({of})", {"pk": match.record}
            )
            found |= {id for (id,) in rows}
    return found


QUERIES = (
    "cambridge", "ANU", "kungliga tekniska", "KUNGLIGA TEKNISKA HÖGSKOLAN", "Ecole Polytechnique",
    "清華", "北京大学", "大学", "서울대", "university", "University of California Berkeley",
    "berkeley california", "gs a&s", "GSAS", "gs-as", "ＧＳ　Ｅｎｇ", "Sweden", "スウェーデン",
    "uk", "U.K.", "ETH Zürich", "Faculty of Engineering", "Đại học", "東京大学大学院", "III/GSII",
)  # fmt: skip


def test_names_as_in_the_program(bundled: Path, opened: Opened, catalogue: Catalogue) -> None:
    """A name finds on the page what it finds in the program, however it is written."""
    page = opened(bundled)
    for text in QUERIES:
        page.fill("#by-q", text)
        assert seen(page) >= meant(catalogue, text) != set(), text


WHY = {
    "quantum topology": ("ucb", "Activity: New Developments in Quantum Topology"),
    "canberra": ("anu", "Place: Canberra"),
    "シンガポール国立": ("", ""),
    "uk": ("cambridge", "Place: U.K."),
    "gsps": ("cambridge", "Department: GSPS"),
}


@pytest.mark.parametrize("text", WHY)
def test_why(bundled: Path, opened: Opened, text: str) -> None:
    """Each hit says why it was found: in a city, a department, an activity."""
    id, why = WHY[text]
    page = opened(bundled)
    page.fill("#by-q", text)
    if not id:
        assert seen(page) == set()
        return
    line = page.locator(f".partner[data-p=p-{id}]")
    assert line.locator(".why").inner_text() == why
    assert line.locator(".why mark").count() > 0


def test_marked_name(bundled: Path, opened: Opened) -> None:
    """Where the name itself has the word, it is marked there, and nothing else is said."""
    page = opened(bundled)
    page.fill("#by-q", "cambr")
    line = page.locator(".partner[data-p=p-cambridge]")
    assert line.locator("a mark").inner_text() == "Cambridge"
    assert line.locator(".why").count() == 0


def test_names_before_texts(bundled: Path, opened: Opened) -> None:
    """A name that has the word stands before a text that mentions it; both are found."""
    page = opened(bundled)
    page.fill("#by-q", "tokyo")
    assert len(seen(page)) > 1
    page.fill("#by-q", "princeton")
    first = page.locator(".partner:visible").first.get_attribute("data-p")
    assert first == "p-princeton"


def test_misspelt(bundled: Path, opened: Opened) -> None:
    """Where nothing matches, what is similar is shown and offered; it replaces what was typed."""
    page = opened(bundled)
    page.fill("#by-q", "cambrigde")
    assert seen(page) == {"cambridge"}
    assert page.inner_text("#found").startswith("Nothing matches “cambrigde”. Did you mean")
    page.click("#found button")
    assert page.input_value("#by-q").casefold() == "cambridge"
    assert seen(page) == {"cambridge"}


def test_nothing(bundled: Path, opened: Opened) -> None:
    """Where nothing is even similar, the page says so below the search."""
    page = opened(bundled)
    page.fill("#by-q", "xyzzyx")
    assert seen(page) == set()
    assert page.inner_text("#found") == "Nothing matches “xyzzyx”."
    page.fill("#by-q", "")
    assert len(seen(page)) == 16


def test_filters_agree_with_list(bundled: Path, opened: Opened, catalogue: Catalogue) -> None:
    """Each filter leaves what the option of list leaves, and all hold at once."""
    page = opened(bundled)
    for field, value, rows in (
        ("country", "US", catalogue.list(country=["US"])),
        ("dept", "gsps", catalogue.list(country=["US"], dept=["GSPS"])),
    ):
        page.select_option(f"#by-{field}", value)
        assert seen(page) == {row["id"] for row in rows.records()}
    assert page.inner_text("#found") == "1 of 16 partnerships"
    page.click("#show-all")
    assert len(seen(page)) == 16
    page.select_option("#by-kind", "office")
    rows = catalogue.sql(
        "SELECT DISTINCT p.id FROM activity a JOIN partnership p ON p.pk = a.partnership "
        "WHERE a.kind = 'office'"
    )
    assert seen(page) == {id for (id,) in rows}


def test_counts_follow(bundled: Path, opened: Opened, catalogue: Catalogue) -> None:
    """The choices of a filter say how many partnerships they would leave with the others."""
    page = opened(bundled)
    page.select_option("#by-dept", "gs-eng")
    rows = list(catalogue.list(dept=["gs-eng"], country=["US"]))
    text = page.locator("#by-country option[value=US]").inner_text()
    assert text == f"United States ({len(rows)})"


def test_everything_follows(bundled: Path, opened: Opened) -> None:
    """A filter holds in every section: on the map, in the matrix and by year."""
    page = opened(bundled)
    page.select_option("#by-country", "SE")
    for place in ("#map a", "table.matrix td.yes", ".year li"):
        shown = page.locator(f"{place}[data-p]:not(.is-out)")
        anchors = set(shown.evaluate_all("all => all.map(one => one.dataset.p)"))
        assert anchors == {"p-stockholm"}, place
        assert page.locator(f"{place}[data-p].is-out").count() > 0
    page.click("#show-all")
    page.select_option("#by-dept", "gsps")
    assert page.locator("table.matrix tbody tr:visible").count() == 1
    page.click("#show-all")
    page.select_option("#by-kind", "office")
    kinds = page.locator(".year li:visible").evaluate_all("all => all.map(one => one.dataset.k)")
    assert set(kinds) == {"office"}


def test_the_address(bundled: Path, opened: Opened) -> None:
    """The state is in the address; there it can be linked, and stepped back from."""
    page = opened(bundled)
    page.select_option("#by-country", "SE")
    page.fill("#by-q", "清華 & co")
    state = address(page).partition("#")[2]
    assert "country=SE" in state
    again = opened(bundled, f"#{state}")
    assert again.input_value("#by-q") == "清華 & co"
    assert again.input_value("#by-country") == "SE"
    page.click("#show-all")
    assert "#" not in address(page)


@pytest.mark.parametrize(
    ("address", "shown", "opened_record"),
    [
        ("#status=primary", 9, None),
        ("#status=primary&dept=gs-eng", 8, None),
        ("#country=SE&at=stockholm", 0, "p-stockholm"),
        ("#p-tum", 0, "p-tum"),
        ("#tum", 0, "p-tum"),
        ("?q=eth%20zurich", 1, None),
        ("#status=primary&at=tum", 0, "p-tum"),
        ("#status=nonsense&country=XX", 0, None),
        ("#%E0%A4%A", 16, None),
        ("#d-gs-eng", 14, None),
    ],
)
def test_deep_links(
    bundled: Path, opened: Opened, address: str, shown: int, opened_record: str | None
) -> None:
    """A link restores filters, and opens the record that it is about."""
    page = opened(bundled, address)
    assert len(seen(page)) == shown
    records = page.locator("article:visible").evaluate_all("all => all.map(one => one.id)")
    assert records == [opened_record] * bool(opened_record)
    assert opened.heard == []


def test_links_keep_the_filters(bundled: Path, opened: Opened) -> None:
    """A link inside the page leads on without losing the filters, and Back leads back."""
    page = opened(bundled, "#country=SE")
    page.click(".partner:visible a >> nth=0")
    assert address(page).endswith("#country=SE&at=stockholm")
    page.locator("#p-stockholm").wait_for()
    page.go_back()
    assert address(page).endswith("#country=SE")
    assert seen(page) == {"stockholm"}
    page.go_forward()
    page.locator("#p-stockholm").wait_for()
    page.click("#p-stockholm .back a")
    assert seen(page) == {"stockholm"}


def test_a_record_has_an_address(bundled: Path, opened: Opened) -> None:
    """A record that is opened has an address of its own, by the id of the partnership."""
    page = opened(bundled)
    page.click(".partner a >> nth=0")
    assert address(page).endswith("#anu")
    page.go_back()
    assert len(seen(page)) == 16
