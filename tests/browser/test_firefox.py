"""The page in Firefox, as Debian installs it: driven by Marionette, Firefox's own protocol.

Playwright drives only a Firefox of its own build. As in Chromium, the tests are skipped on a
machine without the browser, unless UTPARTNERS_BROWSER=required.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.conftest import without

if TYPE_CHECKING:
    from marionette_driver.marionette import Marionette

pytestmark = pytest.mark.slow

SETTINGS = """
user_pref("marionette.port", {port});
user_pref("app.update.disabledForTesting", true);
user_pref("browser.backup.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
"""
"""Firefox asks nothing of the network on its own."""

ERRORS = """
return Services.console.getMessageArray().filter(
  (one) => one instanceof Ci.nsIScriptError && one.sourceName.startsWith("file:")
).map((one) => one.errorMessage);
"""
"""What the console has of the pages that were opened from disk."""

SHOWN = """
return [...document.querySelectorAll(".partner:not(.is-out)")].map((one) => one.innerText);
"""
OPEN = "return [...document.querySelectorAll('.record.is-open')].map((one) => one.id);"
BACKGROUND = "return getComputedStyle(document.documentElement).backgroundColor;"
THEME = "layout.css.prefers-color-scheme.content-override"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marionette]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        without("Firefox")
    try:
        with warnings.catch_warnings():
            # mozinfo, below it, asks for the name of the system in a way that is deprecated.
            warnings.simplefilter("ignore", DeprecationWarning)
            from marionette_driver.marionette import Marionette
    except ImportError:
        without("marionette_driver")
    profile = tmp_path_factory.mktemp("firefox")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (profile / "user.js").write_text(SETTINGS.format(port=port), "utf-8")
    # The console is of the system, and not of a page.
    options = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    command = [program, *options, "--profile", str(profile)]
    # The driver's own ways to start Firefox and to wait for it leave files and sockets open.
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        driver = Marionette(host="127.0.0.1", port=port)
        try:
            wait_for_port(port)
            driver.start_session()
            yield driver
            driver.delete_session()
        finally:
            process.terminate()


def wait_for_port(port: int) -> None:
    """Wait until somebody listens there; five minutes are enough for a very busy machine."""
    for _ in range(3000):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("Firefox did not start")


def errors(firefox: Marionette) -> Any:
    with firefox.using_context("chrome"):
        return firefox.execute_script(ERRORS)


def wait_for(firefox: Marionette, script: str, wanted: Any) -> None:
    """Wait until a script returns what is wanted."""
    from marionette_driver import Wait

    Wait(firefox, timeout=30).until(lambda one: one.execute_script(script) == wanted)


@pytest.mark.parametrize("name", ["bundled", "japanese", "hostile", "empty"])
def test_opening(request: pytest.FixtureRequest, firefox: Marionette, name: str) -> None:
    """A page opens with its script and without an error, and fits the window."""
    page: Path = request.getfixturevalue(name)
    firefox.navigate(page.as_uri())
    assert firefox.execute_script("return document.documentElement.className") == "scripted"
    wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert firefox.execute_script(wider) == 0
    assert errors(firefox) == []


def test_searching(bundled: Path, firefox: Marionette) -> None:
    """What is typed is found, Enter opens it at an address of its own, and back leads back."""
    from marionette_driver import By
    from marionette_driver.keys import Keys

    firefox.navigate(bundled.as_uri())
    field = firefox.find_element(By.ID, "by-q")
    field.send_keys("zurich")
    wait_for(firefox, "return document.querySelectorAll('.partner:not(.is-out)').length", 1)
    (shown,) = firefox.execute_script(SHOWN)
    assert "Swiss Federal Institute of Technology" in shown
    before = firefox.get_url()
    field.send_keys(Keys.ENTER)
    wait_for(firefox, OPEN, ["p-ethz"])
    assert "eth" in firefox.get_url()
    firefox.go_back()
    wait_for(firefox, OPEN, [])
    assert firefox.get_url() == before
    assert errors(firefox) == []


def test_an_address(bundled: Path, firefox: Marionette) -> None:
    """A record opens by its address."""
    firefox.navigate("about:blank")
    firefox.navigate(f"{bundled.as_uri()}#anu")
    wait_for(firefox, OPEN, ["p-anu"])


def test_themes(bundled: Path, firefox: Marionette) -> None:
    """The page is as dark as the system, and its button makes it the other."""
    from marionette_driver import By

    colours = {}
    for name, value in (("dark", 0), ("light", 1)):
        firefox.set_pref(THEME, value)
        firefox.navigate(bundled.as_uri())
        firefox.execute_script("localStorage.clear()")
        firefox.refresh()
        colours[name] = firefox.execute_script(BACKGROUND)
    assert colours["dark"] != colours["light"]
    firefox.find_element(By.ID, "theme").click()
    assert firefox.execute_script(BACKGROUND) == colours["dark"]
    assert errors(firefox) == []
