"""Websites and ROR ids can be followed, and mean what they should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..diagnostics import Path, Problem, brief_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Catalogue

_ROR = re.compile(r"https://ror\.org/(0[a-hj-km-np-tv-z0-9]{6})([0-9]{2})\Z", re.ASCII)
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o and u."""


def addresses(catalogue: Catalogue) -> Iterator[Problem]:
    """An address is one of the web: ``http://`` or ``https://``, then a host, without blanks."""
    for path, who, url in _urls(catalogue):
        if url is not None and not _is_of_the_web(url):
            key = path[-1]
            hint = "write http:// or https:// and a host"
            yield Problem(path, who, f"the {key} {brief_repr(url)} is no web address", "url", hint)


def ror_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """A ROR id is ``https://ror.org/`` and nine characters, of which the last two check the others.

    A slip in one of them is found; whether the id is that of the organisation is not.
    """
    tables: tuple[tuple[str, Iterable[Any]], ...] = (
        ("institution", catalogue.institutions),
        ("department", catalogue.departments),
    )
    for table, records in tables:
        for index, record in enumerate(records):
            if record.ror is not None and (what := _wrong_ror(record.ror)):
                who = f"{table} {brief_repr(record.id)}"
                yield Problem((table, index, "ror"), who, what, "ror")


def _wrong_ror(ror: str) -> str:
    match = _ROR.match(ror)
    if match is None:
        return f"{brief_repr(ror)} is no ROR id such as 'https://ror.org/057zh3y96'"
    number = 0
    for character in match[1]:
        number = number * 32 + _DIGITS.index(character)
    check = 98 - number * 100 % 97
    return (
        ""
        if int(match[2]) == check
        else f"the check digits of the ROR id {brief_repr(ror)} are wrong"
    )


def _is_of_the_web(url: str) -> bool:
    if any(c.isspace() or not c.isprintable() for c in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _urls(catalogue: Catalogue) -> Iterator[tuple[Path, str, str | None]]:
    for index, source in enumerate(catalogue.about.sources):
        yield (
            ("catalogue", "source", index, "url"),
            f"source {brief_repr(source.title)}",
            source.url,
        )
    tables: tuple[tuple[str, Iterable[Any]], ...] = (
        ("initiative", catalogue.initiatives),
        ("institution", catalogue.institutions),
        ("department", catalogue.departments),
    )
    for table, records in tables:
        for index, record in enumerate(records):
            yield (table, index, "website"), f"{table} {brief_repr(record.id)}", record.website
