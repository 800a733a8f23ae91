"""Which record of a new catalogue one of the old catalogue is, where its id is another, too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .. import model


class Continued(NamedTuple):
    """What has become of the records of a table that go on as another one, by their old ids."""

    renamed: dict[str, str]
    """The new id of each record that is the same under another id."""
    merged: dict[str, str]
    """The id of the record that each was merged into."""

    def id_now(self, id: str) -> str:
        """Return the id of what a record has become, its own if nothing else is known."""
        return self.renamed.get(id) or self.merged.get(id) or id


class Identities(NamedTuple):
    """The same for each table in which records are renamed and merged."""

    partnership: Continued
    institution: Continued
    department: Continued


def identities(old: model.Catalogue, new: model.Catalogue) -> Identities:
    """Return what has become of the records of an old catalogue.

    A record that is no longer there goes on as the one that has its name, also among its former
    names or aliases. One that is still there goes on as its successor, once it is said to have one.
    """
    return Identities(
        _continued(old.partnerships, new.partnerships),
        _continued(old.institutions, new.institutions),
        _continued(old.departments, new.departments),
    )


def _continued(olds: Sequence[Any], news: Sequence[Any]) -> Continued:
    before = {record.id: record for record in olds}
    after = {record.id: record for record in news}
    heirs = _heirs(news, _earlier_names)
    named = _heirs(news, lambda record: [record.name])
    found: dict[str, str] = {}
    for id, record in before.items():
        heir = _heir(record, after.get(id), heirs, named)
        if heir is not None and heir in after and heir != id:
            found[id] = heir
    # What several have become, or one that was there before, is no new name of any of them.
    counts = Counter(found.values())
    is_merged = {id: heir in before or counts[heir] > 1 for id, heir in found.items()}
    return Continued(
        {id: heir for id, heir in found.items() if not is_merged[id]},
        {id: heir for id, heir in found.items() if is_merged[id]},
    )


def _earlier_names(record: Any) -> list[str]:
    return [*(one.name for one in getattr(record, "former", ())), *record.aliases]


def _heirs(news: Iterable[Any], names: Callable[[Any], list[str]]) -> dict[str, str | None]:
    """Return the record that has some of ``names``, by the name; None where several have it."""
    found: dict[str, str | None] = {}
    for record in news:
        for name in {_key(name) for name in names(record)}:
            found[name] = None if name in found else record.id
    return found


def _heir(
    before: Any, after: Any, heirs: dict[str, str | None], named: dict[str, str | None]
) -> str | None:
    if after is None:
        key = _key(before.name)
        return getattr(before, "successor", None) or heirs.get(key) or named.get(key)
    if getattr(before, "successor", None) is None:
        return getattr(after, "successor", None)
    return None  # the old catalogue says so already


def _key(name: str) -> str:
    return normalize.key(normalize.words(name))


def with_ids_now(old: model.Catalogue, new: model.Catalogue, found: Identities) -> model.Catalogue:
    """Return an old catalogue that refers to what its records have become.

    Only to what is no longer there under its old id: a reference to it cannot have stayed. So a
    record that has only followed another one's new id has not changed.
    """
    import msgspec

    from .. import model
    from ..editing.references import with_ids

    changed = {}
    for table, continued in found._asdict().items():
        there = {record.id for record in getattr(new, f"{table}s")}
        ids = {**continued.renamed, **continued.merged}
        changed[table] = {id: heir for id, heir in ids.items() if id not in there}
    if not any(changed.values()):
        return old
    document = msgspec.to_builtins(old)
    for table, ids in changed.items():
        document = with_ids(document, table, ids) if ids else document
    return msgspec.convert(document, model.Catalogue)


def all_names(catalogue: model.Catalogue) -> set[str]:
    """Return all names of the records that can be renamed and merged."""
    found: set[str] = set()
    named: list[Any] = [
        *catalogue.partnerships,
        *catalogue.institutions,
        *catalogue.departments,
    ]
    for one in named:
        found.update([one.name, *one.aliases, *one.names.values()])
        found.add(getattr(one, "code", None) or getattr(one, "abbreviation", None) or one.name)
    return found


def pairs(
    olds: Iterable[Any], news: Iterable[Any], key: str, continued: Continued
) -> Iterator[tuple[Any, Any]]:
    """Yield each record before and after, or None where it is not there.

    The order is that of the new ones, then that of those that are gone.
    """
    before = {getattr(record, key): record for record in olds}
    was = {new: old for old, new in continued.renamed.items()}
    now = {getattr(record, key) for record in news}
    for record in news:
        id = getattr(record, key)
        # A record that is still there under its old id is compared with that one.
        earlier = was.get(id)
        found = before.pop(id, None)
        if found is None and earlier is not None and earlier not in now:
            found = before.pop(earlier)
        yield found, record
    for record in before.values():
        yield record, None
