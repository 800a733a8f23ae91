"""The public Python API: every question as a typed method of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .questions.signature import takes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Unpack

    from . import model
    from .answers import Card, Table
    from .progress import Progress
    from .questions.filter import Subject
    from .questions.filters import Filters
    from .questions.selection import Selection
    from .questions.sql import Parameters
    from .store.store import Store


def open_catalogue(
    *paths: str, language: str | None = None, progress: Progress | None = None
) -> Catalogue:
    """Return the catalogue at a path, or the bundled one of the University of Tokyo.

    Several paths, or a folder of catalogues, become one catalogue: institutions that are the same
    are joined, and the column ``home`` of the answers tells the catalogues apart.

    Names are in ``language`` (such as ``ja``) where the catalogue has them. ``progress`` is called
    with what is read of a large catalogue. Raises CatalogueError, which says what is wrong and
    where.

    >>> import utpartners
    >>> utpartners.open_catalogue().show("ANU").record()["name"]
    'Australian National University'
    """
    from . import bundled, formats

    if paths:
        store = formats.read_all(paths, progress)
    else:
        store = formats.read(bundled.PATH, progress, trusted=True)
    if language is not None:
        store.set_language(language)
    return Catalogue(store)


class Catalogue:
    """A catalogue that answers questions.

    Every answer is a :class:`~utpartners.answers.Table` (``columns``, ``records()``, iteration over
    rows) or a :class:`~utpartners.answers.Card` (``record()``). Names are found however people
    write them; NotFound or Ambiguous is raised for one that does not mean exactly one record.
    Filters are those of :class:`~utpartners.questions.filters.Filters`: each takes a value or
    several, of which any will do; all filters must hold. Plain words are values of any filter.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def conflicts(self) -> tuple[str, ...]:
        """What several catalogues, asked as one, say differently of the same record."""
        return self.store.conflicts

    def close(self) -> None:
        """Close the file; ``with open_catalogue(...) as catalogue`` does so by itself."""
        self.store.close()

    def __repr__(self) -> str:
        return f"<Catalogue {self.store.origin}>"

    @takes("partnerships")
    def list(
        self,
        *words: str,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return the partnerships that pass the filters, ``limit`` at most.

        Plain words are values of any filter: ``list("primary", "Germany")``. ``sort`` is a column
        such as ``name``, or ``-activities`` for the largest first.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> [row["id"] for row in catalogue.list(country=["Germany", "CH"]).records()]
        ['ethz', 'tum']
        """
        from .questions.list import partnerships
        from .questions.order import arranged

        selection = self._selection("partnerships", words, wanted)
        return arranged(partnerships(self.store, selection), sort, limit)

    def show(self, name: str) -> Card:
        """Return one partnership; the name of a member institution means its group.

        >>> import utpartners
        >>> utpartners.open_catalogue().show("KTH").record()["name"]
        'Group of Stockholm'
        """
        from .questions.show import show

        return show(self.store, name)

    @takes("partnerships")
    def dept(
        self,
        *words: str,
        any: bool = False,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return the partnerships of all (or ``any``) of the departments named in a row.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> [row["id"] for row in catalogue.dept("GS Law and Politics", "GraSPP").records()]
        ['pku', 'snu']
        """
        from .questions.dept import dept
        from .questions.order import arranged
        from .questions.selection import select_beside

        rest, selection = select_beside(self.store, "partnerships", words, wanted)
        return arranged(dept(self.store, rest, any, selection), sort, limit)

    @takes("departments")
    def depts(
        self,
        *words: str,
        without: bool = False,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return the departments with their partnerships; ``without`` keeps those that have none.

        With filters of partnerships, only these are counted.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().depts()
        >>> max(table.records(), key=lambda row: row["partnerships"])["code"]
        'GS Eng'
        """
        from .questions.depts import depts
        from .questions.order import arranged

        selection = self._selection("departments", words, wanted)
        return arranged(depts(self.store, selection, without), sort, limit)

    @takes("partnerships")
    def tree(self, by: str = "status", *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return a tree by ``status``, ``country``, ``dept`` or ``partner``, a row for each leaf.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().tree("country")))
        27
        """
        from .questions.tree import tree

        return tree(self.store, by, self._selection("partnerships", words, wanted))

    @takes("partnerships")
    def matrix(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return departments against partnerships, with true where they work together.

        With filters, the departments that work with none of the partnerships are left out.

        >>> import utpartners
        >>> sum(sum(row[1:]) for row in utpartners.open_catalogue().matrix())
        105
        """
        from .questions.matrix import matrix

        return matrix(self.store, self._selection("partnerships", words, wanted))

    def about(self) -> Card:
        """Return what the project is: aims, phases, initiatives, sources.

        >>> import utpartners
        >>> [phase["first"] for phase in utpartners.open_catalogue().about().record()["phases"]]
        [2014, 2017, 2021]
        """
        from .questions.about import about

        return about(self.store)

    @takes("partnerships")
    def export(
        self,
        table: str = "links",
        *words: str,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return a table of the catalogue as flat rows, of the partnerships that pass the filters.

        ``table`` is links, partnerships, institutions, departments or activities.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().export()))
        106
        """
        from .questions.export import export
        from .questions.order import arranged

        selection = self._selection("partnerships", words, wanted)
        return arranged(export(self.store, table, selection), sort, limit)

    @takes("partnerships")
    def places(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return the institutions of the partnerships that pass the filters, for a map.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().places(country=["Sweden"])
        >>> [row["id"] for row in table.records()]
        ['utokyo', 'stockholm', 'kth', 'karolinska']
        """
        from .questions.map import institutions_map

        return institutions_map(self.store, self._selection("partnerships", words, wanted))

    @takes("partnerships")
    def network(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return the links of departments, partnerships that pass the filters, and institutions.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().network(country=["Sweden"]).records())
        {'source': 'department/gs-eng', 'target': 'partnership/stockholm', 'kind': 'works with'}
        """
        from .questions.network import network

        return network(self.store, self._selection("partnerships", words, wanted))

    @takes("partnerships")
    def records(self, *words: str, **wanted: Unpack[Filters]) -> model.Catalogue:
        """Return the records of the catalogue's file, whole or of what passes the filters.

        >>> import utpartners
        >>> part = utpartners.open_catalogue().records(country=["Sweden"])
        >>> [institution.id for institution in part.institutions]
        ['utokyo', 'stockholm', 'kth', 'karolinska']
        """
        from .store.records import records

        part = self.part(*words, **wanted)
        try:
            return records(part.store)
        finally:
            if part is not self:
                part.close()

    @takes("partnerships")
    def part(self, *words: str, **wanted: Unpack[Filters]) -> Catalogue:
        """Return a catalogue of the partnerships that pass the filters, and what they refer to.

        Its names are in its own language. Without filters it is this catalogue itself.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().part(status=["primary"]).list()))
        9
        """
        from .questions.list import keys
        from .store.part import part

        partnerships = keys(self.store, self._selection("partnerships", words, wanted))
        return self if partnerships is None else Catalogue(part(self.store, partnerships))

    def compare(self, *words: str) -> Table:
        """Return what two or more partnerships, or departments, share and have alone.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().compare("ANU", "Cambridge")
        >>> [row["name"] for row in table.records() if row["shared"]]
        ['GS Eng', 'GraSPP']
        """
        from .questions.compare import compare

        return compare(self.store, words)

    def match(self, texts: Iterable[str]) -> Table:
        """Return what each of many names means, how sure that is, and what else it may mean.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> table = catalogue.match(["Univ. of Cambridge", "北京大学", "Atlantis"])
        >>> [(row["id"], row["how"]) for row in table.records()]
        [('cambridge', 'part'), ('pku', 'alias'), (None, 'none')]
        """
        from .questions.match import match

        return match(self.store, texts)

    @takes("activities")
    def timeline(
        self,
        *words: str,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return the activities in order of time that pass the filters.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().timeline(partner=["TUM"], until="2018")
        >>> [row["when"] for row in table.records()]
        ['2018', '2018/..']
        """
        from .questions.order import arranged
        from .questions.timeline import timeline

        selection = self._selection("activities", words, wanted)
        return arranged(timeline(self.store, selection), sort, limit)

    @takes("partnerships")
    def search(
        self,
        *words: str,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return what has all the words, or starts of words, best first, ``limit`` at most.

        ``"…"`` asks for words in a row.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().search("quantum topology")
        >>> [row["partnership"] for row in table.records()]
        ['ucb']
        """
        from .questions.order import arranged
        from .questions.search import search
        from .questions.selection import select_beside

        rest, selection = select_beside(self.store, "partnerships", words, wanted)
        most = -1 if limit is None or sort is not None else limit
        return arranged(search(self.store, rest, most, selection), sort, limit)

    @takes("agreements")
    def agreements(
        self,
        *words: str,
        on: str | None = None,
        expiring: str | None = None,
        lapsed: str | None = None,
        ends: str | None = None,
        signed: str | None = None,
        state: Iterable[str] = (),
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return the agreements with their state, today or ``on`` a day, by their ends.

        ``expiring`` keeps those that end within a time such as ``12m``, ``lapsed`` those that ended
        within that time before. ``ends`` and ``signed`` are a year, month or day. With ``on``
        alone, only those that may be in force on that day.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().agreements(on="2014")
        >>> [(row["partnership"], row["signed"], row["state"]) for row in table.records()]
        [('princeton', '2013-01', 'unknown')]
        """
        from .questions.agreement_days import asked_days, that_day
        from .questions.agreements import agreements
        from .questions.order import arranged

        asked = asked_days(
            on, expiring=expiring, lapsed=lapsed, ends=ends, signed=signed, state=state
        )
        is_about_the_day = on is not None and not asked.options
        selection = self._selection("agreements", words, wanted)
        found = agreements(self.store, that_day(asked) if is_about_the_day else asked, selection)
        return arranged(found, sort, limit)

    def agreement_stats(self, *, on: str | None = None) -> Table:
        """Return counts of the agreements, in groups, with their states today or ``on`` a day.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().agreement_stats(on="2026").records())
        {'group': 'by state', 'item': 'unknown', 'count': 3, 'unit': 'agreements'}
        """
        from .questions.agreement_days import asked_days
        from .questions.agreement_stats import agreement_stats

        return agreement_stats(self.store, asked_days(on).on)

    def people(self) -> Table:
        """Return the people of the catalogue, with the partnerships and agreements of each.

        >>> import utpartners
        >>> list(utpartners.open_catalogue().people())
        []
        """
        from .questions.people import people

        return people(self.store)

    def changes_since(self, older: Catalogue) -> Table:
        """Return what changed from an older catalogue to this one, a row for each change.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> list(catalogue.changes_since(catalogue))
        []
        """
        from .questions.diff import diff

        between = f"from {older.store.origin} to {self.store.origin}"
        return diff(older.records(), self.records(), between)

    @takes("partnerships")
    def stats(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return counts of the catalogue, or of the partnerships that pass the filters.

        Each has its unit.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().stats().records())
        {'group': 'totals', 'item': 'partnerships', 'count': 16, 'unit': 'partnerships'}
        """
        from .questions.stats import stats

        return stats(self.store, self._selection("partnerships", words, wanted))

    def sql(self, statement: str, parameters: Parameters = ()) -> Table:
        """Return the answer of one SELECT over the tables that :meth:`schema` lists.

        Values from elsewhere belong into ``parameters``: a list for each ``?`` of the statement, a
        mapping for each ``:name``.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> list(catalogue.sql("SELECT count(*) AS n FROM activity WHERE kind = ?", ["workshop"]))
        [(15,)]
        """
        from .questions.sql import sql

        return sql(self.store, statement, parameters)

    def schema(self) -> Table:
        """Return the tables that :meth:`sql` can ask, a row for each column."""
        from .questions.sql import schema

        return schema(self.store)

    def _selection(self, subject: Subject, words: Sequence[str], wanted: Filters) -> Selection:
        from .questions.selection import select

        return select(self.store, subject, wanted, words)
