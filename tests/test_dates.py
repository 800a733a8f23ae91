"""What is proposed for a date that is not written as a catalogue writes it."""

from __future__ import annotations

import pytest

from utpartners.dates import option_hint, proposals


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2019/04/01", ["2019-04-01"]),
        ("2019.4.1", ["2019-04-01"]),
        ("20190401", ["2019-04-01"]),
        ("2019年4月1日", ["2019-04-01"]),
        ("2019-04-01T09:30:00", ["2019-04-01"]),
        ("31/12/2019", ["2019-12-31"]),
        ("12/31/2019", ["2019-12-31"]),
        ("04/01/2019", ["2019-01-04", "2019-04-01"]),
        ("1.4.2019", ["2019-04-01"]),
        ("April 2019", ["2019-04"]),
        ("Apr 1, 2019", ["2019-04-01"]),
        ("2019-20", ["2019/2020"]),
        ("2020/2017", ["2017/2020"]),
        ("since 2015", ["2015/.."]),
        (" 2019 ", ["2019"]),
        ("31.2.2019", []),
        ("yesterday", []),
    ],
)
def test_proposals(text: str, meant: list[str]) -> None:
    """Each order in use is understood, both where two fit, and only dates that exist."""
    assert proposals(text) == meant


def test_an_option_takes_no_interval() -> None:
    """On the command line a single date is proposed, never an interval."""
    assert option_hint("2019/04/01") == "Did you mean 2019-04-01?"
    assert option_hint("2019-2020") == "Use 2019, 2021-03 or 2021-03-15."
