"""The page that an office puts on its web site: one file that loads nothing and runs anywhere.

``context`` collects the facts, a module for each picture lays it out, ``rendered`` fills the
``templates``. ``style`` and ``script`` go into the file as they are. Everything can be read without
the script, which adds search and filters.
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.store import Store

MOST = 2_000
"""Partnerships of the largest page: with more, a browser becomes slow."""

MOST_ACTIVITIES = 10_000
"""Activities of the largest page."""


def page(store: Store, progress: Progress = no_progress) -> Iterator[str]:
    """Yield the page of a catalogue in pieces, in the language in use, with public facts only.

    Raises UtpartnersError for several catalogues, for one that is too large, or without Jinja.
    """
    require_fit(store)
    try:
        from .rendered import rendered
    except ImportError as error:
        raise missing(translated("the page"), "jinja2") from error
    shown = public_store(store)
    return rendered(shown, page_context(shown, progress))


def write(store: Store, path: str, progress: Progress) -> None:
    """Write the page as a new file; this and ``require_fit`` make it a form of a catalogue.

    See :func:`page` for the errors.
    """
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(page(store, progress))


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
