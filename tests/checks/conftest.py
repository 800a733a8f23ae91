"""A catalogue without a problem, and what is wrong with changed ones."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from utpartners.formats.problems import in_toml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from utpartners.diagnostics import Finding

RIGHT = """\
[catalogue]
title = "T"
home = "home"

[[phase]]
number = 1
first = 2014
last = 2016

[[country]]
code = "JP"
name = "Japan"

[[institution]]
id = "home"
name = "Home University"
country = "JP"

[[institution]]
id = "other"
name = "Other University"
country = "JP"

[[department]]
code = "GS Eng"
id = "gs-eng"
name = "Engineering"

[[partnership]]
id = "other"
name = "Other University"
status = "primary"
members = ["other"]
departments = ["gs-eng"]

[[partnership.activity]]
title = "Talks"
kind = "lecture"
when = "2015"
phase = 1
"""


class Check(Protocol):
    """Finds what is wrong with the right catalogue after texts in it were replaced."""

    def __call__(self, *changes: tuple[str, str], more: str = "") -> list[Finding]:
        """The findings; ``more`` is put at the end of the file."""
        ...


class Report(Protocol):
    """The same, as what people read."""

    def __call__(self, *changes: tuple[str, str], more: str = "") -> list[str]:
        """``line:column severity rule: message``."""
        ...


@pytest.fixture(scope="session")
def check() -> Check:
    def checking(*changes: tuple[str, str], more: str = "") -> list[Finding]:
        text = RIGHT
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        found = in_text(text + more)
        require_places(text + more, found)
        return found

    return checking


def require_places(text: str, found: Iterable[Finding]) -> None:
    """Fail where a problem stands at what is not in the text; the last key may be missing there."""
    try:
        document: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    for finding in found:
        at = document
        for key in finding.problem.path[:-1]:
            at = at[key]


def in_text(text: str) -> list[Finding]:
    """The findings of a whole text."""
    return in_toml("c.toml", text)


@pytest.fixture(scope="session")
def report(check: Check) -> Report:
    def reporting(*changes: tuple[str, str], more: str = "") -> list[str]:
        return [
            f"{line}:{column} {severity} {problem.rule}: {problem.message}"
            for (_, _, line, column), severity, problem in check(*changes, more=more)
        ]

    return reporting
