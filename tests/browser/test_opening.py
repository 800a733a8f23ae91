"""A page opens from disk, asks for nothing, and fits every window and sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.conftest import Opened

ALL = ("bundled", "japanese", "hostile", "empty")

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark"), (1920, "light")])
def test_quiet_and_fitting(
    request: pytest.FixtureRequest, opened: Opened, name: str, width: int, theme: str
) -> None:
    """No message, no request, no dialog; nothing wider than the window, all of it unfolded."""
    page = opened(request.getfixturevalue(name), width=width, theme=theme)
    page.evaluate(OPEN_ALL)
    assert page.evaluate(WIDER) == 0
    assert opened.heard == []


def test_hostile_text_is_inert(hostile: Path, opened: Opened) -> None:
    """Nothing of a hostile catalogue runs, also when it is searched, filtered and pointed at."""
    page = opened(hostile)
    assert page.title() == "</title></script><script>alert(1)</script>"
    page.fill("#by-q", "<script>")
    page.select_option("#by-status", index=1)
    page.hover("table.matrix td.yes")
    assert "</td><script>alert(5)</script>" in page.inner_text("#said")
    page.click("article summary")
    page.click("svg.world a >> nth=0")
    assert page.locator("script").count() == 2
    assert opened.heard == []


def test_without_script(bundled: Path, opened: Opened) -> None:
    """Without JavaScript all can be read, and no control is there that would do nothing."""
    page = opened(bundled, script=False)
    assert page.locator("article:visible").count() == 16
    assert page.locator("#controls, #theme, #matrix-how").locator("visible=true").count() == 0
    page.click("article summary >> nth=0")
    assert page.locator(".body:visible").count() == 1
    page.goto(f"{bundled.as_uri()}#p-tum")
    page.locator("#p-tum").wait_for()


@pytest.mark.parametrize("name", ["bundled", "japanese"])
def test_printing(request: pytest.FixtureRequest, opened: Opened, name: str) -> None:
    """On paper all sections are unfolded, on white, without controls; A4 upright."""
    page = opened(request.getfixturevalue(name), theme="dark", width=718)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".body:visible").count() == 16
    assert page.locator("#controls:visible, nav:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert page.evaluate(WIDER) == 0
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert pdf.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0


def test_themes(bundled: Path, opened: Opened) -> None:
    """The page is as dark as the system, until its button says otherwise; that lasts."""
    page = opened(bundled, theme="dark")
    background = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(background)
    assert page.inner_text("#theme") == "Light"
    page.click("#theme")
    light = page.evaluate(background)
    assert light != dark
    page.reload()
    assert page.evaluate(background) == light
    assert page.inner_text("#theme") == "Dark"
