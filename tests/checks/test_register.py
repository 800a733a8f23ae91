"""The rules of a register: agreements, what has ended, and who is responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import agreement_state

if TYPE_CHECKING:
    from tests.checks.conftest import Check

MEMBERS = 'members = ["other"]'
AGREEMENT = '\n[[partnership.agreement]]\nkind = "general"\n'
STATUSES = '[[status]]\nid = "primary"\n[[status]]\nid = "over"\nended = true\n'
OLD_DEPARTMENT = '[[department]]\nid = "old"\ncode = "O"\nname = "Old"\nuntil = "2020"\n'
PERSON = '[[person]]\nid = "sato"\nname = "Sato"\nuntil = "2024-03"\n'


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 30 June 2026."""
    monkeypatch.setattr(agreement_state, "today", lambda: "2026-06-30")


def problems(check: Check, *changes: tuple[str, str], more: str = "") -> list[tuple[str, str]]:
    found = (one.problem for one in check(*changes, more=more))
    return [(one.rule, one.message.partition(": ")[2]) for one in found]


def status(word: str) -> tuple[str, str]:
    return 'status = "primary"', f'status = "{word}"'


@pytest.mark.parametrize(
    ("changes", "more", "expected"),
    [
        (
            [status("ended")],
            AGREEMENT + 'ends = "2028"',
            [("ended-with-agreement", "has ended, but its agreement 'general' is in force")],
        ),
        (
            [status("over")],
            AGREEMENT + 'term = "open"\n' + STATUSES,
            [("ended-with-agreement", "has ended, but its agreement 'general' is in force")],
        ),
        (
            [(MEMBERS, MEMBERS + '\nuntil = "2025"')],
            AGREEMENT + 'renews = "automatic"',
            [("ended-with-agreement", "has ended, but its agreement 'general' is in force")],
        ),
        ([status("ended")], AGREEMENT + 'ends = "2024"', []),
        (
            [],
            AGREEMENT + 'ends = "2024"',
            [("lapsed-agreement", "its last agreement has ended: 2024")],
        ),
        ([], AGREEMENT + 'ends = "2024"' + AGREEMENT, []),
        ([], AGREEMENT + 'ends = "2024"\nrenews = "automatic"', []),
        (
            [],
            AGREEMENT + 'signed = "2020"' + AGREEMENT + 'signed = "2020"',
            [("repeated-agreement", "the agreement 'general' is there twice")],
        ),
        (
            [],
            AGREEMENT + 'id = "a"' + 2 * (AGREEMENT + 'replaces = ["a"]\nsigned = "2019"'),
            [
                ("repeated-agreement", "the agreement 'general' is there twice"),
                ("replaced-agreement", "replaces: 'a' is already replaced by another agreement"),
            ],
        ),
        (
            [],
            AGREEMENT
            + 'id = "a"\nsigned = "2020"'
            + AGREEMENT
            + 'replaces = ["a"]\nsigned = "2019"',
            [("replaced-agreement", "replaces: 'a' began after this agreement")],
        ),
        (
            [(MEMBERS, MEMBERS + '\nsince = "2021"')],
            AGREEMENT + 'signed = "2019-04"',
            [("late-start", "since: '2021' is after the first agreement was signed ('2019-04')")],
        ),
        ([(MEMBERS, MEMBERS + '\nsince = "2019-05"')], AGREEMENT + 'signed = "2019"', []),
        (
            [],
            AGREEMENT + 'starts = "2030"\nends = "2029"',
            [("reversed-agreement", "ends: '2029' is before starts '2030'")],
        ),
        (
            [(MEMBERS, MEMBERS + '\nsince = "2030"\nuntil = "2029"')],
            "",
            [("reversed-time", "until: '2029' is before since '2030'")],
        ),
        (
            [(MEMBERS, MEMBERS + '\ncoordinators = ["sato"]')],
            PERSON,
            [("person-left", "coordinators: 'sato' left in 2024-03")],
        ),
        (
            [],
            AGREEMENT + 'people = ["sato"]\nterm = "open"\n' + PERSON,
            [("person-left", "people: 'sato' left in 2024-03")],
        ),
        ([], AGREEMENT + 'people = ["sato"]\n' + PERSON, []),
        (
            [('name = "Engineering"', 'name = "Engineering"\nuntil = "2020"')],
            "",
            [("department-ended", "departments: 'gs-eng' ceased to exist in 2020")],
        ),
        (
            [],
            AGREEMENT
            + 'departments = ["old"]\nterm = "open"'
            + AGREEMENT
            # No agreement in force: of which department it was does not matter any more.
            + 'departments = ["old"]\nends = "2019"\n'
            + OLD_DEPARTMENT,
            [("department-ended", "departments: 'old' ceased to exist in 2020")],
        ),
        (
            [status("primry")],
            STATUSES,
            [("unknown-status", "status: there is no status 'primry'")],
        ),
        (
            [('title = "T"', 'title = "T"\npublic = ["person.mail"]')],
            "",
            [("public", "public: 'person.mail' is not an internal field")],
        ),
        ([('title = "T"', 'title = "T"\npublic = ["person"]')], "", []),
    ],
)
def test_rules(
    check: Check, changes: list[tuple[str, str]], more: str, expected: list[tuple[str, str]]
) -> None:
    """Each rule finds what it is about, says what to do, and is silent where all is well."""
    found = problems(check, *changes, more=more)
    assert sorted(rule for rule, _ in found) == sorted(rule for rule, _ in expected)
    for rule, said in expected:
        assert any(name == rule and said in message for name, message in found)


def test_the_successor_is_named(check: Check) -> None:
    """Of a department that has ended, the hint is what it became."""
    ended = 'name = "Engineering"\nuntil = "2020"\nsuccessor = "tech"'
    tech = '[[department]]\nid = "tech"\ncode = "T"\nname = "Technology"\n'
    found = problems(check, ('name = "Engineering"', ended), more=tech)
    assert any("(its successor is 'tech')" in message for _, message in found)


def test_blanks_inside_a_status(check: Check) -> None:
    """Two statuses that differ in blanks only are one that is misspelt."""
    other = '[[partnership]]\nid = "{}"\nname = "{}"\nstatus = "{}"\nmembers = ["other"]\n'
    more = other.format("b", "Beta", "on hold") + other.format("c", "Gamma", "on  hold")
    found = dict(problems(check, status("on hold"), more=more))
    assert "differs from 'on hold' only in case or blanks" in found["letter-case"]


def test_the_same_replaced_agreement_twice_in_a_list(check: Check) -> None:
    """An agreement that lists one twice has replaced it: no other agreement has."""
    agreements = AGREEMENT + 'id = "a"' + AGREEMENT + 'replaces = ["a", "a"]\nsigned = "2019"'
    found = problems(check, more=agreements)
    assert "replaced-agreement" not in dict(found)
    assert any("listed twice" in message for _, message in found)
