"""Ids, links and names are unique, and a name can be found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..diagnostics import Path, Problem, brief_repr, meaning
from ..fields import bare
from ..i18n import translated
from ..normalize import key, words
from .walk import choices, identity_of, values, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..fields import Field
    from ..model import Catalogue, Record
    from .walk import Visit


def duplicate_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids, codes and numbers are unique within their table.

    A record that repeats both the id and the code of another one is reported once.
    """
    for type_, fields in choices(_is_unique).items():
        reported: set[int] = set()
        for field in sorted(fields, key=lambda field: field.key != "id"):
            seen: set[Any] = set()
            for number, visit in enumerate(walk(catalogue, type_)):
                value = getattr(visit.record, field.attribute)
                if value is not None and value in seen and number not in reported:
                    reported.add(number)
                    what = translated(
                        "{key}: {value} is already used by another {record}",
                        key=field.key,
                        value=brief_repr(value),
                        record=translated(visit.key),
                    )
                    path = visit.path_to(field.key)
                    yield Problem(path, visit.name, what, "duplicate-id")
                seen.add(value)


def duplicate_links(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership or activity lists each member and department only once."""
    fields = choices(_is_list_of_ids)
    for visit in walk(catalogue, *fields):
        for field in fields[type(visit.record)]:
            ids = getattr(visit.record, field.attribute)
            if len(set(ids)) < len(ids):
                yield from _repeated(visit, field.key, ids)


def empty_names(catalogue: Catalogue) -> Iterator[Problem]:
    """A name contains a letter or digit, so that it can be searched for."""
    for visit in walk(catalogue, *choices(_is_names)):
        name = visit.record.name
        # Nearly every name begins with a letter, and to normalise each takes longer than the rest.
        if name and not name[0].isalnum() and not words(name):
            what = translated("name: {name} contains no letter or digit", name=brief_repr(name))
            yield Problem(visit.path_to("name"), visit.name, what, "empty-name")


def names_alike(catalogue: Catalogue) -> Iterator[Problem]:
    """A name means only one record of its kind.

    Names are compared in the same way as in a search: without case, accents, punctuation, *the*,
    *of* and *and*. If two records share a name, it is ambiguous, or the same thing has been entered
    twice. Two records may share an abbreviation or alias (``UC``).
    """
    for type_ in choices(_is_names):
        yield from _alike(walk(catalogue, type_))


def _is_unique(field: Field) -> bool:
    return field.is_unique


def _is_list_of_ids(field: Field) -> bool:
    return field.form == "values" and field.refers_to is not None


def _is_names(field: Field) -> bool:
    # Other texts by language, such as a title's, do not name a record.
    return field.key == "names"


def _repeated(visit: Visit, field: str, ids: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, id in enumerate(ids):
        if id in seen:
            what = translated("{field}: {id} is listed twice", field=field, id=brief_repr(id))
            yield Problem(visit.path_to(field, index), visit.name, what, "duplicate-link")
        seen.add(id)


def _alike(visits: Iterable[Visit]) -> Iterator[Problem]:
    owners: dict[tuple[str, bool], Visit] = {}
    for visit in visits:
        reported: set[int | None] = set()
        for place, name in _names(visit.record):
            compared = key(words(name))
            is_own = place[0] in _OWN
            for owner in _others(owners, compared, is_own):
                # Two records that share several names are one problem, at the first of them.
                if owner.index not in (visit.index, *reported) and not _is_same(owner, visit):
                    reported.add(owner.index)
                    what = translated(
                        "{key}: {name} also means {record}",
                        key=place[0],
                        name=brief_repr(name),
                        record=owner.name,
                    )
                    yield Problem(visit.path_to(*place), visit.name, what, "names-alike")
            owners.setdefault((compared, is_own), visit)


def _is_same(one: Visit, other: Visit) -> bool:
    """Return whether two records have the same id, which is a problem of another rule."""
    type_: type[Record] = type(one.record)
    identity = identity_of(type_)
    return bool(getattr(one.record, identity) == getattr(other.record, identity))


_OWN = ("id", "code", "name", "names")
"""Fields whose values belong to one record; abbreviations and aliases may be shared."""


def _others(owners: dict[tuple[str, bool], Visit], compared: str, is_own: bool) -> Iterator[Visit]:
    """Give the records before this one that a name may be taken for."""
    # Two abbreviations or aliases that are the same do not contradict each other.
    for kind in (True, False) if is_own else (True,):
        if compared and (compared, kind) in owners:
            yield owners[compared, kind]


def _names(record: Any) -> Iterator[tuple[Path, str]]:
    """Give everything under which a record is found, and where that stands in it."""
    for field in ("id", "code", "name", "abbreviation"):
        if (value := getattr(record, field, None)) is not None:
            yield (field,), value
    for language, name in record.names.items():
        yield ("names", language), name
    for index, alias in enumerate(getattr(record, "aliases", ())):
        yield ("aliases", index), alias


def outer_blanks(catalogue: Catalogue) -> Iterator[Problem]:
    """A text does not begin or end with a blank, which nobody sees and which is copied along."""
    for visit, field, index, text in values(catalogue, _is_text):
        if text[:1] in _BLANKS or text[-1:] in _BLANKS:
            what = translated(
                "{key}: {text} begins or ends with a blank", key=field.key, text=brief_repr(text)
            )
            hint = meaning(text.strip())
            yield Problem(visit.path_to(field.key, index), visit.name, what, "outer-blanks", hint)


def letter_case(catalogue: Catalogue) -> Iterator[Problem]:
    """A status or kind is always written in the same way: *primary* and *Primary* are two.

    So are *on hold* and *on  hold* with two blanks.
    """
    for type_, fields in choices(_is_vocabulary).items():
        for field in fields:
            visits = list(walk(catalogue, type_))
            words = Counter(getattr(visit.record, field.attribute) for visit in visits)
            usual: dict[str, str] = {}
            for word, _ in words.most_common():
                if word is not None:
                    usual.setdefault(_folded(word), word)
            for visit in visits:
                word = getattr(visit.record, field.attribute)
                if word is not None and usual[_folded(word)] not in (word, word.strip()):
                    other = usual[_folded(word)]
                    what = translated(
                        "{key}: {word} differs from {other} only in case or blanks",
                        key=field.key,
                        word=brief_repr(word),
                        other=brief_repr(other),
                    )
                    path = visit.path_to(field.key)
                    yield Problem(path, visit.name, what, "letter-case", meaning(other))


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


_BLANKS = frozenset(" \t\xa0\u3000")
"""A line feed is none of them: a text of several lines may well end in one."""


def _is_text(field: Field) -> bool:
    # A blank in an address is a problem of another rule.
    is_text = field.form in ("value", "values") and bare(field.item) is str
    return is_text and not field.is_url and field.key != "ror"


def _is_vocabulary(field: Field) -> bool:
    return field.key in ("status", "kind")
