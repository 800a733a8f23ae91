"""The pages of a site, from a folder on a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.conftest import Opened
from tests.conftest import Run

pytestmark = pytest.mark.slow


def test_the_other_language_shows_the_same(run: Run, tmp_path: Path, opened: Opened) -> None:
    """The link to the other language leads to the same record, and back; nothing is reported."""
    assert run("export", "-f", "site", "-o", "site", cwd=tmp_path).returncode == 0
    page = opened(tmp_path / "site" / "index.html", "#anu")
    page.click("a[hreflang=ja]")
    page.wait_for_url("**/site/ja/index.html#anu")
    assert page.locator("#p-anu").is_visible()
    assert "オーストラリア国立大学" in page.inner_text("#p-anu")
    page.click("a[hreflang=en]")
    page.wait_for_url("**/site/index.html#anu")
    assert not [one for one in opened.heard if not one.startswith("request: file:")]
