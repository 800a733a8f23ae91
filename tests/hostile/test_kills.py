"""A folder that is replaced is the old one or the new one, whenever the program is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals"),
]

ROOT = Path(__file__).parents[2]

WHOLE = {"the old one", "the new one", "the new one, exit status 0"}
"""What may be found, with nothing beside it."""

LEFT = {
    "exchange": {"the old one, left: .part", "the new one, left: .part"},
    "steps": {
        "the old one, left: .part",
        "the old one, aside, left: .old .part",
        "the new one, left: .old",
    },
}
"""What may also be found after SIGKILL, after which no program can remove anything."""


@pytest.mark.parametrize("way", LEFT)
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_killed_while_a_folder_is_replaced(
    clean_env: dict[str, str], tmp_path: Path, way: str, name: str
) -> None:
    """Killed at steps of writing and at random moments, it leaves a whole folder; only where
    folders are exchanged in steps it may be aside, and only SIGKILL leaves anything beside it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.kills", way, name, "7", "10", "1"],
        cwd=tmp_path, env={**clean_env, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert sum(found.values()) > 30
    assert set(found) <= WHOLE | (LEFT[way] if name == "SIGKILL" else set())
