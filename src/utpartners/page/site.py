"""A site: the page in each language, with links between them, and the data as files beside it."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from ..i18n import available, speaking, translated
from ..store.language import languages
from ..store.part import duplicate
from .context import page_context
from .downloads import Download, files
from .place import Version, place_of
from .rendered import rendered

if TYPE_CHECKING:
    from ..progress import Progress
    from ..store.store import Store

_OWN = "SELECT language, page FROM main.catalogue ORDER BY pk LIMIT 1"

INDEX = "index.html"
"""What web servers show for a folder."""


def write_pages(store: Store, folder: str, progress: Progress, ended_left_out: int) -> None:
    """Write a new folder with the pages and the data of what is shown of a catalogue."""
    found = versions(store)
    os.mkdir(folder)
    for version in found:
        inner = os.path.join(folder, version.folder)
        os.makedirs(inner, exist_ok=True)
        # A store speaks one language, and this one may have been asked in any.
        with closing(duplicate(store)) as own, speaking(_spoken(version.tag)):
            own.set_language(version.tag)
            _write_page(own, inner, version, found, progress, ended_left_out)


def versions(store: Store) -> list[Version]:
    """Return the page in the catalogue's language, and in others that it has names in.

    These are languages of the program: in any other, most of the page would be English.
    """
    own, _ = store.one(_OWN) or ("en", None)
    named = {_base(tag) for tag in languages(store.connection)}
    tags = [tag for tag in available() if tag in named and tag != _base(own)]
    return [Version(own, "", _name(own)), *(Version(tag, f"{tag}/", _name(tag)) for tag in tags)]


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _spoken(tag: str) -> str | None:
    """Return the language that the words of the program are in, on a page in a language."""
    return tag if _base(tag) in available() and _base(tag) != "en" else None


def _name(tag: str) -> str:
    if _base(tag) not in available():
        return tag
    with speaking(tag):
        return translated("English")


def _write_page(
    store: Store,
    folder: str,
    version: Version,
    found: list[Version],
    progress: Progress,
    ended_left_out: int,
) -> None:
    """Write the page of a version, and the data that it links to, in its folder."""
    links = []
    for name, label, _, content in files(store):
        with open(os.path.join(folder, name), "xb") as file:
            file.write(content)
        links.append(Download(name, label, name))
    _, address = store.one(_OWN) or ("en", None)
    context = page_context(store, progress, ended_left_out=ended_left_out)
    pieces = rendered(store, context, place_of(version, found, address, links))
    with open(os.path.join(folder, INDEX), "x", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
