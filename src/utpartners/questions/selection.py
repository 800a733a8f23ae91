"""What passes the filters that were given: a condition for SQL, and the words that describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..i18n import translated
from .filters import filters_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..store.store import Store
    from .filter import Filter, Subject


class Selection:
    """A condition for SQL on what a question is about, and the values that it binds."""

    def __init__(
        self,
        subject: Subject = "partnerships",
        values: Mapping[str, Any] | None = None,
        given: Mapping[str, Sequence[str]] | None = None,
        *,
        leaves_out_ended: bool = False,
    ) -> None:
        self.subject: Subject = subject
        self.values = values or {}
        """The values for SQL of each filter that was given, by its name."""
        self._given = given or {}
        self.leaves_out_ended = leaves_out_ended
        """Whether ended partnerships are left out although no filter says so."""
        self._conditions: dict[str, tuple[str, str]] = {}
        for name, filter in self._filters().items():
            if filter.sql and (not filter.replaces or filter.replaces in self._conditions):
                self._conditions[filter.replaces or name] = filter.record, filter.sql
        self.is_filtered = bool(self._conditions)
        """Whether any filter leaves something out."""

    def _filters(self) -> dict[str, Filter]:
        """Return the filters that were given; nothing is read of the others."""
        if not self.values:
            return {}
        known = filters_of(self.subject)
        return {name: filter for name, filter in known.items() if name in self.values}

    @property
    def condition(self) -> str:
        """The condition on a partnership ``p``, activity or agreement ``a``, and person ``h``."""
        return self._joined("pah")

    @property
    def activity_condition(self) -> str:
        """The condition on an activity or agreement ``a`` alone."""
        return self._joined("a")

    @property
    def partnership_condition(self) -> str:
        """The condition on a partnership ``p`` alone."""
        return self._joined("p")

    @property
    def department_condition(self) -> str:
        """The condition on a department ``d`` itself, where departments are listed."""
        return self._joined("d")

    @property
    def always(self) -> str:
        """The condition that holds without any filter: that a partnership ``p`` has not ended."""
        if not self.leaves_out_ended:
            return "TRUE"
        from .conditions import CURRENT

        return CURRENT

    def _joined(self, records: str) -> str:
        conditions = [sql for record, sql in self._conditions.values() if record in records]
        if self.leaves_out_ended and "p" in records:
            conditions.append(self.always)
        return " AND ".join(conditions) or "TRUE"

    @property
    def filters_partnerships(self) -> bool:
        """Whether a filter leaves out partnerships, activities or agreements."""
        return any(record in "pa" for record, _ in self._conditions.values())

    def without(self, *names: str) -> Selection:
        """Return the selection as if some filters had not been given."""
        values = {name: value for name, value in self.values.items() if name not in names}
        return self._with(values)

    def with_values(self, **values: Any) -> Selection:
        """Return the selection with further values for SQL, by the names of their filters."""
        return self._with({**self.values, **values})

    def with_ended(self) -> Selection:
        """Return the selection with the ended partnerships that it leaves out."""
        return Selection(self.subject, self.values, self._given)

    def _with(self, values: Mapping[str, Any]) -> Selection:
        return Selection(self.subject, values, self._given, leaves_out_ended=self.leaves_out_ended)

    def described(self, store: Store) -> str:
        """Return what is selected in words: ``primary partnerships in Germany``."""
        what = translated(self.subject)
        for name, filter in self._filters().items():
            values = self._shown(store, name, filter)
            phrase = self._phrase(name, filter, values)
            what = phrase.format(what=what, values=self._joined_values(name, values))
        return what

    def _phrase(self, name: str, filter: Filter, values: Sequence[str]) -> str:
        """Return how a title says a filter; a status with a name of its own is no adjective."""
        if name != "status":
            return translated(filter.phrase)
        from ..vocabulary import word  # only titles of filtered answers need it

        if set(values) <= set(map(word, self.values[name])):
            return translated(filter.phrase)
        if self.subject == "partnerships":
            return translated("{what} with the status {values}")
        return translated("{what} of partnerships with the status {values}")

    def title(self, store: Store, otherwise: str = "") -> str:
        """Return the description as a title; ``otherwise`` where nothing is left out."""
        if not self.is_filtered and otherwise:
            return otherwise
        said = self.described(store)
        return said[:1].upper() + said[1:]

    def _joined_values(self, name: str, values: Sequence[str]) -> str:
        are_all_needed = name == "dept" and "all_depts" in self.values
        last = translated(" and ") if are_all_needed else translated(" or ")
        if len(values) < 2:
            return "".join(values)
        return last.join([translated(", ").join(values[:-1]), values[-1]])

    def _shown(self, store: Store, name: str, filter: Filter) -> list[str]:
        if filter.value == "flag":
            return []
        # Only titles of filtered answers need the names of what was asked for.
        from .filter_values import shown

        return shown(store, filter.value, self.values[name], self._given.get(name, ()))


EVERYTHING = Selection()


def select(
    store: Store,
    subject: Subject,
    wanted: Mapping[str, Any],
    words: Sequence[str] = (),
    *,
    with_ended: bool = True,
) -> Selection:
    """Return what the filters of a subject let pass.

    ``wanted`` has what was typed by the name of its filter; None, False and no values at all are no
    filter. ``words`` name values of any filter, as ``list primary Germany`` does. Ended
    partnerships are left out unless ``with_ended``, or the filters ask for them. Raises Ambiguous,
    NotFound or UsageError, and TypeError for the name of no filter.
    """
    if not words and not any(map(_is_given, wanted.values())):
        _refuse_unknown(filters_of(subject) if wanted else {}, wanted)
        return _made(store, Selection(subject, leaves_out_ended=not with_ended))
    filters = filters_of(subject)
    _refuse_unknown(filters, wanted)
    from .filter_values import read, texts_of
    from .words import settled, with_words

    words, wanted = settled(store, filters, words, wanted)
    if words:
        wanted = with_words(store, filters, words, wanted)
    values: dict[str, Any] = {}
    given: dict[str, list[str]] = {}
    for name, filter in filters.items():
        typed: Any = wanted.get(name)
        if filter.is_repeatable:
            typed = texts_of(store, filter.value, name, typed)
        if _is_given(typed):
            given[name] = list(typed) if filter.is_repeatable else [str(typed)]
            values[name] = read(store, filter.value, name, typed)
    _refuse_swapped(values, wanted)
    leaves_out = not with_ended and not _asks_for_ended(store, values)
    return _made(store, Selection(subject, values, given, leaves_out_ended=leaves_out))


def _asks_for_ended(store: Store, values: Mapping[str, Any]) -> bool:
    from .ended import asks_for_ended

    return asks_for_ended(store, values)


def _made(store: Store, selection: Selection) -> Selection:
    """Return a selection for whose condition the store has every function."""
    condition = selection.condition
    if "_day(" in condition:
        from .days import define_days

        define_days(store)
    if "agreement_state(" in condition:
        from .days import define_state

        define_state(store)
    if "today(" in condition:
        from .ended import define_today

        define_today(store)
    return selection


def select_beside(
    store: Store,
    subject: Subject,
    words: Sequence[str],
    wanted: Mapping[str, Any],
    *,
    with_ended: bool = True,
) -> tuple[Sequence[str], Selection]:
    """Return the words that are no part of the value of a filter, and what the filters let pass.

    So for questions whose words are no filters, such as those to search for.
    """
    if any(map(_is_given, wanted.values())):
        from .words import settled

        words, wanted = settled(store, filters_of(subject), words, wanted)
    return words, select(store, subject, wanted, with_ended=with_ended)


def _is_given(typed: Any) -> bool:
    # Not just "if typed": zero is a year, and an empty text the name of nothing.
    return typed is not None and typed is not False and typed != [] and typed != ()


def _refuse_unknown(filters: Mapping[str, Filter], wanted: Mapping[str, Any]) -> None:
    if unknown := [name for name in wanted if name not in filters]:
        raise TypeError(f"there is no filter {unknown[0]!r}, only {', '.join(filters)}")


def _refuse_swapped(values: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    if "since" in values and "until" in values and values["since"] > values["until"]:
        after = translated("--since {since} is after --until {until}")
        raise UsageError(
            after.format(since=wanted["since"], until=wanted["until"]),
            translated("Swap the two dates."),
        )
    if values.get("current") and values.get("ended"):
        raise UsageError(
            translated("--current and --ended exclude each other"),
            translated("For both, use --all."),
        )
