"""Say what a heading within a table, or the name of a sheet, tells of the rows below it."""

from __future__ import annotations

import re
from typing import NamedTuple

from .countries import country, fold, regions
from .kinds import known_kind, known_status


class Heading(NamedTuple):
    """A heading, and what it gives the rows below that do not say it themselves."""

    text: str
    country: str | None = None
    status: str | None = None
    kind: str | None = None


_AROUND = "【】[]()（）■●◆□○◇▼▽<>＜＞*=-–—:： "
"""Marks around headings."""

_LISTED = re.compile(
    r"\b(?:agreements?|mous?|partners?|partnerships?|partner universities|universities|"
    r"institutions?|list(?: of)?|contracts?|abkommen|vereinbarungen|vertrage|partnerhochschulen|"
    r"accords?|conventions?|convenios?|avtal)\b|の?(?:協定校?|覚書|大学|機関|一覧|リスト)|した|"
    r"协议|院校|협정|\d{4}",
    re.IGNORECASE,
)
"""Words of headings for what is listed, beside what they say of it."""


def heading_of(text: str) -> Heading | None:
    """Return what a heading tells: a country, a status or a kind; None where it tells nothing.

    >>> heading_of("Terminated agreements").status, heading_of("【ドイツ】").country
    ('ended', 'DE')
    """
    plain = text.strip(_AROUND)
    if not plain or len(plain) > 80:
        return None
    if fold(plain) in regions():
        return Heading(text)
    found = country(plain)
    if found.code and len(plain) > 2 and not found.is_likely:
        return Heading(text, country=found.code)
    rest = _LISTED.sub(" ", plain).strip(_AROUND)
    for words in (plain, rest):
        if status := known_status(words):
            return Heading(text, status=status)
    for words in (plain, re.sub(r"(?i)(agreement|mou|programme|program|degree)s\b", r"\1", plain)):
        if kind := known_kind(words):
            return Heading(text, kind=kind)
    return None
