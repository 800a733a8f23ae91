"""Ask a university's catalogue of strategic partnerships.

>>> import utpartners
>>> catalogue = utpartners.open_catalogue()
>>> [row["id"] for row in catalogue.dept("GS", "Econ").records()]
['anu', 'uchicago']
"""

from __future__ import annotations

from .version import VERSION

# As of the type checkers' rules; typing itself takes long to import, and until the program runs,
# Ctrl-C ends in a traceback.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from .answers import Card as Card
    from .answers import Column as Column
    from .answers import Table as Table
    from .api import Catalogue as Catalogue
    from .api import open_catalogue as open_catalogue
    from .errors import Ambiguous as Ambiguous
    from .errors import CatalogueError as CatalogueError
    from .errors import NotFound as NotFound
    from .errors import UtpartnersError as UtpartnersError

_PLACES = {
    "Catalogue": "api",
    "open_catalogue": "api",
    "Ambiguous": "errors",
    "CatalogueError": "errors",
    "NotFound": "errors",
    "UtpartnersError": "errors",
    "Card": "answers",
    "Column": "answers",
    "Table": "answers",
}

__version__ = VERSION

__all__ = ["__version__", *_PLACES]


def __dir__() -> list[str]:
    """Return the public names, also those that are not imported yet."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: the command line starts without most of them."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
