"""What a document says of itself: whose it is, of which day, and where its facts come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..agreement_state import today
from ..questions.multi_home import catalogue_as_of, catalogue_title, home_names
from ..time_words import shown_time
from ..vocabulary import word
from .document import Letterhead

if TYPE_CHECKING:
    from ..store.store import Store

MOST_SOURCES = 12
"""Sources that a document names at most."""

_SOURCES = """
SELECT DISTINCT title, publisher, url FROM source ORDER BY catalogue, position LIMIT :most
"""


def letterhead(store: Store | None) -> Letterhead:
    """Return what a document of a store says of itself; without one, only the day."""
    day = shown_time(today())
    if store is None:
        return Letterhead("", "", "", (), day)
    sources = tuple(
        ", ".join(filter(None, (title, word(publisher or ""), url)))
        for title, publisher, url in store.rows(_SOURCES, {"most": MOST_SOURCES})
    )
    return Letterhead(
        home_names(store), catalogue_title(store), catalogue_as_of(store), sources, day
    )
