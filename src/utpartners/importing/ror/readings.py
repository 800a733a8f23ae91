"""The names that a text may have in it, with what stands beside each: schools, places, initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ... import normalize
from ..cut_names import before_school, is_school
from ..cut_names import cut as cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..cut_names import CutName

MOST_PARTS = 7
"""Parts between commas of which names are tried."""

MOST_PLACE_WORDS = 2
"""Words of a place that follows a name without a comma."""

_SEPARATOR = re.compile(r"\s*[,，、;；()（）\[\]]\s*|\s+[-–—/|]\s+")


class Reading(NamedTuple):
    """A name in a text."""

    name: str
    schools: tuple[str, ...] = ()
    """The schools and departments beside it."""
    beside: tuple[str, ...] = ()
    """What else stands beside it, and has to be known of what the name means."""
    places: tuple[str, ...] = ()
    """What has to be the place of what the name means."""


def readings(found: CutName) -> Iterator[Reading]:
    """Yield what may be the name in a text, the longest first; each once."""
    seen = set()
    for reading in _all(found):
        if reading not in seen and normalize.words(reading.name):
            seen.add(reading)
            yield reading


def _all(found: CutName) -> Iterator[Reading]:
    schools = (found.school,) if found.school else ()
    yield Reading(found.whole)
    yield Reading(found.name, schools)
    for other in found.others:
        yield Reading(other, schools)
    if split := before_school(found.name):
        yield Reading(split[0], (*schools, split[1]))
    yield from _of_parts(found.name, schools)
    if found.whole != found.name:
        yield from _of_parts(found.whole, ())
    yield from _without_places(found.name, schools)


def _of_parts(text: str, schools: tuple[str, ...]) -> Iterator[Reading]:
    """Yield each run of the parts between commas and brackets as a name."""
    parts = [part for part in _SEPARATOR.split(text) if normalize.words(part)]
    if not 1 < len(parts) <= MOST_PARTS:
        return
    for length in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - length + 1):
            others = (*parts[:start], *parts[start + length :])
            yield Reading(
                ", ".join(parts[start : start + length]),
                (*schools, *filter(is_school, others)),
                tuple(part for part in others if not is_school(part)),
            )


def _without_places(text: str, schools: tuple[str, ...]) -> Iterator[Reading]:
    """Yield a name without the words at its end or start that may be a place."""
    words = text.split()
    for count in range(1, MOST_PLACE_WORDS + 1):
        if len(words) > count:
            ends = (words[:-count], words[-count:]), (words[count:], words[:count])
            for rest, place in ends:
                yield Reading(" ".join(rest), schools, places=(" ".join(place),))
