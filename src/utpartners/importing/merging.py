"""Compare what the rows of a sheet say with a catalogue: what is new, what changed, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..fields import fields_of
from ..i18n import translated
from ..model import Agreement, Partnership
from .finishing import described
from .institutions import merge_institution
from .kinds import known_status
from .matching import identity, match, shown_identity
from .people import People
from .plan import Place
from .repeated_rows import look_at_repeated, partnership_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..progress import Progress
    from .entries import Entry
    from .known_partners import Partner
    from .planning import Planner


class Merger:
    """Compares entries with a catalogue, partner by partner."""

    def __init__(self, planner: Planner, *, status: str) -> None:
        self._planner = planner
        self._status = status
        """The status of a new partnership of which the sheet says none."""
        self._people = People(planner)

    def merge(self, entries: Sequence[Entry], progress: Progress) -> None:
        """Compare all entries, and give each its state."""
        look_at_repeated(entries)
        by_partner: dict[int, tuple[Partner, list[Entry]]] = {}
        for entry in entries:
            if entry.looks or entry.partner is None:
                entry.state = "look"
            elif not entry.state:
                by_partner.setdefault(id(entry.partner), (entry.partner, []))[1].append(entry)
        doing = translated("Comparing with the catalogue")
        for partner, group in progress(by_partner.values(), len(by_partner), doing):
            self._of_partner(partner, group)
        self._add_statuses()

    def gone(self, entries: Iterable[Entry]) -> list[str]:
        """Return the agreements that the sheet had the last time, and has no more."""
        seen = {
            identity(partnership_id(entry.partner), one)
            for entry in entries
            if entry.partner
            for one in entry.agreements
        }
        return [
            shown_identity(one)
            for one in self._planner.before.records()
            if one.startswith("agreement/") and one not in seen
        ]

    def _of_partner(self, partner: Partner, entries: Sequence[Entry]) -> None:
        for entry in entries:
            entry.state = "same"
            for one in entry.new_departments:
                self._planner.add("department", {"code": one.name, "id": one.id, "name": one.name})
            for agreement in entry.agreements:
                if "people" in agreement:
                    agreement["people"] = self._people.ids(agreement["people"])
        if partner.id:
            merge_institution(self._planner, partner, entries)
        index = self._planner.index("partnership", partner.partnership or "")
        if index is None:
            self._new_partnership(partner, entries)
        else:
            self._known_partnership(Place("partnership", index), entries)

    def _new_partnership(self, partner: Partner, entries: Sequence[Entry]) -> None:
        said = self._said_of_partnership(entries)
        status = said.pop("status", self._status)
        record = {"id": partner.id, "name": partner.name, "status": status}
        record |= {"members": [partner.id], **said}
        self._planner.note(f"partnership/{partner.id}", record)
        agreements = [one for entry in entries for one in entry.agreements]
        for one in agreements:
            self._planner.note(identity(partner.id, one), one)
        if agreements:
            record["agreement"] = [_in_order(one, Agreement) for one in agreements]
        self._planner.add("partnership", _in_order(record, Partnership))
        for entry in entries:
            entry.state = "new"

    def _known_partnership(self, place: Place, entries: Sequence[Entry]) -> None:
        current = self._planner.document["partnership"][place.number]
        name = f"partnership/{current['id']}"
        said = self._said_of_partnership(entries)
        departments = said.pop("departments", [])
        if more := self._planner.extend(place, name, "departments", current, departments):
            first = (entry for entry in entries if set(more) & set(entry.departments))
            next(first, entries[0]).state = "changed"
        self._planner.set_values(place, name, current, said, entries[0])
        self._agreements(place, current, entries)

    def _said_of_partnership(self, entries: Sequence[Entry]) -> dict[str, Any]:
        """Return what all rows of a partner say of the partnership together."""
        said: dict[str, Any] = {}
        statuses = [e.partnership["status"] for e in entries if "status" in e.partnership]
        if statuses:
            said["status"] = min(statuses, key=_rank)
        departments = list(dict.fromkeys(id for entry in entries for id in entry.departments))
        if departments:
            said["departments"] = departments
        people = [one for entry in entries if not entry.agreements for one in entry.people]
        if people:
            said["coordinators"] = list(dict.fromkeys(self._people.ids(people)))
        since = [e.partnership["since"] for e in entries if "since" in e.partnership]
        if since:
            said["since"] = min(since)
        notes = [e.partnership["note"] for e in entries if "note" in e.partnership]
        if notes:
            said["note"] = "\n".join(dict.fromkeys(notes))
        return said

    def _agreements(self, place: Place, current: dict[str, Any], entries: Sequence[Entry]) -> None:
        planner = self._planner
        known = current.get("agreement", [])
        pairs = [(entry, one) for entry in entries for one in entry.agreements]
        found = match(current["id"], [one for _, one in pairs], known, planner.before)
        for (entry, one), index in zip(pairs, found, strict=True):
            name = identity(current["id"], one)
            if index is None:
                new = _in_order(one, Agreement)
                planner.plan.agreements.setdefault(place.number, []).append(new)
                planner.note(name, one)
                entry.state = "new"
            elif index < 0:
                planner.note(name, one)
                said = translated("taken before, and removed by hand: {agreement}")
                entry.remarks.append(said.format(agreement=described(one)))
            else:
                at = place._replace(agreement=index)
                planner.set_values(at, name, known[index], one, entry)

    def _add_statuses(self) -> None:
        """Declare the statuses that are new, where the catalogue declares any or one is over."""
        planner = self._planner
        declared = [one["id"] for one in planner.document.get("status", ())]
        used = [one["status"] for one in planner.document.get("partnership", ())]
        new = [one["status"] for one in planner.plan.added["partnership"]]
        new += [values["status"] for values in planner.plan.values.values() if "status" in values]
        if not declared and not any(known_status(one) == "ended" for one in new):
            return
        for status in dict.fromkeys([*used, *sorted(set(new), key=_rank)]):
            over = {"ended": True} if known_status(status) == "ended" else {}
            planner.add("status", {"id": status, **over})


def _rank(status: str) -> int:
    return {"active": 0, "prospective": 2, "ended": 3}.get(known_status(status) or "", 1)


def _in_order(record: dict[str, Any], of: Any) -> dict[str, Any]:
    return {key: record[key] for key in fields_of(of) if key in record}
