"""Which records of a catalogue are meant to be edited, of which kind: never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import names
from ..errors import Ambiguous, UnresolvedNameError
from ..i18n import translated
from ..visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..names import Match
    from ..store.store import Store

KINDS = ("department", "institution", "partnership")
"""The records that can be renamed and merged."""


class Chosen(NamedTuple):
    """Records of one kind, by their ids in the order in which they were named."""

    kind: str
    ids: list[str]


def choose_one(
    store: Store, kinds: Sequence[str], text: str, command: Callable[[str], str]
) -> list[Chosen]:
    """Return the record of a name, one of each of ``kinds`` if these were asked for.

    Without kinds, all are looked through, and Ambiguous is raised where the name is that of records
    of several; ``command`` gives the line that names a kind. Raises NotFound, too.
    """
    if kinds:
        return [
            Chosen(kind, _ids(store, kind, [names.resolve_one(store, kind, text)]))
            for kind in kinds
        ]
    found = names.matches(store, KINDS, text)
    of_kinds = list(dict.fromkeys(match.kind for match in found))
    if not found:
        raise names.not_found(store, KINDS, text)
    if len(of_kinds) > 1:
        raise _of_several(store, of_kinds, text, found, command)
    return [Chosen(of_kinds[0], _ids(store, of_kinds[0], [_only(store, of_kinds[0], text)]))]


def choose_several(
    store: Store, kinds: Sequence[str], words: Sequence[str], command: Callable[[str], str]
) -> list[Chosen]:
    """Return the records that words name one after the other, all of one kind; see choose_one."""
    if kinds:
        return [Chosen(kind, _ids(store, kind, _sequence(store, kind, words))) for kind in kinds]
    fitting: dict[str, list[Match]] = {}
    refusals: list[UnresolvedNameError] = []
    for kind in KINDS:
        notes = list(store.notes)
        try:
            fitting[kind] = names.resolve_sequence(store, [kind], words)
        except UnresolvedNameError as error:
            refusals.append(error)
            store.notes[:] = notes
    if not fitting:
        raise _refusal(store, KINDS, words, refusals)
    exact = {kind: found for kind, found in fitting.items() if _are_exact(store, kind, words)}
    fitting = exact or fitting
    if len(fitting) > 1:
        found = [match for matches in fitting.values() for match in matches]
        raise _of_several(store, list(fitting), " ".join(words), found, command)
    ((kind, found),) = fitting.items()
    return [Chosen(kind, _ids(store, kind, found))]


def _are_exact(store: Store, kind: str, words: Sequence[str]) -> bool:
    """Return whether each word is a name of a record of a kind, as ids and quoted names are."""
    return all(names.exact(store, [kind], word) for word in words)


def _sequence(store: Store, kind: str, words: Sequence[str]) -> list[Match]:
    try:
        return names.resolve_sequence(store, [kind], words)
    except UnresolvedNameError as error:
        raise _refusal(store, [kind], words, [error]) from error


def _refusal(
    store: Store,
    kinds: Sequence[str],
    words: Sequence[str],
    refusals: list[UnresolvedNameError],
) -> UnresolvedNameError:
    """Return the error for words that are no names of one kind: the one that tells most."""
    for word in words:
        if len(words) > 1 and not names.matches(store, kinds, word):
            return names.not_found(store, kinds, word)
    return next((one for one in refusals if isinstance(one, Ambiguous)), refusals[0])


def _only(store: Store, kind: str, text: str) -> Match:
    return names.resolve_one(store, kind, text)


def _ids(store: Store, kind: str, found: Sequence[Match]) -> list[str]:
    """Return the ids of matches; the code of a department is none."""
    statement = f"SELECT id FROM main.{kind} WHERE pk = :pk"  # noqa: S608 one of KINDS
    return [str(id) for match in found for (id,) in store.rows(statement, {"pk": match.record})]


def _of_several(
    store: Store,
    kinds: Sequence[str],
    text: str,
    found: Sequence[Match],
    command: Callable[[str], str],
) -> Ambiguous:
    """Return the error for a name of records of several kinds, with the line for each."""
    called = []
    for kind in kinds:
        labels = names.labels(store, [match for match in found if match.kind == kind])
        named = ", ".join(label.name for label in labels[:3])
        called.append((kind, f"{translated(kind)}: {named}"))
    called.append((",".join(kinds), translated("all of them")))
    width = max(len(command(kind)) for kind, _ in called)
    lines = [visible(f"  {command(kind):<{width}}  {what}") for kind, what in called]
    message = translated("{name} is the name of records of several kinds")
    return Ambiguous(
        message.format(name=names.quoted(text)),
        "\n".join([translated("Name the kind with one of these lines:"), *lines]),
        kinds,
    )


def owner_of(store: Store, kind: str, id: str, new: str) -> str | None:
    """Return the id of another record of a kind that has a name; None if it is free."""
    found = [
        other
        for match in names.exact(store, [kind], new)
        for other in _ids(store, kind, [match])
        if other != id
    ]
    return found[0] if found else None
