"""The list of partners: grouped as a reader looks for them, and the sentence above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..drawing.marks import OTHER, marks
from ..i18n import translated

if TYPE_CHECKING:
    from ..answers import Facts
    from ..drawing.marks import Mark
    from .context import PageContext

FEW = 60
"""Partnerships up to which they are grouped by status; more are found by their countries."""


class PartnerGroup(NamedTuple):
    """Partnerships under one heading; ``mark`` is that of their status, if they share one."""

    heading: str
    partnerships: list[Facts]
    mark: Mark | None


def partner_groups(context: PageContext) -> list[PartnerGroup]:
    """Return the partnerships by status, or by country and from A to Z where there are many."""
    records = context.partnerships
    if len(records) <= FEW:
        known = marks(context.vocabulary)
        return [
            PartnerGroup(context.said_status(status), own, known.get(status, OTHER))
            for status in context.statuses
            if (own := [record for record in records if record["status"] == status])
        ]
    found: dict[str, list[Facts]] = {name: [] for name in context.countries.values()}
    for record in records:
        for code in record["countries"]:
            found[context.countries[code]].append(record)
    return [
        PartnerGroup(name, sorted(own, key=lambda one: str(one["name"]).casefold()), None)
        for name, own in found.items()
        if own
    ]


def headline(context: PageContext) -> str:
    """Return what the catalogue has in a sentence: partnerships by status, partners, countries."""
    if not context.partnerships:
        if context.ended_left_out:
            return translated("No current partnerships")
        return translated("No partnerships yet")
    counted = translated("{count} {status}")
    by_status = [
        counted.format(count=f"{count:,}", status=context.said_status(status))
        for status, count in context.statuses.items()
    ]
    institutions = context.counts["totals", "partner institutions"]
    countries = context.counts["totals", "partner countries"]
    words = [context.said_status(status) for status in context.statuses]
    # "9 primary partnerships", but no "9 Active partners partnerships".
    is_phrase = all(word.islower() for word in words)
    counts = by_status if len(by_status) <= MOST_STATUSES else []
    said = translated("{partnerships} with {institutions} in {countries}").format(
        partnerships=_partnerships(counts if is_phrase else [], len(context.partnerships)),
        institutions=(
            translated("{count} institution")
            if institutions == 1
            else translated("{count} institutions")
        ).format(count=f"{institutions:,}"),
        countries=(
            translated("{count} country") if countries == 1 else translated("{count} countries")
        ).format(count=f"{countries:,}"),
    )
    if is_phrase or not counts:
        return said
    return translated("{headline}: {counts}").format(headline=said, counts=_joined(counts))


def ended(context: PageContext) -> str:
    """Return the sentence on the partnerships that are not listed as they have ended."""
    count = context.ended_left_out
    one = translated("Not listed: {count} partnership that has ended.")
    several = translated("Not listed: {count} partnerships that have ended.")
    return (one if count == 1 else several).format(count=f"{count:,}") if count else ""


MOST_STATUSES = 4
"""Statuses up to which the sentence has the count of each."""


def _partnerships(by_status: list[str], total: int) -> str:
    if not by_status:
        several, one = translated("{count} partnerships"), translated("{count} partnership")
        return (one if total == 1 else several).format(count=f"{total:,}")
    pattern = (
        translated("{counts} partnership") if total == 1 else translated("{counts} partnerships")
    )
    return pattern.format(counts=_joined(by_status))


def _joined(texts: list[str]) -> str:
    return (
        translated(" and ").join([translated(", ").join(texts[:-1]), texts[-1]])
        if texts[1:]
        else texts[0]
    )
