"""Settle what the parts of a row say together: its status against its agreements, its notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..edtf import bounds
from ..i18n import translated
from .looks import Look

if TYPE_CHECKING:
    from .entries import Entry


def finish(entry: Entry) -> None:
    """Settle an entry whose cells are read."""
    meaning = entry.partnership.pop("meaning", "")
    if meaning == "ended":
        _require_over(entry)
    elif meaning == "prospective":
        _without_agreements(entry)
    _place_notes(entry)
    for agreement in entry.agreements:
        if entry.departments:
            agreement["departments"] = list(entry.departments)
        if entry.people:
            agreement["people"] = [dict(person) for person in entry.people]


def _require_over(entry: Entry) -> None:
    """Look where a row says that something is over, and an agreement that it goes on."""
    today = date.today().isoformat()
    for agreement in entry.agreements:
        if "ended" in agreement:
            continue
        ends = agreement.get("ends")
        goes_on = agreement.get("renews") == "automatic" or agreement.get("term") == "open"
        if goes_on or (ends and bounds(ends)[1] >= today):
            what = translated("the status says that it is over, but not since when: {agreement}")
            entry.look(Look("contradiction", what.format(agreement=described(agreement))))


def _without_agreements(entry: Entry) -> None:
    """Drop agreements that are not signed: they are planned, as the status says."""
    planned = [one for one in entry.agreements if "signed" not in one and "starts" not in one]
    if planned:
        kinds = ", ".join(dict.fromkeys(one["kind"] for one in planned))
        entry.agreements = [one for one in entry.agreements if one not in planned]
        entry.partnership.setdefault("notes", []).append(f"Planned: {kinds}")
        entry.remarks.append(
            translated("not signed, and therefore no agreement yet: {kinds}").format(kinds=kinds)
        )


def _place_notes(entry: Entry) -> None:
    notes = entry.partnership.pop("notes", [])
    notes += [f"Reference: {text}" for text in entry.partnership.pop("references", [])]
    if not notes:
        return
    text = "\n".join(dict.fromkeys(notes))
    if len(entry.agreements) == 1:
        entry.agreements[0]["note"] = text
    else:
        entry.partnership["note"] = text


def described(agreement: dict[str, Any]) -> str:
    """Return an agreement in a line: ``student exchange, signed 2019-04, ends 2024-03``."""
    parts = [agreement["kind"]]
    if title := agreement.get("title"):
        parts.append(f"'{title}'")
    said = {
        "signed": translated("signed {date}"),
        "starts": translated("starts {date}"),
        "ends": translated("ends {date}"),
        "ended": translated("terminated {date}"),
    }
    parts += [said[field].format(date=agreement[field]) for field in said if field in agreement]
    if agreement.get("term") == "open":
        parts.append(translated("without end"))
    if renews := agreement.get("renews"):
        renewal = {
            "automatic": translated("renewed automatically"),
            "by review": translated("renewed by review"),
            "none": translated("not renewed"),
        }
        parts.append(renewal.get(renews, renews))
    return ", ".join(parts)
