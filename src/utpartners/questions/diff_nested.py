"""What changed in the activities and agreements of a partnership, few of which have ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..i18n import translated
from .change import differing, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .. import model
    from ..register import Agreement
    from .change import Change, Thing


def of_activities(thing: Thing, olds: Sequence[Any], news: Sequence[Any]) -> Iterator[Change]:
    """Yield the changes of activities; of those that differ, the same title means the same one."""
    pairs, come, gone = _matched(olds, news, [lambda one: one.title])
    for record in come:
        yield _change(thing, "added", "activity", record.title, new=True)
    for before, after in pairs:
        yield from _of_fields(thing, "activity", after.title, before, after)
    for record in gone:
        yield _change(thing, "removed", "activity", record.title, new=False)


def of_agreements(
    thing: Thing, before: model.Partnership, after: model.Partnership
) -> Iterator[Change]:
    """Yield the changes of agreements: new, renewed, ended, changed and removed ones.

    The same one has the same id, else the same kind and title, else the same kind.
    """
    keys: list[Callable[[Agreement], Any]] = [
        lambda one: one.id,
        lambda one: (one.kind, one.title),
        lambda one: one.kind,
    ]
    replaced = {id for one in after.agreements for id in one.replaces}
    earlier = {one.id for one in before.agreements if one.id}
    olds = [one for one in before.agreements if one.id not in replaced]
    news = [one for one in after.agreements if one.id not in replaced]
    pairs, come, gone = _matched(olds, news, keys)
    for record in come:
        is_renewal = bool(earlier.intersection(record.replaces))
        yield (
            _of_new(thing, record)
            if is_renewal
            else _change(thing, "added", "agreement", _name(record), new=True)
        )
    for old, new in pairs:
        yield from _of_agreement(thing, old, new)
    for record in gone:
        yield _change(thing, "removed", "agreement", _name(record), new=False)


def _name(one: Agreement) -> str:
    return one.title or one.kind


def _of_new(thing: Thing, one: Agreement) -> Change:
    """Return that an agreement takes the place of an earlier one."""
    if one.ends:
        pattern = translated("{name}: agreement '{agreement}' renewed until {ends}")
    else:
        pattern = translated("{name}: agreement '{agreement}' renewed")
    summary = pattern.format(name=thing.name, agreement=_name(one), ends=one.ends)
    return thing.change("renewed", summary, "agreement", None, _name(one))


def _of_agreement(thing: Thing, old: Agreement, new: Agreement) -> Iterator[Change]:
    told: list[str] = []
    if old.ends and (new.ends or new.term == "open") and (new.ends or "9") > old.ends:
        pattern = translated("{name}: agreement '{agreement}' renewed until {ends} (was {old})")
        if not new.ends:
            pattern = translated("{name}: agreement '{agreement}' now has no end (was {old})")
        summary = pattern.format(name=thing.name, agreement=_name(new), ends=new.ends, old=old.ends)
        yield thing.change("renewed", summary, "agreement.ends", old.ends, new.ends)
        told += ["ends", "term"]
    if new.ended and not old.ended:
        pattern = translated("{name}: agreement '{agreement}' ended {ended}")
        summary = pattern.format(name=thing.name, agreement=_name(new), ended=new.ended)
        yield thing.change("ended", summary, "agreement.ended", None, new.ended)
        told.append("ended")
    yield from _of_fields(thing, "agreement", _name(new), old, new, told)


def _of_fields(
    thing: Thing, kind: str, name: str, before: Any, after: Any, told: Sequence[str] = ()
) -> Iterator[Change]:
    for field, old, new in differing(before, after, told):
        summary = f"{thing.name}: {translated(kind)} '{name}': {said(field, old, new)}"
        yield thing.change("changed", summary, f"{kind}.{field}", old, new)


def _change(thing: Thing, change: str, kind: str, name: str, *, new: bool) -> Change:
    """Return that there is a new record, or that one is no longer there."""
    values = (None, name) if new else (name, None)
    return thing.change(change, f"{thing.name}: {translated(kind)} '{name}'", kind, *values)


def _matched(
    olds: Sequence[Any], news: Sequence[Any], keys: Sequence[Callable[[Any], Any]]
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Return the pairs of records that differ, the new ones, and those that are gone.

    Equal ones are the same. Of the others, each is matched once, by the first key that agrees.
    """
    gone = [record for record in olds if record not in news]
    come = [record for record in news if record not in olds]
    pairs = []
    for key in keys:
        for record in list(come):
            wanted = key(record)
            earlier = next((one for one in gone if wanted and key(one) == wanted), None)
            if earlier is not None:
                gone.remove(earlier)
                come.remove(record)
                pairs.append((earlier, record))
    pairs.sort(key=lambda pair: news.index(pair[1]))
    return pairs, come, gone
