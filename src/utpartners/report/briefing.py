"""The briefing on one partnership, for who leads a delegation: on one page or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..drawing.canvas import Size
from ..i18n import translated
from ..questions.heading import country_names, id_in
from ..questions.record_names import namers
from ..questions.selection import select
from ..questions.show_brief import phases_in_words, responsible
from ..vocabulary import word
from . import listing, parts
from .document import Block, Document, Heading, Pairs, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Answer, Card, Facts
    from ..store.store import Store

MAP = Size(215, 215)
MOST_LINES = 7
"""Departments that have a line each."""


def document(store: Store, answer: Answer) -> Document:
    """Return the briefing on what ``show`` answers."""
    card = cast("Card", answer)
    facts = card.record()
    if "activities" not in facts or "status" not in facts:
        return listing.document(store, answer)  # an institution with partnerships of several homes
    facts = _named(store, facts)
    countries = country_names(store)(facts["countries"])
    selection = select(store, "partnerships", {"partner": [id_in(facts)]})
    picture = parts.map_of(store, selection, MAP)
    blocks = [
        *parts.with_map([Pairs(_pairs(facts, countries))], picture, 0.42),
        *_note(facts),
        *_institutions(facts, len(countries) > 1),
        *_people(facts),
        *_agreements(facts),
        *_activities(store, facts),
        *listing.faint(*card.footnotes),
    ]
    aside = parts.joined(_capital(word(facts["status"])), parts.listed(countries))
    return Document(card.title, blocks, aside)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(store: Store, facts: Facts) -> Facts:
    """Return the facts with the names of the departments that they refer to by code."""
    home = str(facts.get("home", ""))
    coordinator = namers(store, home, coordinator="department")["coordinator"]
    return {
        **facts,
        "coordinator": coordinator(facts) if facts["coordinator"] else None,
        "agreements": parts.with_department_names(store, facts["agreements"], home),
        "activities": parts.with_department_names(store, facts["activities"], home),
    }


def _pairs(facts: Facts, countries: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    """Return what the partnership is, without what it does not say."""
    only = facts["institutions"][0] if len(facts["institutions"]) == 1 else {}
    names = [only.get("name"), *facts["names"].values(), *(only.get("names") or {}).values()]
    others = [name for name in dict.fromkeys(names) if name and name != facts["name"]]
    place = [parts.listed(filter(None, [only["city"], *countries]))] if only else list(countries)
    departments = [one["name"] for one in facts["departments"]]
    if len(departments) > MOST_LINES:
        departments = [parts.listed(departments)]
    known: list[tuple[str, Sequence[str]]] = [
        (translated("Other names"), others),
        (translated("Place"), place),
        (translated("Website"), [only.get("website") or ""]),
        (translated("Partner since"), [parts.time_of(facts, "since")]),
        (translated("Ended"), [parts.time_of(facts, "until")]),
        (translated("Coordinated by"), [facts["coordinator"] or ""]),
        (translated("Departments"), departments),
        (translated("Joint programme"), [facts["collaboration"] or ""]),
    ]
    return [(name, kept) for name, values in known if (kept := [one for one in values if one])]


def _note(facts: Facts) -> list[Block]:
    if not facts["note"]:
        return []
    return [Heading(translated("Note")), Paragraph(facts["note"])]


def _institutions(facts: Facts, is_abroad: bool) -> list[Block]:
    """Return the members of a group."""
    rows = facts["institutions"]
    if len(rows) < 2:
        return []
    pairs = [
        (
            row["name"],
            [parts.joined(row["city"], row["country_name"] if is_abroad else "", row["website"])],
        )
        for row in rows
    ]
    return [Heading(translated("Institutions"), f"{len(rows)}"), Pairs(pairs)]


def _people(facts: Facts) -> list[Block]:
    rows = responsible(facts)
    if not rows:
        return []
    pairs = [(name, [parts.listed(what)]) for name, what in rows.items()]
    return [Heading(translated("People"), f"{len(rows)}"), Pairs(pairs)]


def _agreements(facts: Facts) -> list[Block]:
    rows = facts["agreements"]
    if not rows:
        none = translated("No agreement is recorded.")
        return [Heading(translated("Agreements")), *listing.faint(none)]
    return [Heading(translated("Agreements"), f"{len(rows)}"), parts.agreements(rows)]


def _activities(store: Store, facts: Facts) -> list[Block]:
    phases = phases_in_words(store, facts.get("home"))
    done = [one for one in facts["activities"] if not one["planned"]]
    planned = [one for one in facts["activities"] if one["planned"]]
    blocks: list[Block] = []
    for heading, rows in (
        (translated("What happened"), parts.newest_first(done)),
        (translated("What is planned"), planned),
    ):
        if not rows:
            continue
        entries = [parts.entry(row, phases) for row in rows]
        blocks += [Heading(heading, f"{len(rows)}"), *parts.entries(entries)]
    if not blocks:
        none = translated("No activity is recorded.")
        blocks = [Heading(translated("What happened")), *listing.faint(none)]
    return blocks
