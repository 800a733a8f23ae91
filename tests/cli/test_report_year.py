"""The year of a report as a word."""

from __future__ import annotations

from tests.conftest import Run


def test_year_as_a_word(run: Run) -> None:
    """``report 2020`` is the report on 2020; other words are filters as everywhere."""
    said = run("report", "2020", "--json")
    assert said.returncode == 0, said.stderr
    assert said.stdout == run("report", "--year", "2020", "--json").stdout
    assert run("report", "2020", "Sweden", "--json").stdout != said.stdout


def test_two_years(run: Run) -> None:
    """Two years are no year of a report, and the error says which words it means."""
    done = run("report", "2019", "2020")
    assert done.returncode == 1
    assert "2019" in done.stderr
