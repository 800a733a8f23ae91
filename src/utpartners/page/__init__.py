"""The page that an office puts on its web site: one file that loads nothing and runs anywhere.

A site is the same in several languages, with the data in files.

``context`` collects the facts, a module for each picture lays it out, ``rendered`` fills the
``templates``, ``place`` says where they are, ``site`` writes a folder. ``style`` and
``script`` go into the file as they are. Everything can be read without the script, which adds
search and filters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UtpartnersError
from ..extras import missing
from ..i18n import translated
from ..progress import no_progress
from ..store.public import public_store
from ..store.records import require_one
from .context import page_context
from .downloads import downloads
from .ended import without_ended
from .place import Place, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.store import Store

MOST = 2_000
"""Partnerships of the largest page: with more, a browser becomes slow."""

MOST_ACTIVITIES = 10_000
"""Activities of the largest page."""


def page(
    store: Store, progress: Progress = no_progress, *, internal: bool = False, ended: bool = False
) -> Iterator[str]:
    """Yield the page of a catalogue in pieces, in the language in use.

    It has ``internal`` facts and ``ended`` partnerships only if they are asked for. Raises
    UtpartnersError for several catalogues, for one that is too large, or without Jinja.
    """
    shown, left_out = _shown(store, internal=internal, ended=ended)
    try:
        from .rendered import rendered
    except ImportError as error:
        raise missing(translated("the page"), "jinja2") from error
    context = page_context(shown, progress, ended_left_out=left_out)
    address = address_of(context.about["page"], "")
    return rendered(shown, context, Place(address, downloads=downloads(shown)))


def _shown(store: Store, *, internal: bool, ended: bool) -> tuple[Store, int]:
    """Return what is shown of a store, and how many partnerships are left out as they have ended.

    Raises UtpartnersError where it does not fit on a page.
    """
    require_fit(store)
    shown = store if internal else public_store(store)
    return (shown, 0) if ended else without_ended(shown)


def write(
    store: Store, path: str, progress: Progress, *, internal: bool = False, ended: bool = False
) -> None:
    """Write the page as a new file; this and ``require_fit`` make it a form of a catalogue.

    See :func:`page` for what it shows, and for the errors.
    """
    pieces = page(store, progress, internal=internal, ended=ended)
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def write_site(
    store: Store, path: str, progress: Progress, *, internal: bool = False, ended: bool = False
) -> None:
    """Write a new folder: the page in each language, with links between them, and the data.

    ``index.html`` is in the language of the catalogue; ``ja/index.html`` and others are in those
    languages of the program that the catalogue has names in. See :func:`page` for what is shown,
    and for the errors.
    """
    shown, left_out = _shown(store, internal=internal, ended=ended)
    try:
        from .site import write_pages
    except ImportError as error:
        raise missing(translated("the page"), "jinja2") from error
    write_pages(shown, path, progress, left_out)


def require_fit(store: Store) -> None:
    """Raise UtpartnersError, which says what to do instead, for too large or several catalogues."""
    require_one(store)
    for table, most in (("partnership", MOST), ("activity", MOST_ACTIVITIES)):
        (count,) = store.one(f"SELECT count(*) FROM {table}") or (0,)  # noqa: S608
        if count > most:
            raise UtpartnersError(
                _too_much(table).format(most=most, count=count),
                translated(
                    "Export a part (--status, --country, --dept), or write catalogue.db and open "
                    "it with Datasette:"
                )
                + "\n  utpartners export -o catalogue.db && datasette catalogue.db",
            )


def _too_much(table: str) -> str:
    if table == "partnership":
        return translated(
            "a page can have at most {most:,} partnerships, and this one would have {count:,}"
        )
    return translated(
        "a page can have at most {most:,} activities, and this one would have {count:,}"
    )
