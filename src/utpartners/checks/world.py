"""Countries are those of ISO 3166-1, and places have both coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Problem, brief_repr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue

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


def country_codes(catalogue: Catalogue) -> Iterator[Problem]:
    """The code of a country is one that ISO 3166-1 assigns: the United Kingdom is ``GB``."""
    for index, country in enumerate(catalogue.countries):
        if country.code not in ASSIGNED:
            what = f"{country.code!r} is no code of ISO 3166-1"
            meant = _MEANT.get(country.code)
            hint = f"did you mean {meant!r}?" if meant else ""
            who = f"country {brief_repr(country.name)}"
            yield Problem(("country", index, "code"), who, what, "country-code", hint)


def coordinates(catalogue: Catalogue) -> Iterator[Problem]:
    """A place has a latitude and a longitude, or neither."""
    for index, institution in enumerate(catalogue.institutions):
        given = {"latitude": institution.latitude, "longitude": institution.longitude}
        missing = [key for key, value in given.items() if value is None]
        if len(missing) == 1:
            (there,) = given.keys() - missing
            who = f"institution {brief_repr(institution.id)}"
            what = f"there is a {there}, but no {missing[0]}"
            at = ("institution", index)
            yield Problem((*at, there), who, what, "coordinates", lacking=at)
