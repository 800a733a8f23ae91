"""The page about what may be hostile: each protection has a test that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "security.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))
LINES = [line for line in PAGE.splitlines() if re.match(r"\| (?!What \||-)", line)]


def test_each_named_test_is_there() -> None:
    """The page names no test that was renamed or removed."""
    trees = {
        file: ast.parse((ROOT / "tests" / file).read_text("utf-8"))
        for file in dict.fromkeys(file for file, _ in NAMED)
    }
    there = {
        (file, node.name)
        for file, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    assert [one for one in NAMED if one not in there] == []


def test_each_protection_names_a_test() -> None:
    """What is claimed in a line of a table is tested somewhere."""
    assert [line for line in LINES if not re.search(r"`[\w/]+\.py::\w+`", line)] == []


def test_the_page_was_read() -> None:
    """The two tests above look at all of the page."""
    assert len(LINES) > 20
    assert len(NAMED) > 20
