"""Pages in a real browser: one headless Chromium for all tests.

They are skipped on a machine without Chromium or Playwright; with UTPARTNERS_BROWSER=required in
the environment that is a failure instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

import pytest
from tests.conftest import Run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = Path(__file__).parents[1] / "page" / "hostile.toml"

QUIET = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""Chromium asks nothing of the network on its own."""


class Opened(Protocol):
    """Opens a page from disk and listens to it."""

    def __call__(
        self,
        file: Path,
        fragment: str = "",
        *,
        width: int = 1280,
        theme: str = "light",
        script: bool = True,
    ) -> Page:
        """The page; ``heard`` has what it asked for, printed or let pop up."""
        ...

    heard: list[str]


def without(what: str) -> NoReturn:
    """Skip, or fail where a browser is required."""
    if os.environ.get("UTPARTNERS_BROWSER") == "required":
        pytest.fail(f"UTPARTNERS_BROWSER=required, but there is no {what}")
    pytest.skip(f"no {what}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        without("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        without("Playwright")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    contexts = []
    heard: list[str] = []

    def opening(
        file: Path,
        fragment: str = "",
        *,
        width: int = 1280,
        theme: str = "light",
        script: bool = True,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: heard.append(f"request: {request.url}"))
        page.goto(file.as_uri() + fragment)
        asked = fragment if fragment.startswith("?") else ""
        heard.remove(f"request: {file.as_uri()}{asked}")
        return page

    opening.heard = heard  # type: ignore[attr-defined]
    yield opening  # type: ignore[misc]
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def written(run: Run, path: Path, *options: str) -> Path:
    """The page that the program writes with some options."""
    done = run(*options, "export", "-o", str(path))
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="session")
def bundled(run: Run, folder: Path) -> Path:
    """The page of the bundled catalogue."""
    return written(run, folder / "bundled.html")


@pytest.fixture(scope="session")
def japanese(run: Run, folder: Path) -> Path:
    """The same in Japanese."""
    return written(run, folder / "japanese.html", "--lang", "ja")


@pytest.fixture(scope="session")
def hostile(run: Run, folder: Path) -> Path:
    """The page of a catalogue whose every text tries to be more than text."""
    return written(run, folder / "hostile.html", "--data", str(HOSTILE))


@pytest.fixture(scope="session")
def empty(run: Run, folder: Path) -> Path:
    """The page of a catalogue without partnerships."""
    path = folder / "empty.toml"
    path.write_text('[catalogue]\ntitle = "None"\nhome = "h"\n', encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write('[[country]]\ncode = "JP"\nname = "Japan"\n')
        file.write('[[institution]]\nid = "h"\nname = "Home"\ncountry = "JP"\n')
    return written(run, folder / "empty.html", "--data", str(path))
