"""A page opens from disk, asks for nothing, and fits every window and sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.browser.conftest import Opened

pytestmark = pytest.mark.slow

ALL = ("bundled", "japanese", "hostile", "empty")

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

OPEN_ALL = "document.querySelectorAll('.record').forEach(one => one.classList.add('is-open'))"


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
    page.select_option("#by-country", index=1)
    page.fill("#by-q", "")
    page.hover("table.matrix td.yes")
    assert "<script>alert(" in page.inner_text("#said")
    page.click(".partner a >> nth=0")
    page.go_back()
    page.click("#map a >> nth=0", force=True)
    assert page.locator("script").count() == 3
    assert opened.heard == []


def test_without_script(bundled: Path, opened: Opened) -> None:
    """Without JavaScript all can be read, and no control is there that would do nothing."""
    page = opened(bundled, script=False)
    assert page.locator("article:visible").count() == 16
    assert (
        page.locator("#controls, #theme, #matrix-how, .back").locator("visible=true").count() == 0
    )
    page.click(".partner a >> nth=9")
    page.locator("#p-ntu").wait_for()


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 800, 16), (375, 812, 8)])
def test_the_first_screen(
    bundled: Path, opened: Opened, width: int, height: int, least: int
) -> None:
    """The first screen answers who the partners are: all of them, or half of them on a phone."""
    page = opened(bundled, width=width)
    page.set_viewport_size({"width": width, "height": height})
    bottoms = page.locator(".partner").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().bottom)"
    )
    assert sum(bottom <= height for bottom in bottoms) >= least
    head = page.locator(".head").bounding_box()
    assert head is not None
    assert head["height"] <= 180


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["bundled", "japanese"])
def test_printing(request: pytest.FixtureRequest, opened: Opened, name: str, paper: str) -> None:
    """The index, the map and the matrix are two sheets, on white and without controls."""
    page = opened(request.getfixturevalue(name), theme="dark", width=718)
    page.emulate_media(media="print")
    assert page.locator("#controls:visible, #theme:visible, article:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert page.evaluate(WIDER) == 0
    pdf = page.pdf(format=paper, prefer_css_page_size=True, print_background=True)
    assert pdf.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    size = {"A4": (595.3, 841.9), "Letter": (612, 792)}[paper]
    assert [tuple(map(float, box)) for box in boxes] == [pytest.approx(size, abs=1.5)] * 2
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2


def test_printing_a_record(bundled: Path, opened: Opened) -> None:
    """A record that is open is printed alone, on a sheet if it has the room."""
    page = opened(bundled, "#anu", width=718)
    page.emulate_media(media="print")
    assert page.locator("article:visible").count() == 1
    assert page.locator("#partners:visible, #matrix:visible, #about:visible").count() == 0
    assert page.locator("h1:visible, .colophon:visible").count() == 0
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="Letter"))) == 1


def test_without_light_dark(bundled: Path, opened: Opened) -> None:
    """The colours need no function of CSS that older browsers lack."""
    assert "light-dark(" not in bundled.read_text("utf-8").partition("<style>")[2]


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
