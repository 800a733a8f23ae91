"""The page is valid HTML, as the Nu HTML Checker sees it: the reference of the web's own rules.

It is a Java program, which the npm package vnu-jar brings to UTPARTNERS_NODE_MODULES.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.page.conftest import HOSTILE, Paged, Read

PACKAGES = os.environ.get("UTPARTNERS_NODE_MODULES")
VNU = Path(PACKAGES or "", "vnu-jar", "build", "dist", "vnu.jar")

pytestmark = pytest.mark.skipif(PACKAGES is None, reason="UTPARTNERS_NODE_MODULES is not set")


def test_valid(bundled: Read, paged: Paged, small_path: Path, tmp_path: Path) -> None:
    """There is no error in the pages of several catalogues, in English and Japanese."""
    reads = (bundled, paged(small_path), paged(small_path, "ja"), paged(HOSTILE), paged(""))
    for number, read in enumerate(reads):
        (tmp_path / f"{number}.html").write_text(read.html, encoding="utf-8")
    pages = sorted(map(str, tmp_path.glob("*.html")))
    command = ["java", "-jar", str(VNU), "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=120)
    assert [message["message"] for message in json.loads(done.stderr)["messages"]] == []
