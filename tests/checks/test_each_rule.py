"""What each rule finds, and what it lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Check, Told

    from utpartners.diagnostics import Finding
    from utpartners.model import Catalogue

HOME = 'name = "Home University"'
OTHER = 'name = "Other University"\ncountry'


def of(rule: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.problem.rule == rule]


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
    assert "write http:// or https:// and a host" in finding.problem.hint


def test_ror_ids_of_the_bundled_catalogue(utokyo: Catalogue) -> None:
    """All of a real catalogue do."""
    from utpartners.checks.addresses import ror_ids

    assert sum(1 for institution in utokyo.institutions if institution.ror) > 20
    assert list(ror_ids(utokyo)) == []


@pytest.mark.parametrize(
    ("ror", "expected"),
    [
        ("https://ror.org/057zh3y97", "the check digits of the ROR id"),
        ("https://ror.org/057zh3x96", "the check digits of the ROR id"),
        ("https://ror.org/075zh3y96", "the check digits of the ROR id"),
        ("057zh3y96", "is no ROR id such as"),
        ("http://ror.org/057zh3y96", "is no ROR id such as"),
        ("https://ror.org/057zh3y9", "is no ROR id such as"),
        ("https://ror.org/057zh3y96/", "is no ROR id such as"),
        ("https://ror.org/057ZH3Y96", "is no ROR id such as"),
        ("https://ror.org/157zh3y96", "is no ROR id such as"),
        ("https://ror.org/05lzh3y96", "is no ROR id such as"),
        ("https://ror.org/057zh3y٩٦", "is no ROR id such as"),
    ],
)
def test_no_ror_ids(check: Check, ror: str, expected: str) -> None:
    """One slip is found, and so is another form."""
    (finding,) = check((HOME, f"{HOME}\nror = '{ror}'"))
    assert (finding.place.line, finding.severity, finding.problem.rule) == (17, "error", "ror")
    assert expected in finding.problem.message


@pytest.mark.parametrize(
    ("code", "hint"), [("UK", "did you mean 'GB'?"), ("EL", "did you mean 'GR'?"), ("ZZ", "")]
)
def test_country_codes(check: Check, code: str, hint: str) -> None:
    """A code that ISO 3166-1 does not assign is an error; a common other one has a hint."""
    (finding,) = check(("[[country]]", f"[[country]]\ncode='{code}'\nname='X'\n[[country]]"))
    assert (finding.place.line, finding.problem.rule) == (11, "country-code")
    assert finding.problem.hint == hint


def test_assigned_country_codes() -> None:
    """All 249 assigned codes are known."""
    from utpartners.checks.world import ASSIGNED

    assert len(ASSIGNED) == 249
    assert {"JP", "GB", "TW", "SS", "BQ"} <= ASSIGNED
    assert not {"UK", "EU", "XK", "ZZ", "AA"} & ASSIGNED


@pytest.mark.parametrize(
    ("there", "missing"), [("latitude", "longitude"), ("longitude", "latitude")]
)
def test_half_a_place(told: Told, there: str, missing: str) -> None:
    """One coordinate without the other is an error."""
    (line,) = told((HOME, f"{HOME}\n{there} = 3.5"))
    assert line == (
        f"17:1 error coordinates: institution 'home': there is a {there}, but no {missing}"
    )


def test_half_a_place_that_cannot_be_read(check: Check) -> None:
    """A coordinate of a wrong type is told as that alone."""
    (finding,) = check((HOME, f"{HOME}\nlatitude = 3.5\nlongitude = 'E'"))
    assert finding.problem.rule == "type"


@pytest.mark.parametrize("value", ["91", "-90.1", "nan", "inf"])
def test_no_latitude(check: Check, value: str) -> None:
    """A latitude is from -90 to 90 degrees."""
    (finding,) = check((HOME, f"{HOME}\nlatitude = {value}\nlongitude = 1"))
    assert "degrees from -90 to 90" in finding.problem.message


@pytest.mark.parametrize("name", ["…", "-", "\u200b", "=", "🎓"])
def test_empty_names(check: Check, name: str) -> None:
    """A name without a letter or digit is an error, as nobody could ask for it."""
    (finding,) = check((HOME, f'name = "{name}"'))
    assert (finding.severity, finding.problem.rule) == ("error", "empty-name")


@pytest.mark.parametrize(
    "change",
    [
        (OTHER, 'name = "HOME university"\ncountry'),
        (OTHER, 'name = "The University of Home"\naliases = ["Home-University"]\ncountry'),
        (OTHER, 'name = "O"\nnames = { fr = "Hôme University" }\ncountry'),
        (OTHER, 'name = "O"\nabbreviation = "ＨＯＭＥ"\ncountry'),
    ],
)
def test_names_alike(check: Check, change: tuple[str, str]) -> None:
    """A name that means another record, too, is a warning that names it."""
    (finding,) = check(change)
    assert (finding.severity, finding.problem.rule) == ("warning", "names-alike")
    assert finding.problem.message.endswith("also means institution 'home'")


def test_alike_in_two_kinds(check: Check) -> None:
    """A partnership may have the name of its institution, a record several spellings of its own."""
    assert check((HOME, f'{HOME}\naliases = ["home university", "Home"]')) == []


def test_shared_abbreviations(check: Check) -> None:
    """Two may share an abbreviation or alias, as UC Berkeley and Universidad Católica do."""
    assert check((HOME, f'{HOME}\nabbreviation = "U"'), (OTHER, f'aliases = ["U"]\n{OTHER}')) == []
    (finding,) = check((HOME, f'{HOME}\nnames.en = "U"'), (OTHER, f'aliases = ["U"]\n{OTHER}'))
    assert finding.problem.rule == "names-alike"


def test_unused_department(told: Told) -> None:
    """A department that no partnership names is a warning."""
    assert told(('departments = ["gs-eng"]\n', "")) == [
        "26:1 warning unused-department: department 'gs-eng': no partnership names it"
    ]


@pytest.mark.parametrize("by", ["coordinator = 'gs-eng'", "source = 'x'"])
def test_used_departments(check: Check, by: str) -> None:
    """To coordinate or to take part in an activity is to be named."""
    more = "" if "coordinator" in by else "departments = ['gs-eng']\n"
    assert check(('departments = ["gs-eng"]', by), more=more) == []


def test_unused_institution(told: Told) -> None:
    """An institution that is no member of a partnership is a warning; the home one is none."""
    assert told(('members = ["other"]', 'members = ["home"]')) == [
        "20:1 warning unused-institution: institution 'other': no partnership has it as a member"
    ]


def test_without_activity(told: Told) -> None:
    """A partnership without an activity is a warning."""
    more = "[[partnership]]\nid = 'b'\nname = 'B'\nstatus = 's'\nmembers = ['other']\n"
    assert told(more=more) == ["41:1 warning without-activity: partnership 'b': it has no activity"]


@pytest.mark.parametrize("when", ["2015-05", "2015-05-06", "2015/2016-03"])
def test_calendar_without_year(check: Check, when: str) -> None:
    """The academic calendar on a month or a day is a warning."""
    (finding,) = check(('when = "2015"', f'when = "{when}"\ncalendar = "academic"'))
    assert (finding.severity, finding.place.line) == ("warning", 40)
    assert f"'{when}' is no year" in finding.problem.message


def test_calendar_without_time(check: Check) -> None:
    """So is that on no time at all."""
    (finding,) = check(('when = "2015"', 'calendar = "academic"'))
    assert "but no time is no year" in finding.problem.message


@pytest.mark.parametrize("when", ["2015", "2015/2016", "2015/.."])
def test_calendar_of_years(check: Check, when: str) -> None:
    """The academic calendar is for years."""
    assert check(('when = "2015"', f'when = "{when}"\ncalendar = "academic"')) == []


@pytest.mark.parametrize("when", ["2013", "2017", "2017-01-01/..", "../2013-12"])
def test_outside_phase(check: Check, when: str) -> None:
    """An activity wholly outside its phase is a warning that says the phase's years."""
    (finding,) = check(('when = "2015"', f'when = "{when}"'))
    assert (finding.severity, finding.problem.rule) == ("warning", "outside-phase")
    assert finding.problem.message.endswith("is outside phase 1 (2014-2016)")


@pytest.mark.parametrize("when", ["2014", "2016-12", "2010/2014-01", "2016/..", ".."])
def test_inside_phase(check: Check, when: str) -> None:
    """What is partly within its phase passes; so does what lasts."""
    found = check(('when = "2015"', f'when = "{when}"'))
    assert of("outside-phase", found) == []


def test_phase_without_end(check: Check) -> None:
    """A phase that goes on has no last year."""
    assert check(("last = 2016\n", ""), ('when = "2015"', 'when = "2030"')) == []
    (finding,) = check(("last = 2016\n", ""), ('when = "2015"', 'when = "2013"'))
    assert finding.problem.message.endswith("(2014-)")


def test_reversed_agreement(told: Told) -> None:
    """An agreement that ends before it was signed is an error."""
    agreement = "[[partnership.agreement]]\nkind='k'\nsigned='2015-04'\nends='2015-03'\n"
    assert told(more=agreement) == [
        (
            "44:1 error reversed-agreement: partnership 'other', agreement 'k':"
            " it ends in 2015-03, before it was signed in 2015-04"
        )
    ]
    assert told(more=agreement.replace("03", "04")) == []
    assert told(more=agreement.replace("ends='2015-03'", "")) == []


def test_reference_far_from_everything(check: Check) -> None:
    """An id that is near to none has no hint."""
    (finding, *_) = of("dangling-reference", check(('members = ["other"]', 'members = ["zzz"]')))
    assert finding.problem.hint == ""
