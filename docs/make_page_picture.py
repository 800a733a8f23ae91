"""Takes the picture of the page that ``utpartners export -o partners.html`` writes.

Run it as ``python docs/make_page_picture.py`` with utpartners, Playwright and Chromium installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "pictures" / "page.png"
WIDTH, HEIGHT = 1280, 800


def main() -> None:
    """Write the page, and take its picture."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "partners.html")
        command = [sys.executable, "-m", "utpartners", "export", "-o", str(page)]
        subprocess.run(command, check=True)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        window.goto(page.as_uri())
        window.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
