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


def seen(page: Page) -> set[str]:
    """The ids of the partnerships that are listed."""
    found = page.locator("article:visible").evaluate_all("all => all.map(one => one.dataset.p)")
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
        assert seen(page) == meant(catalogue, text) != set(), text


def test_what_is_said(bundled: Path, opened: Opened) -> None:
    """What is in no name is looked for in what is said of the partnerships."""
    page = opened(bundled)
    page.fill("#by-q", "quantum topology")
    assert seen(page) == {"ucb"}
    found = "No name matches; 1 of 16 partnerships mention these words."
    assert page.inner_text("#found").startswith(found)
    page.fill("#by-q", "xyzzy")
    assert seen(page) == set()
    assert page.locator("#none").is_visible()
    page.fill("#by-q", "")
    assert len(seen(page)) == 16


def test_filters_agree_with_list(bundled: Path, opened: Opened, catalogue: Catalogue) -> None:
    """Each filter leaves what the option of list leaves, and all hold at once."""
    page = opened(bundled)
    for field, value, rows in (
        ("status", "prospective", catalogue.list(status=["prospective"])),
        ("country", "US", catalogue.list(country=["US"], status=["prospective"])),
        ("dept", "gsps", catalogue.list(country=["US"], status=["prospective"], dept=["GSPS"])),
    ):
        page.select_option(f"#by-{field}", value)
        assert seen(page) == {row["id"] for row in rows.records()}
    assert page.inner_text("#found") == "Partnerships shown: 1 of 16"
    page.click("#show-all")
    assert len(seen(page)) == 16
    page.select_option("#by-kind", "office")
    rows = catalogue.sql(
        "SELECT DISTINCT p.id FROM activity a JOIN partnership p ON p.pk = a.partnership "
        "WHERE a.kind = 'office'"
    )
    assert seen(page) == {id for (id,) in rows}


def test_pictures_follow(bundled: Path, opened: Opened) -> None:
    """What is drawn for other partnerships fades, on the map, in matrix, network and timeline."""
    page = opened(bundled)
    page.select_option("#by-country", "SE")
    for place in (".maps a", "table.matrix td.yes", ".network path", ".timeline .row"):
        shown = page.locator(f"{place}[data-p]:not(.is-out)")
        anchors = set(shown.evaluate_all("all => all.map(one => one.dataset.p)"))
        assert anchors == {"p-stockholm"}, place
        assert page.locator(f"{place}[data-p].is-out").count() > 0


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
    ("fragment", "shown", "unfolded"),
    [
        ("#status=primary", 9, None),
        ("#status=primary&dept=gs-eng&q=university", 7, None),
        ("#country=SE&at=p-stockholm", 1, "p-stockholm"),
        ("#p-tum", 16, "p-tum"),
        ("#status=primary&at=p-tum", 16, "p-tum"),
        ("#status=nonsense&country=XX", 16, None),
        ("#%E0%A4%A", 16, None),
        ("#d-gs-eng", 16, None),
    ],
)
def test_deep_links(
    bundled: Path, opened: Opened, fragment: str, shown: int, unfolded: str | None
) -> None:
    """A link restores filters and unfolds what it is about, even where the filters hide that."""
    page = opened(bundled, fragment)
    assert len(seen(page)) == shown
    bodies = page.locator("details[open] .body").evaluate_all("all => all.map(one => one.id)")
    assert bodies == [unfolded] * bool(unfolded)
    if unfolded:
        name = page.locator(f"article[data-p={unfolded}] h3").bounding_box()
        assert name is not None
        assert 0 < name["y"] < 800
        page.keyboard.press("Tab")
        within = page.evaluate("document.activeElement.closest('article')?.dataset.p")
        assert within == unfolded
    assert opened.heard == []


def test_links_keep_the_filters(bundled: Path, opened: Opened) -> None:
    """A link inside the page leads on without losing the filters, and Back leads back."""
    page = opened(bundled, "#country=SE")
    page.click(".maps a[data-p=p-stockholm] >> nth=0")
    assert address(page).endswith("#country=SE&at=p-stockholm")
    assert seen(page) == {"stockholm"}
    page.click("#p-stockholm .departments a >> nth=0")
    assert address(page).endswith("at=d-gs-eng")
    page.locator("#d-gs-eng.is-target").wait_for()
    page.go_back()
    assert address(page).endswith("at=p-stockholm")
