"""What a screen says above and below partnerships: how many there are, and what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from .ended import count_left_out
from .multi_home import catalogue_as_of_briefly
from .selection import Selection
from .vocabularies import status_words, statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..answers import Facts
    from ..store.store import Store

MOST_COUNTED = 50_000
"""Partnerships of a catalogue up to which their institutions and countries are counted, too."""

_ALL = "SELECT count(*) FROM main.partnership"

_SELECTED = "SELECT count(*) FROM partnership p WHERE {where}"

_MEMBERS = """
SELECT count(DISTINCT m.institution), count(DISTINCT i.country)
FROM main.member m JOIN main.institution i ON i.pk = m.institution
"""

_MEMBERS_OF = f"{_MEMBERS} JOIN main.partnership p ON p.pk = m.partnership WHERE {{where}}"

_COUNTRIES = "SELECT code, name FROM country"

_PLAIN = r"[A-Za-z0-9_.:/+-]+"


def partnerships_counted(store: Store, selection: Selection) -> Callable[[], str]:
    """Return what says how many partnerships a selection has, of how many there are."""

    def counted() -> str:
        (total,) = store.one(_ALL) or (0,)
        everything = Selection(leaves_out_ended=selection.leaves_out_ended)
        if selection.leaves_out_ended:
            # These are few, and an index finds them: to count the others would read all.
            total -= count_left_out(store, everything)
        if not selection.is_filtered:
            said = _sizes(store, total, everything)
        else:
            sql = _SELECTED.format(where=selection.condition)
            (count,) = store.one(sql, selection.values) or (0,)
            said = [count_of(count, total)]
        return " · ".join(filter(None, [*said, _said_time(store)]))

    return counted


def count_of(count: int, total: int) -> str:
    """Return how many partnerships there are of how many."""
    if count == total:
        return partnerships_in_words(total)
    one = translated("{count} of {total} partnership")
    several = translated("{count} of {total} partnerships")
    return (one if total == 1 else several).format(count=f"{count:,}", total=f"{total:,}")


def partnerships_in_words(count: int) -> str:
    """Return a number of partnerships in words."""
    one, several = translated("{count} partnership"), translated("{count} partnerships")
    return (one if count == 1 else several).format(count=f"{count:,}")


def _sizes(store: Store, total: int, everything: Selection) -> list[str]:
    said = [partnerships_in_words(total)]
    if total <= MOST_COUNTED:
        leaves_out = everything.leaves_out_ended
        members = _MEMBERS_OF.format(where=everything.condition) if leaves_out else _MEMBERS
        institutions, countries = store.one(members) or (0, 0)
        one, several = translated("{count} institution"), translated("{count} institutions")
        said.append((one if institutions == 1 else several).format(count=f"{institutions:,}"))
        one, several = translated("{count} country"), translated("{count} countries")
        said.append((one if countries == 1 else several).format(count=f"{countries:,}"))
    return said


def _said_time(store: Store) -> str:
    said = catalogue_as_of_briefly(store)
    return said[:1].lower() + said[1:]


def statuses_in_order(store: Store) -> Callable[[], list[str]]:
    """Return what gives the statuses in the order of the catalogue, in the reader's words."""
    return lambda: list(map(status_words(store), statuses(store)))


def country_names(store: Store) -> Callable[[Sequence[str]], list[str]]:
    """Return what gives the names of countries by their codes; they are read when it is called."""
    names: dict[str, str] = {}

    def named(codes: Sequence[str]) -> list[str]:
        if not names:
            names.update(store.rows(_COUNTRIES))
        return [names.get(code, code) for code in codes]

    return named


def id_in(row: Facts) -> str:
    """Return the id of a partnership of an answer, with its home where there are several."""
    return f"{row['home']}/{row['id']}" if "home" in row else str(row["id"])


def step(*words: str) -> str:
    """Return a command that can be typed as it stands, without the name of the program."""
    import re  # compiled where a screen proposes a command, and not at every start

    return " ".join(one if re.fullmatch(_PLAIN, one) else _quoted(one) for one in words)


def _quoted(text: str) -> str:
    from ..shell import word

    return word(text)
