"""The list below a map: the institutions whose names have no room on it, under their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from .looks import SMALL
from .map_labels import MOST_LISTED
from .text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .map_labels import City, Facts

FULL, SHORTER, COUNTED = LISTS = (None, MOST_LISTED, 1)
"""How many institutions of a city a list names at most: of more it says the number. A list is
shorter where the longer one does not fit the picture.
"""

MOST_LINES = 24
"""Lines of a list, beyond which a shorter one is taken: it would be larger than the map."""


def is_short(lines: Sequence[str], most: int | None) -> bool:
    """Return whether a list is short enough, or cannot be shorter."""
    return len(lines) <= MOST_LINES or most == COUNTED


def lines_below(
    numbers: Mapping[int, Sequence[City]], without: Iterable[Facts], wide: float, most: int | None
) -> list[str]:
    """Return the lines of the list, and those on institutions without coordinates.

    A city with more than ``most`` institutions is told by their number.
    """
    texts = [
        f"{number} {'; '.join(_told(city, most) for city in cities)}"
        for number, cities in numbers.items()
    ]
    missing = [str(one["name"]) for one in without if not one["home"]]
    if most == 1 and len(missing) > MOST_LISTED:
        said = translated("Not on the map, as no coordinates are recorded: {count} institutions")
        said = said.format(count=len(missing))
    else:
        said = translated("Not on the map, as no coordinates are recorded: {names}")
        said = said.format(names=", ".join(missing))
    lines = _wrapped("; ".join(texts), wide) if texts else []
    return [*lines, *(_wrapped(said, wide) if missing else ())]


def _told(city: City, most: int | None) -> str:
    count = len(city.institutions)
    if most is not None and count > most and city.town:
        return translated("{city}: {count} institutions").format(city=city.town, count=count)
    names = ", ".join(str(one["name"]) for one in city.institutions)
    return f"{city.town}: {names}" if city.town else names


def _wrapped(text: str, wide: float) -> list[str]:
    return wrapped(text, wide, SMALL, most=len(text))
