"""What check says of the slips that people make: which value of which key, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.formats import check as check_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.conftest import Check, Report

WHEN = 'when = "2015"'
PARTNERSHIP = '[[partnership]]\nid = "{0}"\nname = "{0}"\nstatus = "primary"\nmembers = ["other"]\n'


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ('"2015/04/01"', "'2015/04/01' is not a date (did you mean '2015-04-01'?)"),
        (
            '"04/01/2015"',
            "'04/01/2015' is not a date (did you mean '2015-01-04' or '2015-04-01'?)",
        ),
        ('"13/01/2015"', "'13/01/2015' is not a date (did you mean '2015-01-13'?)"),
        ('"1.4.2015"', "'1.4.2015' is not a date (did you mean '2015-04-01'?)"),
        ('"1 April 2015"', "'1 April 2015' is not a date (did you mean '2015-04-01'?)"),
        ('"2015-2016"', "'2015-2016' is not a date (did you mean '2015/2016'?)"),
        ('"2016/2015"', "'2016/2015' ends before it starts (did you mean '2015/2016'?)"),
        ('"2015-02-30"', "there is no day 30 in '2015-02-30' (use 2019, 2021-03, 2021-03-15, "),
        ("2015-04-01", '(write it as text: "2015-04-01")'),
        ("2015-04-01T12:00:00", '(write it as text: "2015-04-01")'),
        ("2015", '(write it as text: "2015")'),
    ],
)
def test_dates(check: Check, when: str, said: str) -> None:
    """A date in another form gets the date that was meant, in the form of a catalogue."""
    (finding,) = check((WHEN, f"when = {when}"))
    assert finding.place.line == 39
    assert finding.problem.message.startswith("partnership 'other', activity 'Talks': when: ")
    assert said in finding.problem.message


SYNTAX = {
    "a missing quotation mark": ('a = 1\nb = "x\nc = 1\n', 2, "closing quotation mark"),
    "no quotation marks": ("a = 1\nb = unknown\n", 2, "a text must be in quotation marks"),
    "smart quotes": ("a = “x”\n", 1, "typographic quotation mark “; the parser says: "),
    "a conflict marker": ("a = 1\n<<<<<<< HEAD\nb = 1\n", 2, "a conflict marker of git; "),
    "the middle of a conflict": ("a = 1\n=======\nb = 1\n", 2, "a conflict marker of git; "),
    "a single bracket": (
        "[[partnership]]\n\n[partnership]\nid = 'a'\n",
        3,
        "[partnership] must be [[partnership]]; the parser says: ",
    ),
    "two single brackets": (
        "[partnership]\nid = 'a'\n[partnership]\nid = 'b'\n",
        1,
        "[partnership] must be [[partnership]]; the parser says: ",
    ),
    "an agreement before its partnership": (
        "[[partnership.agreement]]\nkind = 'k'\n\n[[partnership]]\nid = 'a'\n",
        1,
        "[[partnership.agreement]] comes before the first [[partnership]]; ",
    ),
    "a duplicate key": (
        "[catalogue]\ntitle = 'a'\nhome = 'h'\ntitle = 'b'\n",
        4,
        "duplicate key 'title'; the parser says: cannot overwrite a value (the first is in line 2",
    ),
    "a duplicate table": (
        "[catalogue]\ntitle = 'a'\n\n[catalogue]\nhome = 'h'\n",
        4,
        "duplicate table [catalogue]; ",
    ),
    "True": ("a = True\n", 1, "true and false are written in small letters; "),
}


@pytest.mark.parametrize("slip", SYNTAX)
def test_syntax(slip: str, tmp_path: Path) -> None:
    """A slip in the syntax is named at its line, with the parser's own words behind."""
    text, line, said = SYNTAX[slip]
    path = tmp_path / "c.toml"
    path.write_text(text, "utf-8")
    (finding,) = check_file(str(path))
    assert (finding.problem.rule, finding.place.line) == ("syntax", line)
    assert said in finding.problem.message


def test_the_case_of_an_id(report: Report) -> None:
    """An id in other letters is proposed as it is, however short."""
    found = report(('departments = ["gs-eng"]', 'departments = ["GS-ENG"]'))
    assert found[-1].endswith(
        "partnership 'other': departments: there is no department 'GS-ENG' (did you mean 'gs-eng'?)"
    )


def test_a_duplicate_id_is_told_once(report: Report) -> None:
    """A record that was copied is one problem, not one for each of its names."""
    more = "[[institution]]\nid = 'other'\nname = 'Other University'\ncountry = 'JP'\n"
    (line,) = report(more=more)
    assert line.endswith(
        "duplicate-id: institution 'other': id: 'other' is already used by another institution"
    )


@pytest.mark.parametrize(("count", "lines"), [(3, 3), (30, 1)])
def test_what_most_records_lack_is_told_once(report: Report, count: int, lines: int) -> None:
    """Where most partnerships have no activity, one line says how many."""
    found = report(more="".join(PARTNERSHIP.format(f"p{n}") for n in range(count)))
    assert len(found) == lines
    if lines == 1:
        assert found[0].endswith(
            "warning without-activity: catalogue file: "
            "30 of 31 partnerships: no activities are recorded"
        )


def test_outer_blanks(report: Report) -> None:
    """A blank at the end of a text, which nobody sees, is a warning."""
    (line,) = report(('status = "primary"', 'status = "primary "'))
    assert line.endswith(
        "warning outer-blanks: partnership 'other': status: 'primary ' begins or ends with a blank "
        "(did you mean 'primary'?)"
    )


@pytest.mark.parametrize("letter", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e", "\u200c"])
def test_invisible_character(report: Report, letter: str) -> None:
    """A character that nobody sees is a warning, with its number and the text without it."""
    (line,) = report(('status = "primary"', f'status = "prim{letter}ary"'))
    escaped = f"prim{letter}ary".encode("unicode_escape").decode() if letter != "\xad" else ""
    shown = escaped or "prim\\xadary"
    assert line.endswith(
        f"warning invisible-character: partnership 'other': status: '{shown}' has an invisible "
        f"character, U+{ord(letter):04X} (did you mean 'primary'?)"
    )


def test_invisible_character_of_a_name(check: Check) -> None:
    """Names in other languages are looked at too; what joins letters of Persian is none."""
    names = 'names = { ja = "北\u200b大学", fa = "دانش\u200cگاه" }'
    more = PARTNERSHIP.format("a").replace("status", f"{names}\nstatus")
    found = [one.problem for one in check(more=more) if one.problem.rule == "invisible-character"]
    (one,) = found
    assert one.path[-2:] == ("names", "ja")


def test_long_name(check: Check) -> None:
    """A name of more letters than are looked up is a warning."""
    more = PARTNERSHIP.format("a").replace("status", f'names = {{ ja = "{"京" * 301}" }}\nstatus')
    (one,) = [one.problem for one in check(more=more) if one.problem.rule == "long-name"]
    assert "has 301 characters, more than 300" in one.message


def test_letter_case(check: Check) -> None:
    """A status that differs from a more frequent one only in case or blanks is a warning."""
    more = "".join(PARTNERSHIP.format(id) for id in "abc").replace('"primary"', '"Primary"', 1)
    found = [one.problem for one in check(more=more) if one.problem.rule == "letter-case"]
    (one,) = found
    assert one.message == (
        "partnership 'a': status: 'Primary' differs from 'primary' only in case or blanks "
        "(did you mean 'primary'?)"
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('members = ["other"]', 'members = "other"'), '(write ["other"])'),
        (('code = "JP"', 'code = "jp"'), "(did you mean 'JP'?)"),
        ((WHEN, 'participants = "Over 100"'), "(did you mean 'over 100'?)"),
        ((WHEN, 'format = "on-line"'), "(did you mean 'online'?)"),
        (("phase = 1", 'phase = "1"'), "(write 1 without quotation marks)"),
        (("[[partnership]]", "[partnership]"), "(write [[partnership]] with double brackets)"),
    ],
)  # fmt: skip
def test_values(check: Check, change: tuple[str, str], said: str) -> None:
    """A value of a wrong form gets the one that was meant."""
    assert any(said in one.problem.message for one in check(change))


def test_unusual_ids(check: Check) -> None:
    """An id that a shell would act on is told, with one that needs no quotation marks."""
    more = '[[department]]\nid = "uni;touch${IFS}pwned"\ncode = "X"\nname = "X"\n'
    more += '[[department]]\nid = "ok-1_a.é"\ncode = "Y"\nname = "Y"\n'
    (one,) = [one for one in check(more=more) if one.problem.rule == "unusual-id"]
    assert one.severity == "warning"
    assert "'uni;touch${IFS}pwned'" in one.problem.what
    assert one.problem.hint == "did you mean 'uni-touch-ifs-pwned'?"
