"""Say which one record a text means, or several in a row; raise an error that lists candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..errors import Ambiguous, NotFound
from ..i18n import alternatives, translated
from ..store.sqlite_errors import damaged
from ..visible import visible
from .find import exact, matches, part, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..store.store import Store
    from .find import Match

    Expand = Callable[[Store, Sequence[Match]], list[Match]]

MOST_WORDS = 20
"""Words of the longest name that is tried when several names follow each other."""

MOST_CANDIDATES = 12
"""Candidates that an error lists."""

LONGEST_QUOTE = 60
"""Characters of what was typed that an error repeats."""

_LABELS = """
SELECT pk, id, name, (SELECT home FROM main.catalogue c WHERE c.pk = p.catalogue)
FROM partnership p WHERE :kind = 'partnership' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, id, name, NULL FROM institution
WHERE :kind = 'institution' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, code, name, (SELECT home FROM main.catalogue c WHERE c.pk = d.catalogue)
FROM department d WHERE :kind = 'department' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, code, name, NULL FROM country
WHERE :kind = 'country' AND pk IN (SELECT value FROM json_each(:records))
"""

_CUT = """
SELECT code FROM department
WHERE 'department' IN (SELECT value FROM json_each(:kinds))
  AND lower(substr(code, 1, length(:start))) = lower(:start)
  AND substr(ltrim(substr(code, length(:start) + 1)), 1, 1) = '&'
"""


def resolve_one(store: Store, kind: str, text: str) -> Match:
    """Return the one record of a kind that a text means. Raises Ambiguous or NotFound."""
    found = matches(store, [kind], text)
    if not found:
        raise not_found(store, [kind], text)
    return _only(store, found, text, [kind])


def resolve_sequence(
    store: Store, kinds: Sequence[str], words: Sequence[str], expand: Expand | None = None
) -> list[Match]:
    """Return the records named one after the other, in words as a shell passes them, each once.

    The words are read greedily: the most that are together a name, else the most that are part of
    one. ``expand`` replaces the matches of a name by the records that they stand for.
    Raises Ambiguous or NotFound.
    """
    found: list[Match] = []
    rest = list(words)
    while rest:
        match, taken = _first(store, kinds, rest, expand)
        found.append(match)
        rest = rest[taken:]
    return list({match[:2]: match for match in found}.values())


def _first(
    store: Store, kinds: Sequence[str], words: Sequence[str], expand: Expand | None
) -> tuple[Match, int]:
    """Return the record that the first words name, and how many words that took."""
    lengths = range(min(len(words), MOST_WORDS), 0, -1)
    starts = [(" ".join(words[:length]), length) for length in lengths]
    # The refusal of a cut name comes before parts, as what is left of it is often part of another.
    for look in (exact, _refuse_cut, part):
        for text, length in starts:
            found = look(store, kinds, text)
            if found and expand is not None:
                found = expand(store, found)
            if found:
                return _only(store, found, text, kinds if expand is None else ()), length
    raise not_found(store, kinds, " ".join(words))


def _refuse_cut(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Raise NotFound for the first half of a code with ``&``, which a shell cuts there."""
    row = store.one(_CUT, {"kinds": kinds, "start": text}) if normalize.words(text) else None
    if row is None:
        return []
    whole = row[0]
    cut = translated("The shell cuts a name off at an unquoted &. Did you mean {name}?")
    quote = translated("Put it in quotes, as here, or type {id}.")
    raise NotFound(
        there_is_no(kinds[:1], text),
        f"{cut.format(name=quoted(whole))}\n{quote.format(id=normalize.slug(whole))}",
        [whole],
    )


def _only(store: Store, found: Sequence[Match], text: str, kinds: Sequence[str]) -> Match:
    """Return the only match of a text; where that is a part of its name, note how it was read.

    Records of ``kinds`` that have words with the same stem are candidates, too.
    """
    if len(found) == 1 and found[0].former_of is not None:
        tell_former(store, found[0])
    elif len(found) == 1 and not exact(store, [found[0].kind], text):
        others = (match for match in stem(store, kinds, text) if match[:2] != found[0][:2])
        found = [*found, *others]
        if len(found) == 1:
            tell_part(store, found[0], text)
    if len(found) > 1:
        raise ambiguous(store, found, text)
    return found[0]


def tell_part(store: Store, match: Match, text: str) -> None:
    """Note how a part of a name was read, for the answer to say so."""
    (label,) = labels(store, [match])
    read_as = translated("{typed} read as {name}.")
    store.notes.append(read_as.format(typed=quoted(text), name=f"{label.name} ({label.full_id})"))


def tell_former(store: Store, match: Match) -> None:
    """Note that a record was found by a name that it had before."""
    kind, record = match.former_of or match[:2]
    (label,) = labels(store, [match._replace(kind=kind, record=record)])
    former = translated("{former} is a former name of {name}.")
    store.notes.append(
        former.format(former=visible(match.text), name=f"{label.name} ({label.full_id})")
    )


class Label(NamedTuple):
    """What people call a record."""

    id: str
    """Its id, or the code of a department or country."""
    name: str
    home: str | None = None
    """The home that it belongs to, where there are several."""

    @property
    def full_id(self) -> str:
        """The id that differs from those of other homes: ``home/id``."""
        return f"{self.home}/{self.id}" if self.home else self.id


def labels(store: Store, found: Sequence[Match]) -> list[Label]:
    """Return what the records of matches are called, in their order."""
    has_several = len(store.homes) > 1
    # One statement for each kind, not for each match: an error may have many candidates.
    known: dict[tuple[str, int], Label] = {}
    for kind in {match.kind for match in found}:
        records = [match.record for match in found if match.kind == kind]
        for pk, id, name, home in store.rows(_LABELS, {"kind": kind, "records": records}):
            known[kind, pk] = Label(id, name, home if has_several else None)
    if lost := [match for match in found if (match.kind, match.record) not in known]:
        what = translated(
            "the index of names has {name}, which is no record", name=quoted(lost[0].text)
        )
        raise damaged(store.origin, what)
    return [known[match.kind, match.record] for match in found]


def quoted(text: str) -> str:
    """Return what was typed in quotation marks, on one line and not too long to read."""
    if len(text) <= LONGEST_QUOTE:
        return f"'{visible(text)}'"
    letters = translated("{count} letters").format(count=len(text))
    return f"'{visible(text[:LONGEST_QUOTE])}…' ({letters})"


def there_is_no(kinds: Sequence[str], text: str) -> str:
    """Return the message that no record of some kinds is called so."""
    what = alternatives([translated(kind) for kind in kinds])
    return translated("there is no {kind} {name}").format(kind=what, name=quoted(text))


def ambiguous(store: Store, found: Sequence[Match], text: str) -> Ambiguous:
    """Return the error that lists what a text may mean."""
    known = _labelled(store, found)
    lines = _listed(known[:MOST_CANDIDATES])
    if len(found) > MOST_CANDIDATES:
        more = translated("… and {count} more").format(count=len(found) - MOST_CANDIDATES)
        lines.append(f"  {more}")
    kind = found[0].kind
    plural = "countries" if kind == "country" else f"{kind}s"
    message = translated("{name} matches {count} {kind}")
    return Ambiguous(
        message.format(name=quoted(text), count=len(found), kind=translated(plural)),
        "\n".join([translated("Use an id or a longer part of the name:"), *lines]),
        (label.full_id for label in known),
    )


def not_found(store: Store, kinds: Sequence[str], text: str) -> NotFound:
    """Return the error that suggests the nearest names."""
    if not normalize.words(text):
        return NotFound(
            translated("{name} is not a name").format(name=quoted(text)),
            translated("Type at least one letter or digit."),
        )
    from . import other_kinds  # only for this error
    from .nearest import nearest

    message = there_is_no(kinds, text)
    if commands := other_kinds.commands_for(store, text, but=kinds):
        return NotFound(message, other_kinds.hint(commands))
    if near := _labelled(store, nearest(store, kinds, text)):
        meant = translated("Did you mean:")
        candidates = (label.full_id for label in near)
        return NotFound(message, "\n".join([meant, *_listed(near)]), candidates)
    if commands := other_kinds.nearest_commands(store, text, kinds):
        return NotFound(message, other_kinds.hint(commands))
    return NotFound(message, elsewhere(text))


def elsewhere(text: str) -> str:
    """Return the way to what a catalogue says of a name that is that of no record."""
    from .. import shell  # only for this error

    words = " ".join(text.split())[:LONGEST_QUOTE]
    where = translated("To find where it is mentioned: {command}")
    return where.format(command=f"utpartners search {shell.word(words)}")


def without_partnership(store: Store, match: Match) -> NotFound:
    """Return the error for an institution that the catalogue has, but not as a partner."""
    (label,) = labels(store, [match])
    message = translated("{name} ({id}) is in the catalogue, but belongs to no partnership")
    hint = elsewhere(label.name)
    if label.id in store.homes:
        hint = translated("Try: {command}").format(command="utpartners about")
    return NotFound(message.format(name=label.name, id=label.id), hint)


def _labelled(store: Store, found: Sequence[Match]) -> list[Label]:
    """Return what the records are called; a name that stands for several is there once."""
    # A partnership and its only member often have the same id and name.
    return list(dict.fromkeys(labels(store, found)))


def _listed(known: Sequence[Label]) -> list[str]:
    """Return a line for each record: its id, and the name that tells it from the others."""
    width = max(len(label.full_id) for label in known)
    # A name with a line feed must not look like another line.
    return [visible(f"  {label.full_id:<{width}}  {label.name}") for label in known]
