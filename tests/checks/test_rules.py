"""The list of rules, and the page about them."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from utpartners.checks.rules import READING, RULES, SEVERITY

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def make_rules() -> Any:
    """The script that writes the page."""
    spec = spec_from_file_location("make_rules", DOCS / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_names() -> None:
    """No two rules share a name."""
    assert len(SEVERITY) == len(READING) + len(RULES)


@pytest.mark.parametrize("rule", [*READING, *RULES], ids=lambda rule: rule.name)
def test_each_says_what_it_asks(rule: Any) -> None:
    """A rule has a docstring, which starts with a sentence."""
    first = (rule.check.__doc__ or "").split("\n\n")[0]
    assert first.endswith(".")


def test_what_a_reader_refuses_is_an_error() -> None:
    """Whatever must hold for a catalogue to be read is an error of check."""
    required = {rule.name: rule.severity for rule in RULES if rule.is_consistency}
    assert required == dict.fromkeys(
        ("duplicate-id", "duplicate-link", "dangling-reference", "time"), "error"
    )


def test_the_page_is_that_of_the_rules(make_rules: Any) -> None:
    """docs/rules.md is what docs/make_rules.py writes now."""
    assert (DOCS / "rules.md").read_text("utf-8") == make_rules.rules()


def test_check_says_what_is_stale(
    make_rules: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """--check writes nothing and fails for a file that is missing or differs."""
    monkeypatch.setattr(make_rules, "PATH", tmp_path / "rules.md")
    monkeypatch.setattr("sys.argv", ["make_rules.py", "--check"])
    assert make_rules.main() == 1
    assert capsys.readouterr().err == "rules.md is out of date: run make_rules.py\n"
    monkeypatch.setattr("sys.argv", ["make_rules.py"])
    assert make_rules.main() == 0
    monkeypatch.setattr("sys.argv", ["make_rules.py", "--check"])
    assert make_rules.main() == 0
