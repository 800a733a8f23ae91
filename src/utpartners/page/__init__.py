"""The page that an office puts on its web site: one file, which loads nothing and runs anywhere.

``asked`` gets the answers, a module for each picture places what is in them, ``templates`` say it
in HTML. ``style`` and ``script`` go into the file as they are. The script only adds: everything
can be read without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UtpartnersError
from ..progress import no_progress
from ..store.records import require_one
from .asked import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.store import Store

MOST = 2_000
"""Partnerships that one page is for: beyond, a reader's browser grows slow."""

MOST_ACTIVITIES = 10_000
"""Activities, likewise."""


def page(store: Store, progress: Progress = no_progress) -> Iterator[str]:
    """The page of a catalogue, in pieces, in the language in use.

    Raises UtpartnersError where a catalogue is too large, or is several, or Jinja is not installed.
    """
    require_fit(store)
    try:
        from .rendered import rendered
    except ImportError as error:
        raise UtpartnersError(
            "the page needs Jinja", "Install it: python -m pip install 'utpartners[page]'"
        ) from error
    return rendered(store, asked(store, progress))


def write(store: Store, path: str, progress: Progress) -> None:
    """Write the page as a new file; this and ``require_fit`` make it a form of a catalogue.

    See :func:`page` for the errors.
    """
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(page(store, progress))


def require_fit(store: Store) -> None:
    """Raise UtpartnersError, which says what to do instead, for what is too large or is several."""
    require_one(store)
    for table, most in (("partnership", MOST), ("activity", MOST_ACTIVITIES)):
        (count,) = store.one(f"SELECT count(*) FROM {table}") or (0,)  # noqa: S608
        if count > most:
            things = {"partnership": "partnerships", "activity": "activities"}[table]
            raise UtpartnersError(
                f"a page is for at most {most:,} {things}, and this would have {count:,}",
                "Export a part of it (--status, --country, --dept); or write catalogue.db and open "
                "it with Datasette:\n"
                "  utpartners export -o catalogue.db && datasette catalogue.db",
            )
