"""Find the partner of the catalogue that a text names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import names
from ..i18n import translated
from .looks import Look, setting
from .mapping import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..store.store import Store


@dataclass(slots=True)
class Partner:
    """A partner as the catalogue has it, or is to have it."""

    id: str
    name: str
    country: str | None = None
    is_new: bool = field(default=False, kw_only=True)
    partnership: str | None = None
    """Id of its partnership; None where it has none yet."""
    aliases: dict[str, None] = field(default_factory=dict)
    """Spellings of the sheet that the catalogue lacks."""


class Verdict(NamedTuple):
    """The partner that a cell means, or what there is to look at."""

    partner: Partner | None
    looks: tuple[Look, ...] = ()


class KnownPartners:
    """The institutions and partnerships of a catalogue."""

    def __init__(self, store: Store, document: Mapping[str, Any]) -> None:
        self._store = store
        self._home = document["catalogue"]["home"]
        self._institutions = {one["id"]: one for one in document.get("institution", ())}
        self._partnerships = {one["id"]: one for one in document.get("partnership", ())}
        self._of_member: dict[str, list[str]] = {}
        for id, one in self._partnerships.items():
            for member in one["members"]:
                self._of_member.setdefault(member, []).append(id)
        self._partners: dict[str, Partner] = {}
        self._verdicts: dict[str, Verdict | None] = {}

    @property
    def ids(self) -> set[str]:
        """The ids that are taken."""
        return {*self._institutions, *self._partnerships}

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield each name of each institution, with its id and country."""
        for id, one in self._institutions.items():
            for text in _names_of(one):
                yield text, id, one["country"]

    def find(self, text: str) -> Verdict | None:
        """Return what a text means in the catalogue; None where nothing has this name."""
        if text not in self._verdicts:
            matches = []
            if 0 < len(text) <= names.LONGEST_NAME:
                matches = names.exact(self._store, ["institution", "partnership"], text)
            labels = names.labels(self._store, matches) if matches else ()
            pairs = zip(matches, labels, strict=True)
            found = [(match.kind, label.id) for match, label in pairs]
            # Miami University is not the University of Miami: the order of words tells them apart.
            ids = [(kind, id) for kind, id in found if self._is_called(kind, id, text)]
            self._verdicts[text] = self._of_ids(ids, text) if ids else None
        return self._verdicts[text]

    def _is_called(self, kind: str, id: str, text: str) -> bool:
        """Return whether a record has a name with the words of a text in this order."""
        one = (self._institutions if kind == "institution" else self._partnerships)[id]
        return fold(text) in map(fold, (id, *_names_of(one)))

    def _of_ids(self, ids: list[tuple[str, str]], text: str) -> Verdict:
        if ("institution", self._home) in ids:
            what = translated("'{name}' is the home institution").format(name=text)
            return Verdict(None, (Look("partner", what),))
        partnerships = [id for kind, id in ids if kind == "partnership"]
        members = [id for kind, id in ids if kind == "institution"]
        for member in members:
            partnerships += self._of_member.get(member, ())
        distinct = list(dict.fromkeys(partnerships))
        if len(distinct) > 1 or (len(members) > 1 and not distinct):
            shown = ", ".join(distinct or members)
            what = translated("'{name}' may be {ids}").format(name=text, ids=shown)
            return Verdict(
                None, (Look("partner", what, setting("partners", text, (distinct or members)[0])),)
            )
        if distinct:
            return Verdict(
                self._of_partnership(distinct[0], members[0] if len(members) == 1 else None)
            )
        return Verdict(self._of_institution(members[0]))

    def _of_partnership(self, id: str, member: str | None) -> Partner:
        one = self._partnerships[id]
        ids = [member] if member else one["members"]
        country = self._institutions[ids[0]]["country"] if len(ids) == 1 else None
        return self._partners.setdefault(
            f"{id}/{member}",
            Partner(ids[0] if len(ids) == 1 else "", one["name"], country, id),
        )

    def _of_institution(self, id: str) -> Partner:
        one = self._institutions[id]
        return self._partners.setdefault(f"/{id}", Partner(id, one["name"], one["country"]))


def _names_of(one: Mapping[str, Any]) -> list[str]:
    former = [name["name"] for name in one.get("former", ())]
    texts = [
        one["name"],
        one.get("abbreviation"),
        *one.get("names", {}).values(),
        *one.get("aliases", ()),
        *former,
    ]
    return [text for text in texts if text]
