"""A catalogue as data: opened, closed, exported, asked in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..questions.signature import takes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self, Unpack

    from .. import model
    from ..answers import Table
    from ..importing.ror.index import Index
    from ..progress import Progress
    from ..questions.filter import Subject
    from ..questions.filters import Filters
    from ..questions.selection import Selection
    from ..questions.sql import Parameters
    from ..store.store import Store


class CatalogueData:
    """The tables and records of a catalogue, which is open until it is closed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._registries: dict[str, Index] = {}

    def __enter__(self) -> Self:
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
        while self._registries:
            self._registries.popitem()[1].close()

    def __repr__(self) -> str:
        return f"<Catalogue {self.store.origin}>"

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
        from ..questions.export import export
        from ..questions.order import arranged

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
        from ..questions.map import institutions_map

        return institutions_map(
            self.store, self._selection("partnerships", words, wanted, with_ended=False)
        )

    @takes("partnerships")
    def network(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return the links of departments, partnerships that pass the filters, and institutions.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().network(country=["Sweden"]).records())
        {'source': 'department/gs-eng', 'target': 'partnership/stockholm', 'kind': 'works with'}
        """
        from ..questions.network import network

        return network(self.store, self._selection("partnerships", words, wanted, with_ended=False))

    @takes("partnerships")
    def records(self, *words: str, **wanted: Unpack[Filters]) -> model.Catalogue:
        """Return the records of the catalogue's file, whole or of what passes the filters.

        >>> import utpartners
        >>> part = utpartners.open_catalogue().records(country=["Sweden"])
        >>> [institution.id for institution in part.institutions]
        ['utokyo', 'stockholm', 'kth', 'karolinska']
        """
        from ..store.records import records

        part = self.part(*words, **wanted)
        try:
            return records(part.store)
        finally:
            if part is not self:
                part.close()

    @takes("partnerships")
    def part(self, *words: str, **wanted: Unpack[Filters]) -> Self:
        """Return a catalogue of the partnerships that pass the filters, and what they refer to.

        Its names are in its own language. Without filters it is this catalogue itself.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().part(status=["primary"]).list()))
        9
        """
        from ..questions.list import keys
        from ..store.part import part

        partnerships = keys(self.store, self._selection("partnerships", words, wanted))
        return self if partnerships is None else type(self)(part(self.store, partnerships))

    def public(self) -> Self:
        """Return a catalogue of the public facts only, as the page shows them.

        What is internal is said in the model, and changed by ``[catalogue] public``.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().public().list()))
        16
        """
        from ..store.public import public_store

        found = public_store(self.store)
        return self if found is self.store else type(self)(found)

    def sql(self, statement: str, parameters: Parameters = ()) -> Table:
        """Return the answer of one SELECT over the tables that :meth:`schema` lists.

        Values from elsewhere belong into ``parameters``: a list for each ``?`` of the statement, a
        mapping for each ``:name``.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> list(catalogue.sql("SELECT count(*) AS n FROM activity WHERE kind = ?", ["workshop"]))
        [(15,)]
        """
        from ..questions.sql import sql

        return sql(self.store, statement, parameters)

    def schema(self) -> Table:
        """Return the tables that :meth:`sql` can ask, a row for each column."""
        from ..questions.sql import schema

        return schema(self.store)

    def _registry(self, path: str, progress: Progress | None) -> Index:
        """Return the organisations of a dump of ROR, which is closed with the catalogue."""
        from ..importing.ror.cache import open_registry
        from ..progress import no_progress

        if path not in self._registries:
            self._registries[path] = open_registry(path, progress or no_progress)
            self.store.notes += self._registries[path].notes
        return self._registries[path]

    def _selection(
        self, subject: Subject, words: Sequence[str], wanted: Filters, *, with_ended: bool = True
    ) -> Selection:
        from ..questions.selection import select

        return select(self.store, subject, wanted, words, with_ended=with_ended)
