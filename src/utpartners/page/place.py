"""Where a page is: its address, the same page in other languages, and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from ..visible import is_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .downloads import Download


class Version(NamedTuple):
    """The page of a site in one language."""

    tag: str
    """The language (BCP 47)."""
    folder: str
    """Its folder within the site, such as ``ja/``; empty for that of the site itself."""
    name: str
    """The language as it calls itself, or its tag where that is unknown."""


class Alternate(NamedTuple):
    """The page in a language, as another page links to it."""

    tag: str
    name: str
    link: str
    """Its path from the other page, which also works on a disk."""
    address: str
    """Where it is published, else the path."""


class Place(NamedTuple):
    """What a page says of where it stands."""

    address: str | None = None
    """Where it is published."""
    versions: Sequence[Alternate] = ()
    """The page in each language, this one included, that of the site's own folder first."""
    others: Sequence[Alternate] = ()
    """The page in the other languages."""
    downloads: Sequence[Download] = ()
    is_single: bool = True
    """Whether everything is in one file."""


def place_of(
    version: Version, versions: Sequence[Version], site: str | None, downloads: Sequence[Download]
) -> Place:
    """Return the place of a page of a site that is published at an address."""
    up = "../" if version.folder else ""
    alternates = [
        Alternate(
            one.tag,
            one.name,
            f"{up}{one.folder}index.html",
            address_of(site, one.folder) or f"{up}{one.folder}index.html",
        )
        for one in versions
    ]
    others = [found for found in alternates if found.tag != version.tag]
    return Place(
        address_of(site, version.folder),
        alternates if others else (),
        others,
        downloads,
        is_single=False,
    )


def address_of(site: str | None, folder: str) -> str | None:
    """Return the address of a folder of the site whose first page has an address, if it has one.

    >>> address_of("https://www.example.ac.jp/partners/", "ja/")
    'https://www.example.ac.jp/partners/ja/'
    >>> address_of("https://www.example.ac.jp/partners/index.html", "ja/")
    'https://www.example.ac.jp/partners/ja/index.html'
    >>> address_of("https://www.example.ac.jp/partners", "ja/")
    'https://www.example.ac.jp/partners/ja/'
    """
    if not site or not is_address(site) or not folder:
        return site if site and is_address(site) else None
    scheme, host, path, _, _ = urlsplit(site)
    base, _, name = path.rpartition("/")
    if "." in name:  # the name of a file, which is the same in each folder
        return urlunsplit((scheme, host, f"{base}/{folder}{name}", "", ""))
    return urlunsplit((scheme, host, f"{path.rstrip('/')}/{folder}", "", ""))
