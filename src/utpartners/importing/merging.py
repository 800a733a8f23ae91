"""Compare what the rows of a sheet say with a catalogue: what is new, what changed, what stays.

Nothing is deleted. A value that somebody wrote into the catalogue wins over the sheet, unless the
sheet is preferred; one that an earlier import took from the sheet follows the sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import normalize
from ..fields import fields_of
from ..i18n import translated
from ..model import Agreement, Partnership
from .finishing import described
from .kinds import known_status
from .languages import name_in
from .looks import Look
from .matching import identity, match, shown_identity
from .plan import KEYS, TABLES, Place, Plan
from .taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .entries import Entry
    from .partners import Partner

_SINGLE = ("abbreviation", "city", "website", "ror")
"""What a row may say of an institution in one value."""


class Merger:
    """Compares entries with a document, and collects what is to change."""

    def __init__(
        self, document: dict[str, Any], taken: Taken, *, status: str, prefer_sheet: bool = False
    ) -> None:
        self.plan = Plan()
        self.taken = Taken()
        """What is taken this time."""
        self._document = document
        self._before = taken
        self._status = status
        self._prefer_sheet = prefer_sheet
        self._language = document["catalogue"].get("language", "en")
        self._indexes = {
            table: {one[KEYS.get(table, "id")]: i for i, one in enumerate(document.get(table, ()))}
            for table in TABLES
        }
        self._new: dict[tuple[str, str], dict[str, Any]] = {}
        self._people = {
            key: one["id"] for one in document.get("person", ()) for key in _keys_of_person(one)
        }

    def merge(self, entries: Sequence[Entry]) -> None:
        """Compare all entries, and give each its state."""
        _find_repeated(entries)
        by_partner: dict[int, list[Entry]] = {}
        for entry in entries:
            if entry.looks or entry.partner is None:
                entry.state = "look"
            elif not entry.state:
                by_partner.setdefault(id(entry.partner), []).append(entry)
        for group in by_partner.values():
            self._of_partner(group)
        self._add_statuses()

    def gone(self, entries: Iterable[Entry]) -> list[str]:
        """Return the agreements that the sheet had the last time, and has no more."""
        seen = {
            identity(_partnership_id(entry.partner), one)
            for entry in entries
            if entry.partner
            for one in entry.agreements
        }
        return [
            shown_identity(one)
            for one in self._before.records()
            if one.startswith("agreement/") and one not in seen
        ]

    def _of_partner(self, entries: Sequence[Entry]) -> None:
        partner = entries[0].partner
        if partner is None:
            return
        for entry in entries:
            entry.state = "same"
            self._add_departments(entry)
            for agreement in entry.agreements:
                if "people" in agreement:
                    agreement["people"] = [self._person(one) for one in agreement["people"]]
        if partner.id:
            self._institution(partner, entries)
        self._partnership(partner, entries)

    def _add(self, table: str, record: dict[str, Any]) -> None:
        key = record[KEYS.get(table, "id")]
        if key not in self._indexes[table] and (table, key) not in self._new:
            self._new[table, key] = record
            self.plan.added[table].append(record)

    def _country(self, code: str) -> None:
        self._add("country", {"code": code, "name": name_in(code, self._language)})

    def _add_departments(self, entry: Entry) -> None:
        for one in entry.new_departments:
            if (
                one.id not in self._indexes["department"]
                and ("department", one.id) not in self._new
            ):
                self._add("department", {"code": one.name, "id": one.id, "name": one.name})

    def _person(self, person: dict[str, str]) -> str:
        keys = _keys_of_person(person)
        known = next((self._people[key] for key in keys if key in self._people), None)
        if known is None:
            known = self._free("person", normalize.slug(person["name"])[:60] or "person")
            self._add("person", {"id": known, **person})
        for key in keys:
            self._people.setdefault(key, known)
        return known

    def _free(self, table: str, slug: str) -> str:
        id, number = slug, 2
        while id in self._indexes[table] or (table, id) in self._new:
            id = f"{slug}-{number}"
            number += 1
        return id

    def _institution(self, partner: Partner, entries: Sequence[Entry]) -> None:
        """Add a new institution, or what the sheet knows of one that the catalogue has."""
        said = _said_of_institution(entries)
        names = {partner.name, *said.get("names", {}).values(), said.get("abbreviation")}
        aliases = [
            *partner.aliases,
            *(a for e in entries for a in e.institution.get("aliases", ())),
        ]
        aliases = [alias for alias in dict.fromkeys(aliases) if alias not in names]
        if partner.country:
            self._country(partner.country)
        name = f"institution/{partner.id}"
        if partner.is_new:
            record = {
                "id": partner.id,
                "name": partner.name,
                **_ordered(said, aliases, partner.country),
            }
            self._add("institution", record)
            self._note(name, record)
            return
        place = Place("institution", self._indexes["institution"][partner.id])
        current = self._document["institution"][place.number]
        if said.get("names"):
            said["names"] = {**said["names"], **current.get("names", {})}
        self._merge(place, name, current, said, entries[0])
        self._aliases(place, name, aliases, entries[0])

    def _aliases(self, place: Place, name: str, aliases: list[str], entry: Entry) -> None:
        """Add the spellings that an institution lacks, and that nobody has removed."""
        current = self._document["institution"][place.number].get("aliases", [])
        known = {normalize.key(normalize.words(one)) for one in current}
        earlier = self._before.get(name, "aliases") or []
        self.taken.put(name, "aliases", sorted({*earlier, *aliases}))
        new = [one for one in aliases if normalize.key(normalize.words(one)) not in known]
        if more := [alias for alias in new if alias not in earlier]:
            self.plan.set(place, "aliases", [*current, *more])
            entry.state = "changed"

    def _partnership(self, partner: Partner, entries: Sequence[Entry]) -> None:
        said = self._said_of_partnership(entries)
        index = self._indexes["partnership"].get(partner.partnership or "")
        if index is None:
            status = said.pop("status", self._status)
            record = {"id": partner.id, "name": partner.name, "status": status}
            record |= {"members": [partner.id], **said}
            self._note(f"partnership/{partner.id}", record)
            agreements = [one for entry in entries for one in entry.agreements]
            for one in agreements:
                self._note(identity(partner.id, one), one)
            record |= (
                {"agreement": [_in_order(one, Agreement) for one in agreements]}
                if agreements
                else {}
            )
            self._add("partnership", _in_order(record, Partnership))
            for entry in entries:
                entry.state = "new"
            return
        place = Place("partnership", index)
        current = self._document["partnership"][index]
        record_name = f"partnership/{current['id']}"
        departments = said.pop("departments", [])
        earlier = self._before.get(record_name, "departments") or []
        known = current.get("departments", [])
        if more := [one for one in departments if one not in known and one not in earlier]:
            self.plan.set(place, "departments", [*known, *more])
            next(
                (e for e in entries if set(more) & set(e.departments)), entries[0]
            ).state = "changed"
        self.taken.put(record_name, "departments", sorted({*earlier, *departments}))
        self._merge(place, record_name, current, said, entries[0])
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
            said["coordinators"] = list(dict.fromkeys(self._person(one) for one in people))
        since = [e.partnership["since"] for e in entries if "since" in e.partnership]
        if since:
            said["since"] = min(since)
        notes = [e.partnership["note"] for e in entries if "note" in e.partnership]
        if notes:
            said["note"] = "\n".join(dict.fromkeys(notes))
        return said

    def _agreements(self, place: Place, current: dict[str, Any], entries: Sequence[Entry]) -> None:
        known = current.get("agreement", [])
        pairs = [(entry, one) for entry in entries for one in entry.agreements]
        found = match(current["id"], [one for _, one in pairs], known, self._before)
        for (entry, one), index in zip(pairs, found, strict=True):
            name = identity(current["id"], one)
            if index is None:
                self.plan.agreements.setdefault(place.number, []).append(_in_order(one, Agreement))
                self._note(name, one)
                entry.state = "new"
            elif index < 0:
                self._note(name, one)
                entry.remarks.append(
                    translated("taken before, and removed by hand: {agreement}").format(
                        agreement=described(one)
                    )
                )
            else:
                self.taken.put(name, "", value=True)
                self._merge(place._replace(agreement=index), name, known[index], one, entry)

    def _merge(
        self, place: Place, name: str, current: dict[str, Any], said: dict[str, Any], entry: Entry
    ) -> None:
        """Set what the sheet says of a record, unless somebody has written otherwise."""
        for field, value in said.items():
            before = self._before.get(name, field)
            self.taken.put(name, field, value)
            now = current.get(field)
            if now == value:
                continue
            is_by_hand = before != now if before is not None or now else False
            if is_by_hand and not self._prefer_sheet:
                if before == value:
                    continue  # the sheet says what it always said
                kept = translated("{field} stays {now}, written by hand; the sheet has {value}")
                entry.remarks.append(kept.format(field=field, now=_shown(now), value=_shown(value)))
                self.taken.put(name, field, before if before is not None else value)
                continue
            self.plan.set(place, field, value)
            entry.state = "changed" if entry.state == "same" else entry.state

    def _note(self, name: str, record: dict[str, Any]) -> None:
        self.taken.put(name, "", value=True)
        for field, value in record.items():
            if field not in ("id", "members", "agreement"):
                self.taken.put(name, field, value)

    def _add_statuses(self) -> None:
        """Declare the statuses that are new, where the catalogue declares any or one is over."""
        declared = list(self._indexes["status"])
        used = [one["status"] for one in self._document.get("partnership", ())]
        new = [one["status"] for one in self.plan.added["partnership"]]
        new += [values["status"] for values in self.plan.values.values() if "status" in values]
        if not declared and not any(known_status(one) == "ended" for one in new):
            return
        for status in dict.fromkeys([*used, *sorted(set(new), key=_rank)]):
            if status not in declared:
                over = {"ended": True} if known_status(status) == "ended" else {}
                self._add("status", {"id": status, **over})


def _said_of_institution(entries: Sequence[Entry]) -> dict[str, Any]:
    """Return what rows say of an institution; of two values the first counts."""
    said: dict[str, Any] = {}
    for entry in entries:
        for field in _SINGLE:
            if field in entry.institution:
                said.setdefault(field, entry.institution[field])
        for language, name in entry.institution.get("names", {}).items():
            said.setdefault("names", {}).setdefault(language, name)
    return said


def _rank(status: str) -> int:
    return {"active": 0, "prospective": 2, "ended": 3}.get(known_status(status) or "", 1)


def _partnership_id(partner: Partner | None) -> str:
    return (partner.partnership or partner.id) if partner else ""


def _find_repeated(entries: Sequence[Entry]) -> None:
    """Look where two rows are about the same agreement: as one where they agree, else to decide."""
    first: dict[str, tuple[Entry, dict[str, Any]]] = {}
    for entry in entries:
        if entry.looks or entry.partner is None:
            continue
        repeated = []
        for one in entry.agreements:
            name = identity(_partnership_id(entry.partner), one)
            if name not in first:
                first[name] = (entry, one)
                continue
            other, earlier = first[name]
            if other is not entry and earlier != one:
                what = translated(
                    "the same agreement as in row {row}, but not the same values: {fields}"
                )
                fields = sorted(k for k in {*one, *earlier} if one.get(k) != earlier.get(k))
                entry.look(
                    Look("contradiction", what.format(row=other.row, fields=", ".join(fields)))
                )
                break
            repeated.append(one)
            entry.remarks.append(
                translated("the same agreement as in row {row}").format(row=other.row)
            )
        entry.agreements = [one for one in entry.agreements if not any(one is r for r in repeated)]


def _keys_of_person(person: dict[str, Any]) -> list[str]:
    keys = [person[key].casefold() for key in ("email",) if person.get(key)]
    # Without an address, people are known by their name.
    return keys or [normalize.key(normalize.words(person["name"])) or person["name"]]


def _ordered(said: dict[str, Any], aliases: list[str], country: str | None) -> dict[str, Any]:
    record = {
        "abbreviation": said.get("abbreviation"),
        "names": said.get("names"),
        "aliases": aliases,
        "country": country,
    }
    record |= {field: said.get(field) for field in ("city", "website", "ror")}
    return {field: value for field, value in record.items() if value}


def _in_order(record: dict[str, Any], of: Any) -> dict[str, Any]:
    return {key: record[key] for key in fields_of(of) if key in record}


def _shown(value: Any) -> str:
    if value is None:
        return translated("empty")
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
