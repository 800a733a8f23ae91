"""The facts that a page shows: answers of questions, and a few queries of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..answers import distinct
from ..drawing.marks import OTHER, marks
from ..i18n import translated
from ..progress import no_progress
from ..questions.about import about
from ..questions.depts import depts
from ..questions.export import export
from ..questions.map import institutions_map
from ..questions.show import card
from ..questions.stats import stats
from ..questions.vocabularies import status_words, statuses
from ..visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..answers import Facts, Table
    from ..progress import Progress
    from ..store.store import Store

_PLACE = ("name", "abbreviation", "latitude", "longitude")

_KEYS = "SELECT pk FROM partnership ORDER BY pk"
_DEPARTMENTS = "SELECT pk FROM department ORDER BY pk"

_HOME = """
SELECT i.name, i.abbreviation, i.latitude, i.longitude
FROM catalogue c JOIN institution i ON i.id = c.home ORDER BY c.pk LIMIT 1
"""

_PAGE = "SELECT official, page FROM main.catalogue ORDER BY pk LIMIT 1"

_COUNTRIES = """
SELECT c.code, c.name FROM country c WHERE c.code IN (
  SELECT i.country FROM member m JOIN institution i ON i.pk = m.institution)
ORDER BY c.name
"""

_LINKS = """
SELECT department, partnership FROM link ORDER BY department, partnership
"""

_LINKS_OF_COUNTRIES = """
SELECT l.department, i.country, count(DISTINCT l.partnership)
FROM link l JOIN member m ON m.partnership = l.partnership
JOIN institution i ON i.pk = m.institution
GROUP BY l.department, i.country ORDER BY l.department
"""

_SHOWN = (
    ("activity", "title"), ("activity", "summary"), ("catalogue", "title"), ("catalogue", "about"),
    ("aim", "text"), ("note", "text"), ("phase", "purpose"), ("initiative", "summary"),
)  # fmt: skip
"""Tables and columns of texts that may be in the language of the page, else in their own."""

_OWN_TEXTS = tuple(
    f"SELECT {c} FROM main.{t} INTERSECT SELECT {c} FROM {t}"  # noqa: S608
    for t, c in _SHOWN
)


class Event(NamedTuple):
    """An activity and the partnership that it belongs to."""

    partnership: Facts
    activity: Facts


class PageContext(NamedTuple):
    """Everything that a page shows; names are in the language that is set in the store."""

    about: Facts
    """What ``about`` answers, and whether the page is ``official`` and which ``page`` it is."""
    home: Facts | None
    """Name, abbreviation, latitude and longitude of the home institution."""
    counts: dict[tuple[str, str], int]
    """The counts of ``stats`` by group and item."""
    partnerships: list[Facts]
    """What ``show`` answers for each, with its ``anchor`` and the ``mark`` of its status."""
    vocabulary: list[str]
    """All statuses that the catalogue has, in its order: each has its own mark."""
    said_status: Callable[[str], str]
    """Returns a status as people see it."""
    departments: list[Facts]
    """What ``depts`` answers for each, with its ``anchor``."""
    institutions: list[Facts]
    countries: dict[str, str]
    """Names of the partners' countries by their codes, in the order of the names."""
    map: Table
    """The institutions as :mod:`utpartners.drawing` maps them."""
    links: list[tuple[int, int]]
    """Indices, from 0, of a department and a partnership that work together."""
    links_of_countries: dict[tuple[int, str], int]
    """How many partnerships a department has with partners in a country, where it has any."""

    ended_left_out: int
    """How many partnerships have ended and are not shown."""
    own_texts: frozenset[str]
    """The texts of the catalogue that are in its own language, as there are no others."""

    @property
    def statuses(self) -> dict[str, int]:
        """The number of partnerships of each status."""
        return {item: count for (group, item), count in self.counts.items() if group == "by status"}

    @property
    def events(self) -> list[Event]:
        """The activities of all partnerships."""
        return [
            Event(partnership, activity)
            for partnership in self.partnerships
            for activity in partnership["activities"]
        ]


def page_context(
    store: Store, progress: Progress = no_progress, *, ended_left_out: int = 0
) -> PageContext:
    """Return everything that a page shows; ``progress`` counts the partnerships."""
    keys = [pk for (pk,) in store.rows(_KEYS)]
    place = {pk: number for number, pk in enumerate(keys)}
    own = {pk: number for number, (pk,) in enumerate(store.rows(_DEPARTMENTS))}
    home = store.one(_HOME)
    official, address = store.one(_PAGE) or (0, None)
    vocabulary = list(statuses(store))
    counts = {(group, item): count for group, item, count, _ in stats(store)}
    watched = progress(keys, len(keys), translated("Writing"))
    shown = anchored("p", (card(store, pk).record() for pk in watched))
    return PageContext(
        about={**about(store).record(), "official": official, "page": address},
        home=dict(zip(_PLACE, home, strict=True)) if home else None,
        counts=counts,
        partnerships=marked(shown, vocabulary),
        vocabulary=vocabulary,
        said_status=status_words(store),
        departments=anchored("d", depts(store).records()),
        institutions=list(export(store, "institutions").records()),
        countries=dict(store.rows(_COUNTRIES)),
        map=institutions_map(store),
        links=[(own[department], place[pk]) for department, pk in store.rows(_LINKS)],
        links_of_countries={
            (own[department], code): count
            for department, code, count in store.rows(_LINKS_OF_COUNTRIES)
        },
        ended_left_out=ended_left_out,
        own_texts=frozenset(text for sql in _OWN_TEXTS for (text,) in store.rows(sql)),
    )


def anchored(prefix: str, records: Iterable[Facts]) -> list[Facts]:
    """Return records with an ``anchor`` each, unique on the page."""
    found = list(records)
    # Ids of partnerships and departments may be equal, so each kind has a prefix of its own.
    anchors = distinct(visible(f"{prefix}-{record['id']}") for record in found)
    return [{**record, "anchor": anchor} for record, anchor in zip(found, anchors, strict=True)]


def marked(partnerships: Iterable[Facts], statuses: Sequence[str]) -> list[Facts]:
    """Return partnerships with the ``mark`` of their status, the same as in pictures."""
    known = marks(statuses)
    return [{**record, "mark": known.get(record["status"], OTHER)} for record in partnerships]
