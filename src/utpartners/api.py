"""The questions as typed methods of a catalogue, for use from Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypedDict, Unpack

    from . import model
    from .answers import Card, Table
    from .progress import Progress
    from .questions.list import Filters
    from .store.store import Store

    class Wanted(TypedDict, total=False):
        """Filters by name: any of the values within one, all of them together."""

        status: Iterable[str]
        country: Iterable[str]
        dept: Iterable[str]
        all_depts: bool
        """Whether a partnership must have all the departments, instead of any."""
        since: int | None
        """Only partnerships that are known to have begun in this year or later."""
        inactive_since: int | None
        """Only partnerships of which no activity is known in this year or later."""
        home: Iterable[str]
        """Only partnerships of these homes, where several catalogues are asked as one."""


def open_catalogue(
    *paths: str, language: str | None = None, progress: Progress | None = None
) -> Catalogue:
    """The catalogue at a path, or the bundled one of the University of Tokyo.

    Several paths, or a folder of catalogues, are asked as one: institutions that are the same are
    joined, and ``home`` in the answers tells the catalogues apart.

    Names are in ``language`` (such as ``ja``) where the catalogue has them. Raises CatalogueError,
    which says what is wrong and where. ``progress`` is shown how a large catalogue is read.

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
        """Let go of the file; ``with open_catalogue(...) as catalogue`` does it by itself."""
        self.store.close()

    def __repr__(self) -> str:
        return f"<Catalogue {self.store.origin}>"

    def list(self, *, limit: int | None = None, **wanted: Unpack[Wanted]) -> Table:
        """The partnerships that pass the filters: status, country, dept (with all_depts), years.

        Each takes several values, of which any will do; all filters must hold.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> [row["id"] for row in catalogue.list(country=["Germany", "CH"]).records()]
        ['ethz', 'tum']
        """
        from .questions.list import partnerships

        return partnerships(self.store, self._filters(wanted), limit=limit)

    def show(self, name: str) -> Card:
        """One partnership; the name of a member institution means its group.

        >>> import utpartners
        >>> utpartners.open_catalogue().show("KTH").record()["name"]
        'Group of Stockholm'
        """
        from .questions.show import show

        return show(self.store, name)

    def dept(self, *words: str, any: bool = False, limit: int | None = None) -> Table:
        """The partnerships of all (or ``any``) of the departments named one after the other.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> [row["id"] for row in catalogue.dept("GS Law and Politics", "GraSPP").records()]
        ['pku', 'snu']
        """
        from .questions.dept import dept

        return dept(self.store, words, any, limit)

    def depts(self, *, without: bool = False) -> Table:
        """The departments with their partnerships; ``without`` keeps those that have none.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().depts()
        >>> max(table.records(), key=lambda row: row["partnerships"])["code"]
        'GS Eng'
        """
        from .questions.depts import departments

        return departments(self.store, without)

    def tree(self, by: str = "status") -> Table:
        """Partnerships by ``status``, ``country``, ``dept`` or ``partner``: a row for each leaf.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().tree("country")))
        27
        """
        from .questions.tree import tree

        return tree(self.store, by)

    def matrix(self, **wanted: Unpack[Wanted]) -> Table:
        """Departments against partnerships, true where they work together.

        Filtered as in :meth:`list`; then without the departments that work with none of them.

        >>> import utpartners
        >>> sum(sum(row[1:]) for row in utpartners.open_catalogue().matrix())
        105
        """
        from .questions.matrix import matrix

        return matrix(self.store, self._filters(wanted))

    def about(self) -> Card:
        """What the project is: aims, phases, initiatives, sources.

        >>> import utpartners
        >>> [phase["first"] for phase in utpartners.open_catalogue().about().record()["phases"]]
        [2014, 2017, 2021]
        """
        from .questions.about import about

        return about(self.store)

    def export(self, table: str = "links", **wanted: Unpack[Wanted]) -> Table:
        """A table of the catalogue as flat rows, filtered as in :meth:`list`.

        ``table`` is links, partnerships, institutions, departments or activities.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().export()))
        106
        """
        from .questions.export import export

        return export(self.store, table, self._filters(wanted))

    def places(self, **wanted: Unpack[Wanted]) -> Table:
        """The institutions with their coordinates, for a map; filtered as in :meth:`list`.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().places(country=["Sweden"])
        >>> [row["id"] for row in table.records()]
        ['utokyo', 'stockholm', 'kth', 'karolinska']
        """
        from .questions.places import places

        return places(self.store, self._filters(wanted))

    def network(self, **wanted: Unpack[Wanted]) -> Table:
        """The links of departments, partnerships and institutions; filtered as in :meth:`list`.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().network(country=["Sweden"]).records())
        {'source': 'department/gs-eng', 'target': 'partnership/stockholm', 'kind': 'works with'}
        """
        from .questions.network import network

        return network(self.store, self._filters(wanted))

    def records(self, **wanted: Unpack[Wanted]) -> model.Catalogue:
        """The catalogue as the records of its file, whole or filtered as in :meth:`list`.

        >>> import utpartners
        >>> part = utpartners.open_catalogue().records(country=["Sweden"])
        >>> [institution.id for institution in part.institutions]
        ['utokyo', 'stockholm', 'kth', 'karolinska']
        """
        from .store.records import records

        part = self.part(**wanted)
        try:
            return records(part.store)
        finally:
            if part is not self:
                part.close()

    def part(self, **wanted: Unpack[Wanted]) -> Catalogue:
        """The partnerships that pass the filters of :meth:`list`, and what they refer to.

        Its names are in its own language. Without filters it is this catalogue itself.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().part(status=["primary"]).list()))
        9
        """
        from .questions.list import keys
        from .store.part import part

        partnerships = keys(self.store, self._filters(wanted))
        return self if partnerships is None else Catalogue(part(self.store, partnerships))

    def compare(self, *words: str) -> Table:
        """What two or more partnerships, or departments, share and have alone.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().compare("ANU", "Cambridge")
        >>> [row["name"] for row in table.records() if row["shared"]]
        ['GS Eng', 'GraSPP']
        """
        from .questions.compare import compare

        return compare(self.store, words)

    def match(self, texts: Iterable[str]) -> Table:
        """What each of many names from elsewhere means, how sure that is, and what else it may be.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> table = catalogue.match(["Univ. of Cambridge", "北京大学", "Atlantis"])
        >>> [(row["id"], row["how"]) for row in table.records()]
        [('cambridge', 'part'), ('pku', 'alias'), (None, 'none')]
        """
        from .questions.match import match

        return match(self.store, texts)

    def timeline(
        self,
        *,
        partner: Iterable[str] = (),
        dept: Iterable[str] = (),
        kind: Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
        done: bool = False,
    ) -> Table:
        """The activities in order of time, from and to an EDTF time such as ``2019-04``.

        ``done`` leaves out what is only planned.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().timeline(partner=["TUM"], until="2018")
        >>> [row["when"] for row in table.records()]
        ['2018', '2018/..']
        """
        from .questions.filters import activities_of
        from .questions.timeline import span, timeline

        days = span(since, until)
        return timeline(self.store, *activities_of(self.store, partner, dept, kind), days, done)

    def search(self, *words: str, limit: int | None = None) -> Table:
        """What has all the words, or starts of words, best first; ``"…"`` for words in a row.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().search("quantum topology")
        >>> [row["partnership"] for row in table.records()]
        ['ucb']
        """
        from .questions.search import search

        return search(self.store, words, -1 if limit is None else limit)

    def agreements(self, *, on: str | None = None, expiring: str | None = None) -> Table:
        """The dated agreements with their state, today or ``on`` a day; see :mod:`.agreements`.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().agreements(on="2014")
        >>> [(row["partnership"], row["signed"], row["state"]) for row in table.records()]
        [('princeton', '2013-01', 'unknown')]
        """
        from .questions.agreements import agreements, day

        return agreements(self.store, day(on, expiring), only_then=on is not None)

    def changes_since(self, older: Catalogue) -> Table:
        """What changed from an older catalogue to this one: a row for each change.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> list(catalogue.changes_since(catalogue))
        []
        """
        from .questions.diff import diff

        between = f"from {older.store.origin} to {self.store.origin}"
        return diff(older.records(), self.records(), between)

    def stats(self) -> Table:
        """Counts of the catalogue, each with its unit.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().stats().records())
        {'group': 'totals', 'item': 'partnerships', 'count': 16, 'unit': 'partnerships'}
        """
        from .questions.stats import stats

        return stats(self.store)

    def sql(self, statement: str) -> Table:
        """The answer of one SELECT over the tables that :meth:`schema` lists.

        >>> import utpartners
        >>> list(utpartners.open_catalogue().sql("SELECT count(*) AS n FROM link"))
        [(105,)]
        """
        from .questions.sql import sql

        return sql(self.store, statement)

    def schema(self) -> Table:
        """The tables that :meth:`sql` can ask: a row for each column."""
        from .questions.sql import schema

        return schema(self.store)

    def _filters(self, wanted: Wanted) -> Filters:
        from .questions.filters import resolved

        return resolved(self.store, **wanted)
