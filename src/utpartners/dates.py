"""What a person may have meant by a date that is not written as a catalogue writes dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .edtf import bounds
from .i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_ORDERS = tuple(
    re.compile(rf"{pattern}\Z", re.ASCII | re.IGNORECASE)
    for pattern in (
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?:[T ]\d\d:\d\d.*)?",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)?",
        r"(?P<y>\d{4})年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?",
        r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})",
        r"(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4})",
        r"(?P<m>\d{1,2})[./](?P<y>\d{4})",
        rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_MONTH}\s+(?P<y>\d{{4}})",
        rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})",
    )
)
"""Orders of year, month and day that are in use; where two fit, both may be meant."""

_SPAN = re.compile(r"(?P<first>\d{4})\s*[-–—/]\s*(?P<last>\d{2}|\d{4})\Z", re.ASCII)
_SINCE = re.compile(r"(?:since|from)?\s*(?P<first>\d{4})\s*[-–—/~]?\Z", re.ASCII | re.IGNORECASE)


def proposals(when: str) -> list[str]:
    """Return the dates and intervals that a text may mean, each as a catalogue writes it.

    >>> proposals("2019/04/01"), proposals("1.4.2019"), proposals("04/01/2019")
    (['2019-04-01'], ['2019-04-01'], ['2019-01-04', '2019-04-01'])
    """
    text = when.strip()
    if _exists(text):
        return [text]
    return list(dict.fromkeys(found for found in _meant(text) if _exists(found)))


def hint(when: str) -> str:
    """Return what to write instead of a date that is none: ``did you mean '2019-04-01'?``"""
    if found := proposals(when):
        return translated("did you mean {name}?", name=_either(map(repr, found)))
    return translated("use 2019, 2021-03, 2021-03-15, 2017/2020 or 2015/..")


def option_hint(when: str) -> str:
    """Return the same for a date on the command line, where an interval makes no sense."""
    if found := [one for one in proposals(when) if "/" not in one]:
        return translated("Did you mean {name}?", name=_either(found))
    return translated("Use 2019, 2021-03 or 2021-03-15.")


def _either(found: Iterable[str]) -> str:
    return translated(" or ").join(found)


def _meant(text: str) -> Iterator[str]:
    for order in _ORDERS:
        if match := order.match(text):
            parts = match.groupdict()
            month = parts.get("m") or _number(parts.get("name"))
            yield "-".join(part.zfill(2) for part in (parts["y"], month, parts.get("d")) if part)
    if match := _SPAN.match(text):
        first, last = match["first"], match["last"]
        yield f"{first}/{first[: 4 - len(last)]}{last}"
        yield f"{last}/{first}"
    if match := _SINCE.match(text):
        yield f"{match['first']}/.."


def _number(name: str | None) -> str | None:
    return str(_MONTHS.index(name.lower()) + 1) if name else None


def _exists(when: str) -> bool:
    try:
        bounds(when)
    except ValueError:
        return False
    return True
