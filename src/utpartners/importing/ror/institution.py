"""Find the organisation that an institution of a catalogue is, by its id or by all its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ...i18n import translated
from .find import find
from .near import MOST_CANDIDATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ... import model
    from .find import Found
    from .index import Index
    from .organisation import Organisation

LONGEST_ABBREVIATION = 5
"""Letters of an alias in capitals that is no name."""


class Meant(NamedTuple):
    """What an institution is in the registry."""

    state: Literal["known", "match", "candidate", "none"]
    organisations: list[Organisation]
    reason: str


def found_for(index: Index, one: model.Institution) -> Meant:
    """Return the organisation with the ROR id of an institution, or else with its names."""
    if one.ror:
        known = index.by_id(one.ror)
        return Meant("known", [known] if known else [], "")
    found = [find(index, text, one.country, one.city) for text in _names(one)]
    # A school has the name of its university beside its own: the university is not what it is.
    whole = [answer for answer in found if answer.state == "match" and not answer.schools]
    meant = {answer.organisations[0].id: answer for answer in reversed(whole)}
    if len(meant) == 1:
        (answer,) = meant.values()
        return Meant("match", answer.organisations, answer.reason)
    candidates = _candidates(found)
    if len(meant) > 1:
        reason = translated("its names are those of several organisations")
    elif candidates:
        first = next(answer for answer in found if answer.organisations)
        reason = first.reason
    else:
        return Meant("none", [], found[0].reason)
    return Meant("candidate", candidates, reason)


def _candidates(found: list[Found]) -> list[Organisation]:
    distinct = {one.id: one for answer in found for one in answer.organisations}
    return list(distinct.values())[:MOST_CANDIDATES]


def _names(one: model.Institution) -> Iterator[str]:
    """Yield the names of an institution; of abbreviations, which many may have, only its name."""
    others = [*one.names.values(), *one.aliases, *(name.name for name in one.former)]
    yield from dict.fromkeys([one.name, *(text for text in others if not _is_short(text))])


def _is_short(text: str) -> bool:
    return text.isupper() and len(text) <= LONGEST_ABBREVIATION
