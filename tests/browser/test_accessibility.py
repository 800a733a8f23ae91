"""axe-core finds no violation."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import Opened, without
from tests.browser.test_opening import OPEN_ALL

pytestmark = pytest.mark.slow

WITH_TARGETS = "axe.run(document, {rules: {'target-size': {enabled: true}}})"
"""All rules that axe runs by itself, and the size of targets of WCAG 2.2."""


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        without("axe-playwright-python")
        raise AssertionError
    return Path(found.origin).with_name("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "width", "theme"),
    [("bundled", 320, "light"), ("bundled", 1280, "dark"), ("japanese", 1280, "light")],
)
def test_no_violation(
    request: pytest.FixtureRequest, opened: Opened, axe: str, name: str, width: int, theme: str
) -> None:
    """In both themes, on narrow and wide windows, with everything unfolded."""
    page = opened(request.getfixturevalue(name), width=width, theme=theme)
    page.evaluate(OPEN_ALL)
    assert violations(page, axe) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("hostile", "xyzzy"), ("empty", "xyzzy"), ("bundled", "cambridge"), ("japanese", "xyzzy")],
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violation_while_searching(
    request: pytest.FixtureRequest, opened: Opened, axe: str, name: str, words: str, theme: str
) -> None:
    """Nor while a filter is set, which finds some or nothing, on the page of any catalogue."""
    page = opened(request.getfixturevalue(name), f"#q={words}", theme=theme)
    assert violations(page, axe) == []


def violations(page: Any, axe: str) -> list[tuple[str, str]]:
    """The rules that are violated, each with the first element that does."""
    page.evaluate(axe)
    found = page.evaluate(WITH_TARGETS)
    assert len(found["passes"]) > 20
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
