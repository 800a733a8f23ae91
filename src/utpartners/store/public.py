"""What is public of a catalogue: its records without what is internal, for public outputs.

Facts are left out here, before anything asks for them, so that no output has to know of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .fill import in_memory
from .records import records

if TYPE_CHECKING:
    from collections.abc import Collection

    from .. import model
    from .store import Store


def public_store(store: Store) -> Store:
    """Return the public facts of the one catalogue of a store, in the language that it has."""
    found = in_memory(public_records(records(store)), store.origin)
    if store.language is not None:
        found.set_language(store.language)
    return found


def public_records(catalogue: model.Catalogue) -> model.Catalogue:
    """Return a catalogue without its internal fields, but with those that it says are public."""
    also = frozenset(catalogue.about.public)
    if not also.isdisjoint(("person", "person.name")):
        # Whoever is named needs an id, by which others refer to them.
        also |= {"person.id", "person.name"}
    else:
        # Nobody may refer to people who are not there.
        also -= {"partnership", "partnership.coordinators", "agreement", "agreement.people"}
    found: model.Catalogue = _public(catalogue, "", also)
    return found


def left_out(store: Store) -> tuple[int, int, int]:
    """Return how many notes, documents and people of a store are internal, and left out."""
    whole = records(store)
    shown = public_records(whole)
    counts = [_counts(one) for one in (whole, shown)]
    notes, documents, people = (a - b for a, b in zip(*counts, strict=True))
    return notes, documents, people


def _counts(catalogue: model.Catalogue) -> tuple[int, int, int]:
    agreements = [one for p in catalogue.partnerships for one in p.agreements]
    return (
        sum(bool(one.note or one.notes) for one in catalogue.partnerships)
        + sum(bool(one.note or one.notes) for one in agreements),
        sum(one.document is not None for one in agreements),
        len(catalogue.people),
    )


def _public(record: Any, key: str, also: Collection[str]) -> Any:
    from msgspec.structs import replace

    from ..fields import fields_of, is_public

    changes: dict[str, Any] = {}
    kind: type[model.Record] = type(record)
    for field in fields_of(kind).values():
        value = getattr(record, field.attribute)
        if key and not is_public(f"{key}.{field.key}", also):
            changes[field.attribute] = type(value)() if isinstance(value, (list, dict)) else None
        elif field.form == "records":
            is_kept = field.key != "person" or is_public("person.id", also)
            changes[field.attribute] = (
                [_public(one, field.key, also) for one in value] if is_kept else []
            )
        elif field.form == "record" and value is not None:
            changes[field.attribute] = _public(value, field.key, also)
    return replace(record, **changes)
