"""Everything can be done with the keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import Opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
    """Skip link, theme, sections, then search and filters in the order in which they stand."""
    page = opened(bundled)
    assert tab(page) == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    assert tab(page) == "theme"
    assert tab(page, 8) == "by-q"
    page.keyboard.type("kth")
    assert page.locator("article:visible").count() == 1
    assert [tab(page) for _ in range(5)] == [
        "by-status", "by-country", "by-dept", "by-kind", "show-all",
    ]  # fmt: skip
    page.keyboard.press("Enter")
    assert page.locator("article:visible").count() == 16


def test_unfolding(bundled: Path, opened: Opened) -> None:
    """A partnership is unfolded and folded with Enter."""
    page = opened(bundled)
    page.focus("article summary >> nth=2")
    page.keyboard.press("Enter")
    assert page.locator("#p-pku").is_visible()
    page.keyboard.press("Enter")
    assert not page.locator("#p-pku").is_visible()


def test_the_matrix(bundled: Path, opened: Opened) -> None:
    """One cell can be tabbed to; arrows go on, mark row and column, and say what is there."""
    page = opened(bundled)
    assert page.locator("table.matrix td[tabindex='0']").count() == 1
    page.focus("table.matrix td[tabindex='0']")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    assert page.inner_text("#said") == (
        "GS Eng and Swiss Federal Institute of Technology in Zurich: work together"
    )
    row = page.locator("table.matrix tr:has(:focus) > .hot").count()
    assert row == page.locator("table.matrix thead th").count()
    assert page.locator("table.matrix thead .hot").count() == 1
    for key in ("End", "ArrowRight", "Home", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.cellIndex") == 1
    assert page.evaluate("document.activeElement.parentElement.rowIndex") == 1
    assert page.locator("table.matrix td[tabindex='0']").count() == 1


def test_the_network(bundled: Path, opened: Opened) -> None:
    """A focused node brings out its lines; Enter leads to what it stands for."""
    page = opened(bundled)
    page.focus(".network a[data-d=d-gs-eng]")
    assert page.locator(".network .lines .near").count() == 14
    page.focus(".network a[data-p=p-tum]")
    assert page.locator(".network .lines .near").count() == 4
    page.keyboard.press("Enter")
    page.locator("#p-tum").wait_for()


def test_focus_is_seen(bundled: Path, opened: Opened) -> None:
    """What is reached by Tab has an outline, and is not behind the controls that stay on top."""
    page = opened(bundled)
    page.focus("article summary >> nth=14")
    page.keyboard.press("Shift+Tab")
    style = "one => getComputedStyle(one).outlineStyle"
    focused = page.locator(":focus")
    assert focused.evaluate(style) == "solid"
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        covered = page.evaluate(
            """() => {
              const one = document.activeElement, box = one.getBoundingClientRect();
              const bar = document.getElementById("controls");
              return !bar.contains(one) && box.bottom <= bar.getBoundingClientRect().bottom
                && getComputedStyle(bar).position === "sticky" && box.top >= 0;
            }"""
        )
        assert not covered, page.evaluate(FOCUSED)
