"""The words that may stand where the last word of a line is, for each thing that it is for."""

from __future__ import annotations

import os
from glob import escape, iglob
from itertools import count
from typing import TYPE_CHECKING, Any

from ... import normalize
from ...errors import UtpartnersError
from ...i18n import translated
from ..commands import COMMANDS
from . import named
from .named import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ...answers import Answer
    from ...questions.filter import Value
    from ...store.store import Store
    from ..session import Session
    from .line import Asked

    Find = Callable[[Asked, Session], list[Candidate] | None]

MOST_WORDS = 8
"""Words of a name that are completed without quotation marks."""


def words_for(asked: Asked, session: Session) -> list[Candidate] | None:
    """Return what may stand in the place of the last word; None for the names of files."""
    if asked.what == "command":
        found = [Candidate(entry.name, entry.summary) for entry in COMMANDS]
        return _beginning(asked.typed, found)
    if asked.what == "option":
        return _beginning(asked.typed, list(_options(asked.parameters)))
    if asked.what == "value":
        return _beginning(asked.typed, [Candidate(choice) for choice in asked.choices])
    if asked.what == "path":
        return None
    find = WORDS.get(asked.what)
    return find(asked, session) if find else []


def _beginning(typed: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that begin with what is typed, in any case."""
    start = typed.casefold()
    return [one for one in found if one.value.casefold().startswith(start)]


def _options(parameters: Sequence[Any]) -> Iterator[Candidate]:
    for one in parameters:
        if one.param_type_name == "option" and not one.hidden:
            yield Candidate(max(one.opts, key=len), translated(one.help or ""))
    yield Candidate("--help", translated("Show the help."))


def _listed(find: Callable[[str], list[Candidate]], typed: str) -> list[Candidate]:
    """Return what completes a list with commas: all of it as one value, else its last item."""
    found = find(typed)
    head, comma, item = typed.rpartition(",")
    if found or not comma:
        return found
    others = {one.strip().casefold() for one in head.split(",")}
    return [
        Candidate(f"{head},{value}", help)
        for value, help in find(item.lstrip())
        if value.casefold() not in others
    ]


def _names(*kinds: str, several: bool = False) -> Find:
    """Return what finds the names of some kinds; ``several`` may follow each other."""

    def find(asked: Asked, session: Session) -> list[Candidate]:
        store = session.catalogue().store
        if not asked.before:
            return _listed(lambda typed: named.names(store, kinds, typed), asked.typed)
        for start in range(max(0, len(asked.before) - MOST_WORDS), len(asked.before)):
            if found := _continued(store, kinds, asked.before[start:], asked.typed):
                return found
        # The name before is complete: another one may follow.
        return named.names(store, kinds, asked.typed) if several else []

    return find


def _continued(
    store: Store, kinds: Sequence[str], before: Sequence[str], typed: str
) -> list[Candidate]:
    """Return the rest of the names that begin with the words before, then what is typed."""
    start = " ".join(before)
    key = normalize.key(normalize.words(start))
    found = []
    for value, help in named.names(store, kinds, f"{start} {typed}"):
        rest = _after(value, key)
        if rest:
            found.append(Candidate(rest, help or value))
    return found


def _after(name: str, key: str) -> str:
    """Return the words of a name behind those of a key; empty if it does not end with a word."""
    words = name.split(" ")
    for length in count(1):
        if length >= len(words):
            return ""
        if normalize.key(normalize.words(" ".join(words[:length]))) == key:
            return " ".join(words[length:])
    raise AssertionError


def _values(statement: str) -> Find:
    def find(asked: Asked, session: Session) -> list[Candidate]:
        store = session.catalogue().store
        return _listed(lambda typed: named.values(store, statement, typed), asked.typed)

    return find


def _vocabulary(value: Value) -> Find:
    def find(asked: Asked, session: Session) -> list[Candidate]:
        store = session.catalogue().store
        return _listed(lambda typed: named.vocabulary(store, value, typed), asked.typed)

    return find


def _people(asked: Asked, session: Session) -> list[Candidate] | None:
    """Return people only where they are public, as whoever stands by sees a completion."""
    from ...store.public import left_out

    is_internal = left_out(session.catalogue().store).people > 0
    return [] if is_internal else _vocabulary("person")(asked, session)


def _states(asked: Asked, session: Session) -> list[Candidate]:
    from ...agreement_state import STATES

    known = [Candidate(state) for state in STATES]
    return _listed(lambda typed: _beginning(typed, known), asked.typed)


def _regions(asked: Asked, session: Session) -> list[Candidate]:
    from ...geography import region_names

    known = [Candidate(name) for name in sorted(region_names())]
    return _listed(lambda typed: _beginning(typed, known), asked.typed)


def _record_kinds(asked: Asked, session: Session) -> list[Candidate]:
    known = [Candidate(kind) for kind in ("department", "institution", "partnership")]
    return _listed(lambda typed: _beginning(typed, known), asked.typed)


def _languages(asked: Asked, session: Session) -> list[Candidate]:
    from ...i18n import available

    return named.languages(session.catalogue().store, available(), asked.typed)


def _formats(asked: Asked, session: Session) -> list[Candidate]:
    return _beginning(asked.typed, [Candidate(name, help) for name, help, _ in _forms(asked)])


def _forms(asked: Asked) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the name, the use and the suffixes of each format that a command can write."""
    from ...render import FORMATS

    forms: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    if asked.command == "export":
        from ...formats import FORMS

        for form in FORMS:
            suffixes = tuple(one for one in form.suffixes if one.startswith("."))
            _, use, known = forms.get(form.name, ("", form.summary, ()))
            forms[form.name] = (form.name, use, (*known, *suffixes))
    for format in FORMATS:
        if format.serves(asked.command) or not asked.command:
            forms.setdefault(format.name, (format.name, format.summary, format.suffixes))
    yield from forms.values()


def _outputs(asked: Asked, session: Session) -> list[Candidate] | None:
    """Return a file name with each suffix that the command can write; None for existing names."""
    stem, suffix = os.path.splitext(asked.typed)
    if asked.typed.endswith("."):
        stem, suffix = asked.typed[:-1], "."
    name = os.path.basename(stem)
    is_there = any(True for _ in iglob(f"{escape(asked.typed)}*"))
    if not name or (is_there and suffix != "."):
        return None
    return [
        Candidate(f"{stem}{one}", help)
        for _, help, suffixes in _forms(asked)
        for one in suffixes
        if one.startswith(suffix)
    ]


def _fields(asked: Asked, session: Session) -> list[Candidate]:
    answer = _answer_of(asked, session)
    columns = [] if answer is None else answer.columns
    known = [Candidate(column.key, column.label) for column in columns]
    return _listed(lambda typed: _beginning(typed, known), asked.typed)


def _shells(asked: Asked, session: Session) -> list[Candidate]:
    from .install import KNOWN

    return _beginning(asked.typed, [Candidate(shell) for shell in KNOWN])


class _Known(Exception):
    """Ends a run of the program as soon as its answer is known."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer


def _answer_of(asked: Asked, session: Session) -> Answer | None:
    """Return what the line would answer as it stands, of which no row is read; None for nothing."""
    from ..app import program
    from ..session import Session

    class Asking(Session):
        def write_answer(self, answer: Answer) -> None:
            raise _Known(answer)

        def write(self, pieces: object, what: str = "") -> None:
            raise UtpartnersError("")

        def create(self, make: object, what: str = "") -> None:
            raise UtpartnersError("")

    if asked.command in ("init", "rename", "merge", "import"):  # which may write a file
        return None
    asking = Asking()
    try:
        program().main([*asked.words, "--fields="], "utpartners", standalone_mode=False, obj=asking)
    except _Known as known:
        return known.answer
    finally:
        asking.close()
    return None


WORDS: dict[str, Find] = {
    "partner": _names("partnership", "institution"),
    "department": _names("department", several=True),
    "partner or department": _names("partnership", "institution", "department", several=True),
    "record": _names("partnership", "institution", "department", several=True),
    "record kind": _record_kinds,
    "country": _names("country"),
    "region": _regions,
    "status": _vocabulary("status"),
    "kind": _vocabulary("kind"),
    "agreement kind": _vocabulary("agreement kind"),
    "department kind": _vocabulary("department kind"),
    "person": _people,
    "state": _states,
    "home": _values(named.HOMES),
    "language": _languages,
    "format": _formats,
    "fields": _fields,
    "output": _outputs,
    "shell": _shells,
}
"""What finds the words, by what completes a value."""
