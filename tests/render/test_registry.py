"""Which formats there are, and which one a name or a path means."""

from __future__ import annotations

import pytest

from utpartners.errors import UsageError
from utpartners.render import FORMATS, NAMES, format_named, format_of_path


def test_formats() -> None:
    """The formats are there by their names, with suffixes of their own."""
    assert {"table", "csv", "tsv", "json", "jsonl", "markdown"} <= set(NAMES)
    suffixes = [suffix for format in FORMATS for suffix in format.suffixes]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.csv", "csv"),
        ("A.CSV", "csv"),
        ("x.tar.md", "markdown"),
        ("csv", "table"),
        (None, "table"),
    ],
)
def test_suffix(path: str | None, format: str) -> None:
    """The suffix of a path says the format, in any case; without one it is a table."""
    assert format_of_path(path) == format


def test_unknown_suffix() -> None:
    """A suffix of no format is refused with those that there are."""
    with pytest.raises(UsageError, match=r"'\.odt'") as error:
        format_of_path("list.odt")
    assert ".csv" in (error.value.hint or "")


def test_unknown_format() -> None:
    """A format that is none is refused with those that there are."""
    with pytest.raises(UsageError, match="'yaml'") as error:
        format_named("yaml")
    assert "jsonl" in (error.value.hint or "")
