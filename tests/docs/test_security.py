"""The page about what may be hostile: each protection has a test that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "security.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))
LINES = [line for line in PAGE.splitlines() if re.match(r"\| (?!What \||-)", line)]


@pytest.mark.parametrize(("file", "function"), NAMED, ids="::".join)
def test_a_named_test_is_there(file: str, function: str) -> None:
    """The page names no test that was renamed or removed."""
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("line", LINES)
def test_each_protection_names_a_test(line: str) -> None:
    """What is claimed in a line of a table is tested somewhere."""
    assert re.search(r"`[\w/]+\.py::\w+`", line)


def test_the_page_was_read() -> None:
    """The two tests above look at all of the page."""
    assert len(LINES) > 20
    assert len(NAMED) > 20
