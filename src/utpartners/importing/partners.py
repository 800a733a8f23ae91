"""Say which partner each spelling of a sheet means: one of the catalogue, a new one, or unclear."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import names, normalize
from ..i18n import translated
from .alike import Names, key_of, words_of
from .looks import Look, setting
from .mapping import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..store.store import Store
    from .cut_names import CutName

LONGEST_ID = 60

_NO_NAME = re.compile(r"[\x00-\x1f\x7f]|^[=+@]")
"""What no name has: control characters, and the beginning of a formula."""


@dataclass
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
    remarks: tuple[str, ...] = ()


class Mention(NamedTuple):
    """A partner as a row names it."""

    cut: CutName
    country: str | None
    row: int


@dataclass
class _Group:
    """Spellings of the sheet that differ in case, accents and abbreviations only."""

    mentions: list[Mention] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The most frequent spelling, if possible neither abbreviated nor in capitals."""
        counts = Counter(mention.cut.name for mention in self.mentions)

        def rank(name: str) -> tuple[bool, bool, int, int]:
            is_whole = words_of(name) == normalize.words(name)
            return is_whole, not name.isupper(), counts[name], len(name)

        return max(counts, key=rank)


class Partners:
    """The partners of a sheet, found once all rows are known."""

    def __init__(
        self, store: Store, document: Mapping[str, Any], given: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._store = store
        self._given = given
        self._home = document["catalogue"]["home"]
        self._institutions = {one["id"]: one for one in document.get("institution", ())}
        self._partnerships = {one["id"]: one for one in document.get("partnership", ())}
        self._of_member: dict[str, list[str]] = {}
        for id, one in self._partnerships.items():
            for member in one["members"]:
                self._of_member.setdefault(member, []).append(id)
        self._partners: dict[str, Partner] = {}
        self._verdicts: dict[tuple[str, str | None], Verdict] = {}
        self._known_texts: dict[str, Verdict | None] = {}
        self._ids = {*self._institutions, *self._partnerships}

    def settle(self, mentions: Iterable[Mention]) -> None:
        """Decide for all that the rows mention."""
        groups: dict[str, _Group] = {}
        for mention in mentions:
            known = self._by_map(mention.cut) or self._known(mention.cut)
            if known is None:
                group = groups.setdefault(key_of(mention.cut.name), _Group())
                group.mentions.append(mention)
                if mention.country:
                    group.countries[mention.country] += 1
            else:
                self._verdicts[_key(mention)] = known
        self._settle_new(groups)

    def verdict(self, mention: Mention) -> Verdict:
        """Return what was decided for a mention."""
        return self._verdicts[_key(mention)]

    def is_known(self, text: str) -> bool:
        """Return whether a text is a name that the catalogue has."""
        return self._find(text) is not None

    def _by_map(self, cut: CutName) -> Verdict | None:
        """Return what the map says of a spelling; None where it says nothing, or "new"."""
        for text in (cut.whole, cut.name):
            targets = self._given.get(fold(text))
            if targets and targets != ("new",):
                found = self._find(targets[0])
                if found is not None:
                    return self._with_aliases(found, cut)
        return None

    def _is_new_by_map(self, cut: CutName) -> bool:
        return any(self._given.get(fold(text)) == ("new",) for text in (cut.whole, cut.name))

    def _target_key(self, cut: CutName) -> str | None:
        """Return the key of the new partner that the map gives for a spelling."""
        for text in (cut.whole, cut.name):
            targets = self._given.get(fold(text))
            if targets and targets != ("new",):
                return key_of(targets[0])
        return None

    def _known(self, cut: CutName) -> Verdict | None:
        for text in (cut.whole, cut.name, *cut.others):
            if (found := self._find(text)) is not None:
                return self._with_aliases(found, cut)
        return None

    def _find(self, text: str) -> Verdict | None:
        if text not in self._known_texts:
            matches = []
            if 0 < len(text) <= names.LONGEST_NAME:
                matches = names.exact(self._store, ["institution", "partnership"], text)
            labels = names.labels(self._store, matches)
            ids = [(match.kind, label.id) for match, label in zip(matches, labels, strict=True)]
            self._known_texts[text] = self._of_ids(ids, text) if ids else None
        return self._known_texts[text]

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

    def _with_aliases(self, found: Verdict, cut: CutName) -> Verdict:
        if found.partner is not None and found.partner.id:
            for text in (cut.name, *cut.others):
                if self._find(text) is None:
                    found.partner.aliases[text] = None
        return found

    def _settle_new(self, groups: dict[str, _Group]) -> None:
        """Make a new partner of each group, or ask where it is like another."""
        index = Names()
        for id, one in self._institutions.items():
            for text in _names_of(one):
                index.add(text, id, one["country"])
        moved = {
            key: target
            for key, group in groups.items()
            if (target := self._target_key(group.mentions[0].cut))
        }
        made: dict[str, Partner] = {}
        order = sorted(groups, key=lambda key: (-len(groups[key].mentions), -len(groups[key].name)))
        for key in (key for key in order if key not in moved):
            made_or_asked = self._of_group(groups[key], index)
            if made_or_asked.partner:
                made[key] = made_or_asked.partner
            self._assign(groups[key], made_or_asked)
        for key, target in moved.items():
            partner = made.get(target) or self._named(target, groups[key], made)
            for mention in groups[key].mentions:
                partner.aliases.setdefault(mention.cut.name, None)
            self._assign(groups[key], Verdict(partner))

    def _named(self, target: str, group: _Group, made: dict[str, Partner]) -> Partner:
        """Make the new partner that only the map names."""
        text = next(
            targets[0]
            for text in (group.mentions[0].cut.whole, group.mentions[0].cut.name)
            if (targets := self._given.get(fold(text)))
        )
        country = group.countries.most_common(1)[0][0] if group.countries else None
        made[target] = Partner(self._new_id(text), text, country, is_new=True)
        return made[target]

    def _assign(self, group: _Group, verdict: Verdict) -> None:
        for mention in group.mentions:
            if verdict.partner is not None:
                self._note_spelling(verdict.partner, mention)
            self._verdicts[_key(mention)] = verdict

    def _note_spelling(self, partner: Partner, mention: Mention) -> None:
        known = {fold(partner.name), *map(fold, partner.aliases)}
        for text in (mention.cut.name, *mention.cut.others):
            if fold(text) not in known:
                partner.aliases[text] = None
                known.add(fold(text))

    def _of_group(self, group: _Group, index: Names) -> Verdict:
        name = group.name
        first = group.mentions[0]
        if several := first.cut.several:
            what = translated("several partners in a cell: {names}")
            look = Look(
                "partner",
                what.format(names="; ".join(several)),
                f"[partners] {_list_line(first.cut.whole, several)}",
            )
            return Verdict(None, (look,))
        if not normalize.words(name) or _NO_NAME.search(name):
            return Verdict(
                None, (Look("partner", translated("'{name}' is no name").format(name=name)),)
            )
        if len(group.countries) > 1:
            shown = ", ".join(group.countries)
            what = translated("'{name}' is in several countries: {countries}")
            return Verdict(None, (Look("country", what.format(name=name, countries=shown)),))
        country = next(iter(group.countries), None)
        near = [] if self._is_new_by_map(first.cut) else index.like(name, country)
        if near:
            what = translated("'{name}' is like '{other}'").format(name=name, other=near[0].name)
            return Verdict(None, (Look("partner", what, setting("partners", name, near[0].id)),))
        if country is None:
            what = translated("no country is known for '{name}'").format(name=name)
            return Verdict(None, (Look("country", what),))
        partner = Partner(self._new_id(name), name, country, is_new=True)
        cuts = [mention.cut for mention in group.mentions]
        spellings = {name, *(one.name for one in cuts), *(one.abbreviation or "" for one in cuts)}
        for spelling in sorted(spellings - {""}):
            index.add(spelling, partner.id, country)
        return Verdict(partner)

    def _new_id(self, name: str) -> str:
        slug = normalize.slug(name)[:LONGEST_ID].strip("-") or "partner"
        id, number = slug, 2
        while id in self._ids:
            id = f"{slug}-{number}"
            number += 1
        self._ids.add(id)
        return id


def _key(mention: Mention) -> tuple[str, str | None]:
    return mention.cut.whole, mention.country


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


def _list_line(key: str, values: Iterable[str]) -> str:
    from ..formats.template import quoted

    return f"{quoted(key)} = [{', '.join(map(quoted, values))}]"
