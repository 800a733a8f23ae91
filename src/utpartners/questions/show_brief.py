"""What people see first of a partnership: a line for each department, activity and agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import agreement_state
from ..answers import Block, CardBrief, View
from ..i18n import translated
from ..time_words import phase_in_words, short_time
from ..vocabulary import word
from .activity import time_in_brief
from .agreement import called
from .heading import country_names, id_in, step
from .multi_home import has_several, home_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..answers import Facts
    from ..store.store import Store

DOT = " · "

_INSTITUTIONS = (
    View("", (("{id}",),), is_id=True),
    View("", (("{name}",),)),
    View("", (("{place}",),)),
)

_DEPARTMENTS = (
    View("", (("{code}",),), is_id=True),
    View("", (("{name}",),)),
    View("", (("{other_name}",),)),
)

_AGREEMENTS = (
    View("", (("{called}",),)),
    View("", (("{state}",),)),
    View("", (("{times}",),)),
    View("", (("{terms}",),)),
)

_ACTIVITIES = (View("", (("{time}",),)), View("", (("{title}",),)), View("", (("{what}",),)))

_NAMED = (View("", (("{name}",),)), View("", (("{what}",),)))
"""People and what they are responsible for, or documents and where they are."""

_PHASES = "SELECT number, first, last FROM main.phase WHERE {home} IS :home"


def brief(store: Store, card: Facts, member: str | None = None) -> CardBrief:
    """Return what people see of a partnership, of which the card has all the facts.

    ``member`` is the id of the institution that was asked for.
    """
    countries = country_names(store)(card["countries"])
    blocks = (
        _institutions(card, member),
        _departments(card),
        _agreements(card),
        _people(card),
        _documents(card),
        _activities(store, card),
    )
    return CardBrief(
        _joined([card["status"], translated(", ").join(countries)]),
        tuple(filter(None, _lines(card))),
        tuple(block for block in blocks if block is not None),
        _sources(card),
    )


def steps(card: Facts) -> list[str]:
    """Return what to type after a partnership was shown."""
    id = id_in(card)
    return [step("show", id, "-l"), step("timeline", "--partner", id)]


def _joined(texts: Sequence[Any]) -> str:
    return DOT.join(str(text) for text in texts if text)


def _lines(card: Facts) -> list[str]:
    only = card["institutions"][0] if len(card["institutions"]) == 1 else {}
    names = {**card["names"], **(only.get("names") or {})}
    if only and only["name"] != card["name"]:
        names = {"": only["name"], **names}
    others = [name for name in dict.fromkeys(names.values()) if name != card["name"]]
    lines = [_joined([*others, only.get("city"), only.get("website")])]
    if card["aliases"]:
        lines.append(_said(translated("Also: {value}"), translated(", ").join(card["aliases"])))
    lines.append(_said(translated("Since {value}"), _time(card["since"])))
    lines.append(_said(translated("Coordinated by {value}"), card["coordinator"]))
    if card["departments"]:
        lines.append(_said(translated("Joint programme: {value}"), card["collaboration"]))
    return [*lines, card["note"] or ""]


def _time(when: str | None) -> str:
    return short_time(when) if when else ""


def _said(pattern: str, value: Any) -> str:
    return pattern.format(value=value) if value else ""


def _sources(card: Facts) -> str:
    only = card["institutions"][0] if len(card["institutions"]) == 1 else {}
    source = _said(translated("source: {value}"), card["source"])
    return _joined([translated("id {value}").format(value=card["id"]), only.get("ror"), source])


def _headed(title: str, count: int) -> str:
    return f"{title} ({count:,})"


def _institutions(card: Facts, member: str | None) -> Block | None:
    """Return the members of a group; the institution of any other partnership is not told twice."""
    rows = card["institutions"]
    if len(rows) < 2:
        return None
    is_abroad = len(card["countries"]) > 1
    shown = [
        {**row, "place": _joined([row["city"], row["country_name"] if is_abroad else ""])}
        for row in rows
    ]
    heading = _headed(translated("Institutions"), len(rows))
    return Block(heading, _INSTITUTIONS, shown, marked=member)


def _departments(card: Facts) -> Block | None:
    rows = card["departments"]
    if not rows:
        if not card["collaboration"]:
            return None
        return Block(translated("Departments"), (), (), notes=(card["collaboration"],))
    shown = [{**row, "other_name": next(iter(row["names"].values()), "")} for row in rows]
    return Block(_headed(translated("Departments"), len(rows)), _DEPARTMENTS, shown)


def _agreements(card: Facts) -> Block | None:
    rows = card["agreements"]
    if not rows:
        return None
    unknown = word(agreement_state.UNKNOWN)
    are_unknown = [row["state"] in (agreement_state.UNKNOWN, unknown) for row in rows]
    shown = [
        {
            **row,
            "called": called(row),
            "state": "" if is_unknown else row["state"],
            "times": _times(row),
            "terms": _terms(row),
        }
        for row, is_unknown in zip(rows, are_unknown, strict=True)
    ]
    notes = (_no_end(len(rows)),) if all(are_unknown) else ()
    heading = _headed(translated("Agreements"), len(rows))
    return Block(heading, _AGREEMENTS, shown, "note", notes)


def _times(row: Facts) -> str:
    signed = _said(translated("signed {value}"), _time(row["signed"]))
    if row["ended"]:
        return _joined([signed, _said(translated("ended {value}"), _time(row["ended"]))])
    return _joined([signed, _said(translated("ends {value}"), _time(row["ends"]))])


def _terms(row: Facts) -> str:
    """Return how an agreement is renewed or terminated, and its places for students."""
    ways = (
        (translated("{count} out"), row["places_out"]),
        (translated("{count} in"), row["places_in"]),
    )
    places = [pattern.format(count=count) for pattern, count in ways if count is not None]
    return _joined(
        [
            translated("open term") if row["term"] in ("open", word("open")) else "",
            _said(translated("renews: {value}"), row["renews"]),
            _said(translated("notice: {value}"), row["notice"]),
            _said(translated("places: {value}"), translated(", ").join(places)),
        ]
    )


def responsible(card: Facts) -> dict[str, list[str]]:
    """Return who coordinates a partnership or is named with its agreements, and for what."""
    found: dict[str, list[str]] = {
        name: [translated("coordination")] for name in card["coordinators"]
    }
    for agreement in card["agreements"]:
        for name in agreement["people"]:
            # Coordinators are given with their role: Sato (head).
            same = next((one for one in found if one.startswith(f"{name} (")), name)
            what = agreement["title"] or agreement["kind"]
            found.setdefault(same, [])
            if what not in found[same]:
                found[same].append(what)
    return found


def _people(card: Facts) -> Block | None:
    found = responsible(card)
    if not found:
        return None
    rows = [{"name": name, "what": _joined(what)} for name, what in found.items()]
    return Block(_headed(translated("People"), len(rows)), _NAMED, rows)


def _documents(card: Facts) -> Block | None:
    rows = [
        {"name": row["title"] or row["kind"], "what": row["document"]}
        for row in card["agreements"]
        if row["document"]
    ]
    if not rows:
        return None
    return Block(_headed(translated("Documents"), len(rows)), _NAMED, rows)


def _no_end(count: int) -> str:
    if count == 1:
        return translated("No end date is recorded.")
    return translated("No end date is recorded for any of the {count}.").format(count=count)


def _activities(store: Store, card: Facts) -> Block | None:
    rows = card["activities"]
    if not rows:
        return None
    planned = sum(bool(row["planned"]) for row in rows)
    said = [(len(rows) - planned, translated("{count} reported"))]
    said.append((planned, translated("{count} planned")))
    counts = [pattern.format(count=count) for count, pattern in said if count]
    heading = translated("Activities ({counts})").format(counts=translated(", ").join(counts))
    phases = phases_in_words(store, card.get("home"))
    return Block(heading, _ACTIVITIES, [_activity(row, phases) for row in rows], "summary")


def _activity(row: Facts, phases: Callable[[int], str]) -> Facts:
    time = time_in_brief(row)["time"] or (phases(row["phase"]) if row["phase"] else "")
    planned = translated("planned") if row["planned"] else ""
    return {**row, "time": time, "what": _joined([planned, row["kind"], row["format"]])}


def phases_in_words(store: Store, home: str | None) -> Callable[[int], str]:
    """Return what says a phase with its years; nothing is read unless there is one."""
    years: dict[int, tuple[int, int | None]] = {}

    def said(number: int) -> str:
        if not years:
            sql = _PHASES.format(home=home_of("phase") if has_several(store) else "NULL")
            years.update(
                (each, (first, last)) for each, first, last in store.rows(sql, {"home": home})
            )
        return phase_in_words(number, years.get(number))

    return said
