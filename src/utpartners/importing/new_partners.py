"""Make new partners of the names that the catalogue lacks, and ask where one is like another."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..i18n import translated
from ..names.alike import Names
from ..names.university_words import words_of
from .known_partners import Partner, Verdict
from .looks import Look, list_setting, setting
from .one_language import in_one_language

if TYPE_CHECKING:
    from ..names.alike import Named
    from .cut_names import CutName
    from .known_partners import KnownPartners

LONGEST_ID = 60

_NO_NAME = re.compile(r"[\x00-\x1f\x7f]|^[=+@]")
"""What no name has: control characters, and the beginning of a formula."""


class Mention(NamedTuple):
    """A partner as a row names it."""

    cut: CutName
    country: str | None
    row: int


@dataclass(slots=True)
class Group:
    """Spellings of the sheet that differ in case, accents and abbreviations only."""

    mentions: list[Mention] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)

    def add(self, mention: Mention) -> None:
        """Add a mention."""
        self.mentions.append(mention)
        if mention.country:
            self.countries[mention.country] += 1

    @property
    def name(self) -> str:
        """The most frequent spelling, if possible neither abbreviated nor in capitals."""
        counts = Counter(mention.cut.name for mention in self.mentions)
        if len(counts) == 1:
            return next(iter(counts))

        def rank(name: str) -> tuple[bool, bool, int, int]:
            is_whole = words_of(name) == normalize.words(name)
            return is_whole, not name.isupper(), counts[name], len(name)

        return max(counts, key=rank)

    @property
    def country(self) -> str | None:
        """The country that most mentions give."""
        return self.countries.most_common(1)[0][0] if self.countries else None


class NewPartners:
    """Decides for one group of spellings after the other; each new partner may be like the next."""

    def __init__(self, known: KnownPartners) -> None:
        self._ids = known.ids
        self._index = Names(in_one_language)
        for text, id, country in known.names():
            self._index.add(text, id, country)

    def settle(self, group: Group, *, is_new_by_map: bool) -> Verdict:
        """Return the new partner that a group means, or what there is to look at."""
        look = _not_one(group) or self._unclear(group, is_new_by_map=is_new_by_map)
        if look:
            return Verdict(None, (look,))
        partner = self.make(group.name, group.country)
        cuts = [mention.cut for mention in group.mentions]
        spellings = {
            partner.name,
            *(one.name for one in cuts),
            *(one.abbreviation for one in cuts if one.abbreviation),
        }
        for spelling in sorted(spellings):
            self._index.add(spelling, partner.id, partner.country)
        return Verdict(partner)

    def make(self, name: str, country: str | None) -> Partner:
        """Return a new partner with an id of its own."""
        return Partner(self._new_id(name), name, country, is_new=True)

    def _unclear(self, group: Group, *, is_new_by_map: bool) -> Look | None:
        """Return what is unclear of a name: whether it is new, and where it is."""
        name, country = group.name, group.country
        if not is_new_by_map and (near := self._index.like(name, country)):
            return _like(name, near[0])
        if country is None:
            what = translated("no country is known for '{name}'").format(name=name)
            return Look("country", what)
        return None

    def _new_id(self, name: str) -> str:
        slug = normalize.slug(name)[:LONGEST_ID].strip("-") or "partner"
        id, number = slug, 2
        while id in self._ids:
            id = f"{slug}-{number}"
            number += 1
        self._ids.add(id)
        return id


def _not_one(group: Group) -> Look | None:
    """Return what there is to look at in a group that is not one name in one country."""
    name, first = group.name, group.mentions[0].cut
    if several := first.several:
        what = translated("several partners in a cell: {names}").format(names="; ".join(several))
        return Look("partner", what, list_setting("partners", first.whole, several))
    if not normalize.words(name) or _NO_NAME.search(name):
        return Look("partner", translated("'{name}' is no name").format(name=name))
    if len(group.countries) > 1:
        what = translated("'{name}' is in several countries: {countries}")
        return Look("country", what.format(name=name, countries=", ".join(group.countries)))
    return None


def _like(name: str, other: Named) -> Look:
    what = translated("'{name}' may be '{other}' in another spelling or language")
    remedy = setting("partners", name, other.id)
    return Look("partner", what.format(name=name, other=other.name), remedy)
