"""Find the agreement of the catalogue that a row is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .taken import Taken

Agreement = dict[str, Any]

_TELLING = ("kind", "signed", "title")


def identity(partnership: str, agreement: Agreement) -> str:
    """Return what tells an agreement of a sheet from others, from one run to the next."""
    if id := agreement.get("id"):
        return f"agreement/{partnership}/{id}"
    when = agreement.get("signed") or agreement.get("starts") or ""
    departments = ",".join(agreement.get("departments", ()))
    parts = (agreement["kind"], when, agreement.get("title", ""), departments)
    return f"agreement/{partnership}/{'|'.join(parts)}"


def shown_identity(name: str) -> str:
    """Return what people read for an identity: ``seestadt: general, 2019-04-01``."""
    _, partnership, agreement = name.split("/", 2)
    return f"{partnership}: {', '.join(part for part in agreement.split('|') if part)}"


def match(
    partnership: str, sheet: Sequence[Agreement], known: Sequence[Agreement], taken: Taken
) -> list[int | None]:
    """Return the index of the known agreement for each of the sheet; None for a new one.

    -1 is one that was taken before, and that somebody has removed from the catalogue since.
    """
    result: list[int | None] = [None] * len(sheet)
    free = set(range(len(known)))
    for fits in (_is_same, _is_alike):
        for place, one in enumerate(sheet):
            if result[place] is None:
                found = [index for index in sorted(free) if fits(one, known[index])]
                if found and (fits is _is_same or len(found) == 1):
                    result[place] = found[0]
                    free.discard(found[0])
    for place, one in enumerate(sheet):
        if result[place] is None and taken.has(identity(partnership, one)):
            edited = [index for index in sorted(free) if known[index]["kind"] == one["kind"]]
            result[place] = edited[0] if len(edited) == 1 else -1
            free.discard(result[place] or 0)
    return result


def _is_same(one: Agreement, other: Agreement) -> bool:
    if "id" in one and "id" in other:
        return bool(one["id"] == other["id"])
    departments = one.get("departments", []), other.get("departments", [])
    return (
        all(one.get(field) == other.get(field) for field in _TELLING)
        and one.get("starts") == other.get("starts")
        and sorted(departments[0]) == sorted(departments[1])
    )


def _is_alike(one: Agreement, other: Agreement) -> bool:
    """Return whether nothing that both say tells them apart, and dates differ in exactness only."""
    if "id" in one and "id" in other:
        return False
    if one["kind"] != other["kind"] or (
        "title" in one and "title" in other and one["title"] != other["title"]
    ):
        return False
    if (
        one.get("departments")
        and other.get("departments")
        and sorted(one["departments"]) != sorted(other["departments"])
    ):
        return False
    pairs = [
        (one[field], other[field])
        for field in ("signed", "starts")
        if field in one and field in other
    ]
    if not all(first.startswith(second) or second.startswith(first) for first, second in pairs):
        return False
    if pairs:
        return True
    ends = one.get("ends"), other.get("ends")
    return ends[0] == ends[1] or None in ends
