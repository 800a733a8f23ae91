"""What errors and notes of the command line say: which value of which option, then what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

SAID = {
    "list --limit -1": ("--limit: '-1' is not a number of rows", "Use a whole number, such as 10."),
    "list --since abc": ("--since: 'abc' is not a date", "Use 2019, 2021-03 or 2021-03-15."),
    "list --statu primary": ("there is no option --statu", "Did you mean --status?"),
    "list --since": ("--since needs a value", "See 'utpartners"),
    "about GS Eng": (
        "unexpected argument 'GS Eng'",
        "Put a value of several words in quotation marks. See 'utpartners about --help'.",
    ),
    "list Germny": (
        "there is no status, country, region, department, partner or kind of activity 'Germny'",
        "Did you mean:",
    ),
    "list --region Mars": (
        "there is no region 'Mars'",
        "Choose from: European Union, Africa, Americas, Asia, Europe, Oceania.",
    ),
    "list --sort size": ("--sort: there is no column 'size'", "Choose from: id, name, "),
    "timeline --since 2020 --until 2019": (
        "--since 2020 is after --until 2019",
        "Swap the two dates.",
    ),
    "show": ("NAME... is required", "Name of a partnership, or of an institution"),
    "export --table foo": ("--table: 'foo' is not a possible value", "Choose from: links, "),
    "timeline --since abc": ("--since: 'abc' is not a date", "Use 2019, 2021-03 or 2021-03-15."),
    "agreements --on 2019/04/01": ("--on: '2019/04/01' is not a date", "Did you mean 2019-04-01?"),
    "agreements --expiring soon": ("--expiring: 'soon' is not a period", "Use 90d, 8w, 12m or 2y."),
    "list --status foo": ("there is no status 'foo'", "Choose from: primary, prospective."),
    "list --home foo": ("there is no home 'foo'", "The only home is utokyo."),
    "show UC": ("'UC' matches 2 partnerships", "Use an id or a longer part of the name:"),
    "show Tohoku": (
        "there is no partnership or institution 'Tohoku'",
        "To find where it is mentioned: utpartners search Tohoku",
    ),
    "compare KTH Stockholm University": (
        "'KTH Stockholm University' names only one partnership",
        "Name another one after it.",
    ),
    "tree -o t.svg": (
        "tree cannot be written as svg",
        "Only matrix, timeline and export can.",
    ),
    "check -f svg": ("check cannot be written as svg", "Only matrix, timeline and export can."),
    "check": ("no catalogue file given", "Name it: utpartners check catalogue.toml"),
    "sql": ("no SQL statement given", "Type one in quotes, such as utpartners sql 'SELECT"),
    "list --excel -f json": (
        "--excel applies to csv, not to json",
        "Use -f csv. xlsx files do not need it.",
    ),
    "list --lang xx": ("--lang: language 'xx' is not available", "Choose from: en, "),
    "list --fields foo": ("--fields: there is no column 'foo'", "Choose from: id, name, "),
    "list -f word": ("there is no output format 'word'", "Choose from: table, csv, "),
    "list -o x.docx": ("no output format has the file extension '.docx'", "Add -f, or choose "),
    "timeline ２０１８": ("there is no status, ", "For a year, add --since 2018 --until 2018."),
    "show 東京": ("The University of Tokyo (utokyo) is in", "Try: utpartners about"),
    "check nofile": (
        "cannot read nofile: no such file",
        "Check the path: ",
    ),
    "diff a b": ("cannot read a: no such file", "Check the path: "),
    "list --data nofile": ("cannot read nofile: no such file", "Check the path: "),
}


CANNOT_ANSWER = (
    "Germny",
    "Mars",
    "status foo",
    "home foo",
    "UC",
    "Tohoku",
    "nofile",
    "a b",
    "２０１８",
    "東京",
)
"""Ends of the lines that name a record or file that is not there; the others are wrong usage."""


@pytest.mark.parametrize("line", SAID)
def test_errors(line: str, run: Run, tmp_path: Path) -> None:
    """An error names the value and its option or file; the next line can be followed."""
    done = run(*line.split(), cwd=tmp_path)
    message, hint = SAID[line]
    first, *rest = done.stderr.splitlines()
    assert done.returncode == (1 if line.endswith(CANNOT_ANSWER) else 2)
    assert first.startswith(f"utpartners: {message}")
    assert "\n".join(rest).startswith(hint)
    assert bool(rest) == bool(hint)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("list --since 2015", "Not listed: 13 partnerships with no start date recorded."),
        (
            "agreements --on 2016 --expiring 1d",
            "agreements whose end is not known; 'utpartners agreements' lists them all.",
        ),
    ],
)
def test_notes(line: str, note: str, run: Run) -> None:
    """A note counts what is left out, of which kind, and why."""
    assert note in run(*line.split()).stderr
