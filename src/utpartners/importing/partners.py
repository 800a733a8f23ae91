"""Say which partner each spelling of a sheet means: one of the catalogue, a new one, or unclear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..names.university_words import key_of
from .known_partners import KnownPartners, Partner, Verdict
from .mapping import fold
from .new_partners import Group, Mention, NewPartners

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..store.store import Store
    from .cut_names import CutName


class Partners:
    """The partners of a sheet, found once all rows are known."""

    def __init__(
        self, store: Store, document: Mapping[str, Any], given: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._given = given
        self._known = KnownPartners(store, document)
        self._verdicts: dict[tuple[str, str | None], Verdict] = {}
        self._new: NewPartners | None = None

    def settle(self, mentions: Iterable[Mention]) -> None:
        """Decide for all that the rows mention."""
        groups: dict[str, Group] = {}
        for mention in mentions:
            if _key(mention) in self._verdicts:
                continue
            known = self._by_map(mention.cut) or self._of_catalogue(mention.cut)
            if known is None:
                groups.setdefault(key_of(mention.cut.name), Group()).add(mention)
            else:
                self._verdicts[_key(mention)] = known
        if groups:
            self._settle_new(groups)

    def verdict(self, mention: Mention) -> Verdict:
        """Return what was decided for a mention."""
        return self._verdicts[_key(mention)]

    def is_known(self, text: str) -> bool:
        """Return whether a text is a name that the catalogue has."""
        return self._known.find(text) is not None

    def _targets(self, cut: CutName) -> tuple[str, ...]:
        """Return what the map says of a spelling; nothing where it says nothing."""
        if not self._given:
            return ()
        spellings = (fold(cut.whole), fold(cut.name))
        return next((self._given[one] for one in spellings if one in self._given), ())

    def _by_map(self, cut: CutName) -> Verdict | None:
        """Return the partner of the catalogue that the map gives for a spelling."""
        target = self._target(cut)
        found = self._known.find(target) if target else None
        return found and _with_spellings(found, self._unknown(cut))

    def _target(self, cut: CutName) -> str | None:
        """Return the id or name that the map gives for a spelling; None also for a new one."""
        targets = self._targets(cut)
        return targets[0] if targets and targets != ("new",) else None

    def _of_catalogue(self, cut: CutName) -> Verdict | None:
        for text in (cut.whole, cut.name, *cut.others):
            if (found := self._known.find(text)) is not None:
                return _with_spellings(found, self._unknown(cut))
        return None

    def _unknown(self, cut: CutName) -> Iterator[str]:
        """Yield the spellings of a name that the catalogue lacks."""
        return (text for text in (cut.name, *cut.others) if self._known.find(text) is None)

    def _settle_new(self, groups: dict[str, Group]) -> None:
        """Make a new partner of each group, or ask where it is like another."""
        new = NewPartners(self._known)
        moved = {
            key: target
            for key, group in groups.items()
            if (target := self._target(group.mentions[0].cut))
        }
        made: dict[str, Partner] = {}
        # The frequent spelling is the new partner; a rarer one like it is asked about.
        order = sorted(groups, key=lambda key: (-len(groups[key].mentions), -len(groups[key].name)))
        for key in (key for key in order if key not in moved):
            group = groups[key]
            is_new_by_map = self._targets(group.mentions[0].cut) == ("new",)
            verdict = new.settle(group, is_new_by_map=is_new_by_map)
            if verdict.partner:
                made[key] = verdict.partner
            self._assign(group, verdict)
        for key, target in moved.items():
            name = key_of(target)
            if name not in made:  # only the map names it
                made[name] = new.make(target, groups[key].country)
            self._assign(groups[key], Verdict(made[name]))

    def _assign(self, group: Group, verdict: Verdict) -> None:
        for mention in group.mentions:
            if verdict.partner is not None:
                _note_spelling(verdict.partner, mention.cut)
            self._verdicts[_key(mention)] = verdict


def _key(mention: Mention) -> tuple[str, str | None]:
    return mention.cut.whole, mention.country


def _with_spellings(found: Verdict, spellings: Iterable[str]) -> Verdict:
    if found.partner is not None and found.partner.id:
        found.partner.aliases.update(dict.fromkeys(spellings))
    return found


def _note_spelling(partner: Partner, cut: CutName) -> None:
    """Add the spellings of a name to the aliases of its partner, each once."""
    known: set[str] | None = None
    for text in (cut.name, *cut.others):
        if text != partner.name and text not in partner.aliases:
            known = known or {fold(partner.name), *map(fold, partner.aliases)}
            if fold(text) not in known:
                partner.aliases[text] = None
                known.add(fold(text))
