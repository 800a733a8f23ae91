"""Everything can be done with the keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

FOCUSED = """() => {
  const one = document.activeElement;
  return one.id || one.className.baseVal || one.className || one.tagName;
}"""


def tab(page: Page, times: int = 1) -> str:
    """What has the focus after so many steps."""
    for _ in range(times):
        page.keyboard.press("Tab")
    return str(page.evaluate(FOCUSED))


def test_the_path(bundled: Path, opened: Opened) -> None:
    """Skip link, sources, theme, then search and filters in the order in which they stand."""
    page = opened(bundled)
    assert tab(page) == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    assert tab(page, 2) == "theme"
    assert tab(page) == "by-q"
    page.keyboard.type("kth")
    assert page.locator(".partner:visible").count() == 1
    assert [tab(page) for _ in range(4)] == ["by-country", "by-dept", "by-kind", "show-all"]
    page.keyboard.press("Enter")
    assert page.locator(".partner:visible").count() == 16


def test_few_stops(bundled: Path, opened: Opened) -> None:
    """Fewer than 40 steps lead past the list, and one to the map and its arrow keys."""
    page = opened(bundled)
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, [tabindex='0']")]
          .filter(one => one.tabIndex >= 0 && one.checkVisibility() && one.type !== "hidden"
            && !one.closest("#matrix, #years, #about, .record")).length"""
    )
    assert 20 < stops <= 40
    assert page.locator("#map a[tabindex='0']").count() == 1
    page.focus("#map a[tabindex='0']")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != first


def test_enter_opens_the_first(bundled: Path, opened: Opened) -> None:
    """Enter in the search opens the best hit, and Back leads to the list again."""
    page = opened(bundled)
    page.fill("#by-q", "munich")
    page.press("#by-q", "Enter")
    page.locator("#p-tum").wait_for()
    assert page.evaluate("document.activeElement.id") == "p-tum"
    assert page.title().startswith("Technical University of Munich")
    page.go_back()
    page.locator("#partners").wait_for()
    assert page.input_value("#by-q") == "munich"


def test_the_matrix(bundled: Path, opened: Opened) -> None:
    """One cell can be tabbed to; arrows go on, mark row and column, and say what is there."""
    page = opened(bundled)
    assert page.locator("table.matrix td[tabindex='0']").count() == 1
    page.focus("table.matrix td[tabindex='0']")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    assert page.inner_text("#said") == (
        "Graduate School of Engineering and "
        "Swiss Federal Institute of Technology in Zurich: work together"
    )
    row = page.locator("table.matrix tr:has(:focus) > .hot").count()
    assert row == page.locator("table.matrix thead th").count()
    assert page.locator("table.matrix thead .hot").count() == 1
    for key in ("End", "ArrowRight", "Home", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.cellIndex") == 1
    assert page.evaluate("document.activeElement.parentElement.rowIndex") == 1
    assert page.locator("table.matrix td[tabindex='0']").count() == 1


def test_focus_is_seen(bundled: Path, opened: Opened) -> None:
    """What is reached by Tab has an outline."""
    page = opened(bundled)
    page.focus(".partner a >> nth=14")
    page.keyboard.press("Shift+Tab")
    assert page.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
