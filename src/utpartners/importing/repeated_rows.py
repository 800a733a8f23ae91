"""Find rows about the same agreement: they are one where they agree, and a contradiction else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..i18n import translated
from .looks import Look
from .matching import identity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .entries import Entry
    from .known_partners import Partner

    First = dict[str, tuple[Entry, dict[str, Any]]]
    """The entry in which each agreement is first, and what it says of it."""


def look_at_repeated(entries: Sequence[Entry]) -> None:
    """Leave an agreement to the first of the rows that say the same of it; look at the others."""
    first: First = {}
    for entry in entries:
        if entry.looks or entry.partner is None:
            continue
        repeated = []
        for one in entry.agreements:
            name = identity(partnership_id(entry.partner), one)
            other, earlier = first.setdefault(name, (entry, one))
            if one is earlier:
                continue
            if other is not entry and earlier != one:
                entry.look(_contradiction(other, earlier, one))
                break
            repeated.append(one)
            said = translated("the same agreement as in row {row}")
            entry.remarks.append(said.format(row=other.row))
        entry.agreements = [one for one in entry.agreements if not any(one is r for r in repeated)]


def partnership_id(partner: Partner | None) -> str:
    """Return the id of the partnership that a partner has, or is to have."""
    return (partner.partnership or partner.id) if partner else ""


def _contradiction(other: Entry, earlier: dict[str, Any], one: dict[str, Any]) -> Look:
    what = translated("the same agreement as in row {row}, but not the same values: {fields}")
    fields = sorted(key for key in {*one, *earlier} if one.get(key) != earlier.get(key))
    return Look("contradiction", what.format(row=other.row, fields=", ".join(fields)))
