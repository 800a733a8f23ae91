"""``diff``: what changed from one catalogue to another, in the catalogue's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import agreement_state
from ..answers import Brief, Notes, Table, View
from ..checks.register import is_over
from ..i18n import translated
from .change import (
    COLUMNS,
    Change,
    Thing,
    differing,
    said,
    said_status,
    thing_of,
    with_kind,
)
from .diff_identity import Continued, all_names, identities, pairs, with_ids_now
from .diff_nested import of_activities, of_agreements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .. import model
    from .diff_identity import Identities

PROMOTION = ("prospective", "primary")
"""The status before and after a promotion; its reverse, and any other, is just a change."""


def diff(old: model.Catalogue, new: model.Catalogue, between: str = "") -> Table:
    """Return a row for each change from an old catalogue to a new one.

    Records are the same where their ids are, whatever their order, or where one is said to be the
    successor of the other or to have had its name.
    """
    continued = identities(old, new)
    old = with_ids_now(old, new, continued)
    rows = [*_of_partnerships(old, new, continued), *_of_others(old, new, continued)]
    order = list(dict.fromkeys([*GROUPS, *(row.change for row in rows)]))
    rows.sort(key=lambda row: order.index(row.change))
    title = translated("Changes {between}").format(between=between).rstrip()
    return Table(
        COLUMNS,
        rows,
        title=title,
        shape=Notes("change", "summary"),
        brief=Brief((View("", (("{summary}",),)),), section="change"),
        counted=lambda: _counted(len(rows)),
    )


def _counted(count: int) -> str:
    one, several = translated("{count} change"), translated("{count} changes")
    return (one if count == 1 else several).format(count=f"{count:,}")


GROUPS = (
    "added",
    "ended",
    "promoted",
    "renewed",
    "renamed",
    "merged",
    "joined",
    "left",
    "changed",
    "removed",
)
"""The changes, in the order of the answer."""


def _of_partnerships(
    old: model.Catalogue, new: model.Catalogue, continued: Identities
) -> Iterator[Change]:
    today = agreement_state.today()
    for before, after in pairs(old.partnerships, new.partnerships, "id", continued.partnership):
        if before is None:
            yield thing_of("partnership", after).change(
                "added",
                translated(
                    "{name}: new, {status}", name=after.name, status=said_status(new, after)
                ),
            )
        elif after is None:
            yield from _gone("partnership", before, new.partnerships, continued.partnership)
        elif before != after:
            thing = thing_of("partnership", after)
            has_ended = is_over(new, after, today) and not is_over(old, before, today)
            yield from _of_id(thing, before, after)
            is_end_told = has_ended and after.until is not None and before.until is None
            if is_end_told:
                yield from _of_end(thing, after)
            else:
                words = said_status(old, before), said_status(new, after)
                change = "ended" if has_ended else "changed"
                yield from _of_status(thing, before, after, change, words)
            yield from _of_name(thing, before, after)
            yield from _of_lists(thing, before, after, continued)
            yield from of_activities(thing, before.activities, after.activities)
            yield from of_agreements(thing, before, after)
            others = [*_WITH_OWN_ROWS, *(["until"] if is_end_told else [])]
            yield from _of_fields(thing, before, after, _others(before, after, others, old))


_WITH_OWN_ROWS = (
    "id",
    "name",
    "status",
    "members",
    "departments",
    "activities",
    "agreements",
)
"""Fields whose changes have rows of their own."""


def _gone(kind: str, before: Any, news: Iterable[Any], continued: Continued) -> Iterator[Change]:
    """Yield what is said of a record that is no longer there."""
    thing = thing_of(kind, before)
    called = before.name if kind == "partnership" else with_kind(thing)
    if before.id in continued.merged:
        yield _merged(thing, called, before.id, news, continued)
    else:
        summary = translated("{name}: no longer in the catalogue", name=called)
        yield thing.change("removed", summary)


def _merged(
    thing: Thing, called: str, id: str, news: Iterable[Any], continued: Continued
) -> Change:
    heir = next(record for record in news if record.id == continued.merged[id])
    summary = translated("{name}: merged into {other}", name=called, other=heir.name)
    return thing.change("merged", summary, "id", id, heir.id)


def _of_id(thing: Thing, before: Any, after: Any) -> Iterator[Change]:
    if before.id != after.id:
        summary = translated(
            "{name}: the id is now {new} (was {old})", name=thing.name, new=after.id, old=before.id
        )
        yield thing.change("renamed", summary, "id", before.id, after.id)


def _of_end(thing: Thing, after: Any) -> Iterator[Change]:
    summary = translated("{name}: ended {until}", name=thing.name, until=after.until)
    yield thing.change("ended", summary, "until", None, after.until)


def _others(before: Any, after: Any, others: Sequence[str], old: model.Catalogue) -> list[str]:
    """Return the fields that are told already: also new names that are those of old records."""
    known = all_names(old)
    told = list(others)
    for field in ("former", "aliases"):
        olds, news = getattr(before, field, []), getattr(after, field, [])
        more = {getattr(one, "name", one) for one in news if one not in olds}
        if more and more <= known and all(one in news for one in olds):
            told.append(field)
    return told


def _of_status(
    thing: Thing,
    before: model.Partnership,
    after: model.Partnership,
    change: str,
    words: tuple[str, str],
) -> Iterator[Change]:
    if before.status != after.status:
        steps = (before.status, after.status)
        change = "promoted" if steps == PROMOTION else change
        summary = translated(
            "{name}: {new} (was {old})",
            name=after.name,
            new=words[1],
            old=words[0],
        )
        yield thing.change(change, summary, "status", *steps)


def _of_name(thing: Thing, before: Any, after: Any) -> Iterator[Change]:
    if before.name != after.name:
        summary = translated("{name}: renamed (was {old})", name=thing.name, old=before.name)
        yield thing.change("renamed", summary, "name", before.name, after.name)


def _of_lists(
    thing: Thing, before: model.Partnership, after: model.Partnership, continued: Identities
) -> Iterator[Change]:
    for field, one, table in (
        ("members", "member", continued.institution),
        ("departments", "department", continued.department),
    ):
        news = getattr(after, field)
        # A record that was renamed or merged has not left, nor has the other one joined.
        olds = [id if id in news else table.id_now(id) for id in getattr(before, field)]
        for id in news:
            if id not in olds:
                yield thing.change(
                    "joined",
                    translated(
                        "{name}: {one} {id} joined", name=thing.name, one=translated(one), id=id
                    ),
                    field,
                    None,
                    id,
                )
        for id in olds:
            if id not in news:
                yield thing.change(
                    "left",
                    translated(
                        "{name}: {one} {id} left", name=thing.name, one=translated(one), id=id
                    ),
                    field,
                    id,
                    None,
                )


def _of_fields(thing: Thing, before: Any, after: Any, others: Sequence[str]) -> Iterator[Change]:
    for field, old, new in differing(before, after, others):
        summary = f"{thing.name}: {said(field, old, new)}"
        yield thing.change("changed", summary, field, old, new)


def _of_others(
    old: model.Catalogue, new: model.Catalogue, continued: Identities
) -> Iterator[Change]:
    none = Continued({}, {})
    tables: tuple[tuple[str, str, Sequence[Any], Sequence[Any], Continued], ...] = (
        ("institution", "id", old.institutions, new.institutions, continued.institution),
        ("department", "id", old.departments, new.departments, continued.department),
        ("person", "id", old.people, new.people, none),
        ("status", "id", old.statuses, new.statuses, none),
        ("country", "code", old.countries, new.countries, none),
        ("initiative", "id", old.initiatives, new.initiatives, none),
        ("phase", "number", old.phases, new.phases, none),
    )
    for kind, key, olds, news, table in tables:
        for before, after in pairs(olds, news, key, table):
            if before is None:
                thing = thing_of(kind, after)
                yield thing.change("added", translated("{name}: new", name=with_kind(thing)))
            elif after is None and key == "id":
                yield from _gone(kind, before, news, table)
            elif after is None:
                thing = thing_of(kind, before)
                gone = translated("{name}: no longer in the catalogue", name=with_kind(thing))
                yield thing.change("removed", gone)
            elif before != after:
                yield from _of_record(kind, before, after, old, news, table)
    catalogue = Thing("catalogue", new.about.home, new.about.title)
    yield from _of_fields(catalogue, old.about, new.about, ())


def _of_record(
    kind: str,
    before: Any,
    after: Any,
    old: model.Catalogue,
    news: Iterable[Any],
    continued: Continued,
) -> Iterator[Change]:
    thing = thing_of(kind, after)
    called = thing._replace(name=with_kind(thing))
    others = ["id", "name"]
    if hasattr(after, "id"):
        yield from _of_id(called, before, after)
    if after.__class__.__name__ in ("Institution", "Department"):
        if before.id in continued.merged:
            yield _merged(thing, called.name, before.id, news, continued)
            others += ["successor", "until"]
        elif after.until and not before.until:
            yield from _of_end(called, after)
            others.append("until")
    if hasattr(after, "name"):
        yield from _of_name(called, before, after)
    yield from _of_fields(called, before, after, _others(before, after, others, old))
