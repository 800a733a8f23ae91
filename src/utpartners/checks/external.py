"""What is defined outside a catalogue: countries, coordinates, web addresses and ROR ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .. import model
from ..diagnostics import Problem, brief_repr, called, meaning
from ..i18n import translated
from .walk import values, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fields import Field

ASSIGNED = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
    VN VU WF WS YE YT ZA ZM ZW
    """.split()  # noqa: SIM905 (a quarter of the lines)
)
"""The alpha-2 codes that ISO 3166-1 assigns (2024)."""

_MEANT = {"UK": "GB", "EL": "GR", "SU": "RU", "YU": "RS", "AN": "CW", "BU": "MM"}
"""Codes that are in use elsewhere, or were once, and the assigned one."""


def country_codes(catalogue: model.Catalogue) -> Iterator[Problem]:
    """The code of a country is assigned in ISO 3166-1: ``GB`` for the United Kingdom."""
    for visit in walk(catalogue, model.Country):
        country = visit.record
        if country.code not in ASSIGNED and country.code not in USER_ASSIGNED:
            what = translated(
                "code: {code} is not an ISO 3166-1 code", code=brief_repr(country.code)
            )
            meant = _MEANT.get(country.code)
            hint = meaning(meant) if meant else ""
            # The country is called by its name here, as its code is what is wrong.
            record = called(visit.key, country.name)
            yield Problem(visit.path_to("code"), record, what, "country-code", hint)


USER_ASSIGNED = frozenset({"XK"})
"""Codes that ISO 3166-1 leaves to its users, and on which many have agreed: Kosovo."""


def user_assigned_countries(catalogue: model.Catalogue) -> Iterator[Problem]:
    """The code of a country is one that every program knows, which ``XK`` for Kosovo may not be.

    ISO 3166-1 leaves some codes to its users. This one is in wide use, among others by the European
    Commission, without being assigned.
    """
    for visit in walk(catalogue, model.Country):
        code = visit.record.code
        if code in USER_ASSIGNED:
            what = translated(
                "code: {code} is in use, but not assigned in ISO 3166-1", code=repr(code)
            )
            record = called(visit.key, visit.record.name)
            yield Problem(visit.path_to("code"), record, what, "user-assigned-country")


def coordinates(catalogue: model.Catalogue) -> Iterator[Problem]:
    """An institution has both a latitude and a longitude, or neither."""
    for visit in walk(catalogue, model.Institution):
        latitude, longitude = visit.record.latitude, visit.record.longitude
        if (latitude is None) != (longitude is None):
            there, missing = "latitude", "longitude"
            if latitude is None:
                there, missing = missing, there
            path = visit.path
            what = translated(
                "{missing}: required if {there} is given", missing=missing, there=there
            )
            yield Problem((*path, there), visit.name, what, "coordinates", lacking=path)


def web_addresses(catalogue: model.Catalogue) -> Iterator[Problem]:
    """A web address starts with ``http://`` or ``https://`` and a host, and contains no blanks."""
    for visit, field, index, url in values(catalogue, _is_url):
        if not _is_web_address(url):
            what = translated(
                "{key}: {url} is not a web address", key=field.key, url=brief_repr(url)
            )
            hint = _address_hint(url)
            yield Problem(visit.path_to(field.key, index), visit.name, what, "url", hint)


_ROR = re.compile(r"https://ror\.org/(0[a-hj-km-np-tv-z0-9]{6})([0-9]{2})\Z", re.ASCII)
_BARE_ROR = re.compile(r"(?:https?:)?/*(?:www\.)?(?:ror\.org/)?(0[a-z0-9]{8})/?\Z", re.I | re.ASCII)
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o and u."""


def ror_ids(catalogue: model.Catalogue) -> Iterator[Problem]:
    """A ROR id is ``https://ror.org/`` and nine characters, of which the last two are check digits.

    Typing errors are found in this way; whether the id belongs to the organisation is not checked.
    """
    for visit, field, index, ror in values(catalogue, _is_ror):
        if fault := _ror_fault(ror):
            what = f"{field.key}: {fault}"
            yield Problem(visit.path_to(field.key, index), visit.name, what, "ror", _ror_hint(ror))


def _is_url(field: Field) -> bool:
    return field.is_url


def _is_ror(field: Field) -> bool:
    return field.key == "ror"


def _is_web_address(url: str) -> bool:
    # Characters that cannot be seen, such as a change of direction, hide where an address leads.
    if " " in url or not url.isprintable():  # every other blank is unprintable
        return False
    try:
        parts = urlsplit(url)
        # Reading the port raises ValueError where it is no number or out of range.
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _ror_fault(ror: str) -> str:
    match = _ROR.match(ror)
    if match is None:
        return translated("{ror} is not a ROR id", ror=brief_repr(ror))
    # ISO/IEC 7064 (MOD 97-10), over the six characters as a number in base 32.
    number = 0
    for character in match[1]:
        number = number * 32 + _DIGITS.index(character)
    check = 98 - number * 100 % 97
    is_right = int(match[2]) == check
    return (
        "" if is_right else translated("the check digits of {ror} are wrong", ror=brief_repr(ror))
    )


def _ror_hint(ror: str) -> str:
    match = _BARE_ROR.match(ror.strip())
    meant = f"https://ror.org/{match[1].lower()}" if match else ""
    if meant and meant != ror and not _ror_fault(meant):
        return meaning(meant)
    return translated("copy it from https://ror.org, such as 'https://ror.org/057zh3y96'")


def _address_hint(url: str) -> str:
    for meant in (url.strip(), f"https://{url.strip().removeprefix('//')}"):
        host = urlsplit(meant).hostname if _is_web_address(meant) else None
        if host and "." in host and "@" not in meant:
            return meaning(meant)
    return translated("write http:// or https:// and a host")
