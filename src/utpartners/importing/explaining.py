"""``--explain COLUMN``: the values of a column, and what each became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Table
from ..i18n import translated
from .grid import text_of

if TYPE_CHECKING:
    from .entries import Entry
    from .importer import Import

COLUMNS = (
    Column("value"),
    Column("rows", "number"),
    Column("first_row", "number", heading="First row"),
    Column("became", "list"),
    Column("look", "list", heading="To look at"),
)


def explain(found: Import, column: str) -> Table:
    """Return a row for each value of a column, the frequent ones first."""
    from .importer import find_label

    label = find_label(list(found.guesses), column)
    guess = found.guesses[label]
    groups: dict[str, list[Entry]] = {}
    for entry in found.entries:
        labels = found.labels[entry.sheet]
        if label in labels:
            groups.setdefault(text_of(entry.cells[labels.index(label)]), []).append(entry)
    rows = [
        (
            value,
            len(entries),
            entries[0].row,
            list(
                dict.fromkeys(text for entry in entries for text in _became(entry, guess.use.field))
            )[:5],
            list(
                dict.fromkeys(
                    look.sentence
                    for entry in entries
                    for look in entry.looks
                    if value and value in look.text
                )
            ),
        )
        for value, entries in groups.items()
    ]
    rows.sort(key=lambda row: -row[1])
    title = translated("{column}: {meaning} ({reason})").format(
        column=label, meaning=meaning(guess.use.field), reason=guess.reason
    )
    return Table(COLUMNS, rows, title=title)


def _became(entry: Entry, field: str) -> list[str]:
    """Return what a value became in an entry."""
    if field == "partner":
        return [entry.partner.id] if entry.partner else []
    if field == "country":
        return [entry.country] if entry.country else []
    if field == "department":
        return entry.departments
    if field in ("status", "since"):
        return [entry.partnership[field]] if field in entry.partnership else []
    if field in entry.institution:
        return [str(entry.institution[field])]
    if field in ("period", "term"):
        return [
            " – ".join(one[key] for key in ("starts", "ends") if key in one) or one.get("term", "")
            for one in entry.agreements
        ]
    shown = []
    for one in entry.agreements:
        keys = {"ends": ("ends", "term", "renews"), "renews": ("renews",)}.get(field, (field,))
        shown += [str(one[key]) for key in keys if key in one]
    return shown


def meaning(field: str) -> str:
    """Return what a column holds, in words."""
    return {
        "partner": translated("the partner's name"),
        "names": translated("the partner's name in another language"),
        "aliases": translated("a former or another name of the partner"),
        "abbreviation": translated("the partner's abbreviation"),
        "country": translated("the partner's country"),
        "city": translated("the partner's city"),
        "website": translated("the partner's website"),
        "ror": translated("the partner's ROR id"),
        "school": translated("a school or department of the partner"),
        "department": translated("departments of the home institution"),
        "status": translated("the status"),
        "since": translated("since when they are partners"),
        "kind": translated("the kind of agreement"),
        "title": translated("the title of the agreement"),
        "id": translated("the reference number of the agreement"),
        "signed": translated("when the agreement was signed"),
        "starts": translated("when the agreement takes effect"),
        "ends": translated("when the agreement ends"),
        "ended": translated("when the agreement was terminated"),
        "period": translated("from when to when the agreement runs"),
        "term": translated("how long the agreement runs"),
        "renews": translated("how the agreement is renewed"),
        "notice": translated("the period of notice"),
        "out": translated("places for outgoing students"),
        "in": translated("places for incoming students"),
        "person": translated("who is responsible for it"),
        "email": translated("the e-mail address of that person"),
        "document": translated("the address or path of the document"),
        "note": translated("notes"),
        "agreement": translated("a mark where there is an agreement of this kind"),
        "ignore": translated("not used"),
    }[field]
