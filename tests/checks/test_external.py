"""Countries, coordinates, web addresses and ROR ids: what is found, and what passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Check, Report

    from utpartners.model import Catalogue

HOME = 'name = "Home University"'


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "https://example.org:8080/a?b=c#d",
        "https://大学.jp/",
        "HTTPS://EXAMPLE.ORG",
        "https://[::1]/",
    ],
)
def test_addresses(check: Check, url: str) -> None:
    """An address of the web passes."""
    assert check((HOME, f"{HOME}\nwebsite = '{url}'")) == []


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "www.example.org/path",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "file:///etc/passwd",
        "http:",
        "http://",
        "https:///path",
        "https:example.org",
        "http://[",
        "http://[::1",
        "https://example.org:port",
        "https://example.org:99999",
        "https://example.org/a b",
        "https://example.org/\u202e",
        " https://example.org",
    ],
)
@pytest.mark.parametrize("table", ["institution", "department", "initiative", "source"])
def test_no_addresses(check: Check, url: str, table: str) -> None:
    """What is none is an error, wherever an address may stand."""
    change, more = {
        "institution": ((HOME, f"{HOME}\nwebsite = '{url}'"), ""),
        "department": (('name = "Engineering"', f"name = 'E'\nwebsite = '{url}'"), ""),
        "initiative": (("T", "T"), f"[[initiative]]\nid = 'i'\nname = 'I'\nwebsite = '{url}'\n"),
        "source": (("T", "T"), f"[[catalogue.source]]\ntitle = 'S'\nurl = '{url}'\n"),
    }[table]
    (finding,) = check(change, more=more)
    assert (finding.severity, finding.problem.rule) == ("error", "url")
    proposals = {
        "www.example.org/path": "did you mean 'https://www.example.org/path'?",
        " https://example.org": "did you mean 'https://example.org'?",
        "example.org": "did you mean 'https://example.org'?",
        "//example.org": "did you mean 'https://example.org'?",
    }
    assert finding.problem.hint == proposals.get(url, "write http:// or https:// and a host")


def test_ror_ids_of_the_bundled_catalogue(utokyo: Catalogue) -> None:
    """All of a real catalogue do."""
    from utpartners.checks.external import ror_ids

    assert sum(1 for institution in utokyo.institutions if institution.ror) > 20
    assert list(ror_ids(utokyo)) == []


@pytest.mark.parametrize(
    ("ror", "expected"),
    [
        ("https://ror.org/057zh3y97", "the check digits of"),
        ("https://ror.org/057zh3x96", "the check digits of"),
        ("https://ror.org/075zh3y96", "the check digits of"),
        ("057zh3y96", "is not a ROR id"),
        ("http://ror.org/057zh3y96", "is not a ROR id"),
        ("https://ror.org/057zh3y9", "is not a ROR id"),
        ("https://ror.org/057zh3y96/", "is not a ROR id"),
        ("https://ror.org/057ZH3Y96", "is not a ROR id"),
        ("https://ror.org/157zh3y96", "is not a ROR id"),
        ("https://ror.org/05lzh3y96", "is not a ROR id"),
        ("https://ror.org/057zh3y٩٦", "is not a ROR id"),
    ],
)
def test_no_ror_ids(check: Check, ror: str, expected: str) -> None:
    """One slip is found, and so is another form."""
    (finding,) = check((HOME, f"{HOME}\nror = '{ror}'"))
    assert (finding.place.line, finding.severity, finding.problem.rule) == (17, "error", "ror")
    assert expected in finding.problem.message


COPY = "copy it from https://ror.org, such as 'https://ror.org/057zh3y96'"
MEANT = "did you mean 'https://ror.org/057zh3y96'?"


@pytest.mark.parametrize(
    ("ror", "hint"),
    [
        ("057zh3y96", MEANT),
        (" ror.org/057zh3y96/ ", MEANT),
        ("http://www.ror.org/057ZH3Y96", MEANT),
        ("057zh3y97", COPY),
        ("https://ror.org/057zh3y97", COPY),
        ("University of Tokyo", COPY),
    ],
)
def test_what_ror_id_is_meant(check: Check, ror: str, hint: str) -> None:
    """An id in another form is proposed in the right one, unless its check digits are wrong."""
    found = [one.problem.hint for one in check((HOME, f"{HOME}\nror = '{ror}'"))]
    assert hint in found


@pytest.mark.parametrize(
    ("code", "hint"), [("UK", "did you mean 'GB'?"), ("EL", "did you mean 'GR'?"), ("ZZ", "")]
)
def test_country_codes(check: Check, code: str, hint: str) -> None:
    """A code that ISO 3166-1 does not assign is an error; a common other one has a hint."""
    (finding,) = check(("[[country]]", f"[[country]]\ncode='{code}'\nname='X'\n[[country]]"))
    assert (finding.place.line, finding.problem.rule) == (11, "country-code")
    assert finding.problem.hint == hint


def test_kosovo(check: Check) -> None:
    """A code that is in wide use without being assigned is a warning."""
    (finding,) = check(more='[[country]]\ncode = "XK"\nname = "Kosovo"\n')
    assert (finding.severity, finding.problem.rule) == ("warning", "user-assigned-country")


def test_assigned_country_codes() -> None:
    """All 249 assigned codes are known."""
    from utpartners.checks.external import ASSIGNED

    assert len(ASSIGNED) == 249
    assert {"JP", "GB", "TW", "SS", "BQ"} <= ASSIGNED
    assert not {"UK", "EU", "XK", "ZZ", "AA"} & ASSIGNED


@pytest.mark.parametrize(
    ("there", "missing"), [("latitude", "longitude"), ("longitude", "latitude")]
)
def test_half_a_place(report: Report, there: str, missing: str) -> None:
    """One coordinate without the other is an error."""
    (line,) = report((HOME, f"{HOME}\n{there} = 3.5"))
    assert line == (
        f"17:1 error coordinates: institution 'home': {missing}: required if {there} is given"
    )


def test_half_a_place_that_cannot_be_read(check: Check) -> None:
    """A coordinate of a wrong type is reported as that alone."""
    (finding,) = check((HOME, f"{HOME}\nlatitude = 3.5\nlongitude = 'E'"))
    assert finding.problem.rule == "type"


@pytest.mark.parametrize("value", ["91", "-90.1", "nan", "inf"])
def test_no_latitude(check: Check, value: str) -> None:
    """A latitude is from -90 to 90 degrees."""
    (finding,) = check((HOME, f"{HOME}\nlatitude = {value}\nlongitude = 1"))
    assert "degrees from -90 to 90" in finding.problem.message
