"""Questions about the partners of a catalogue and the departments that work with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..questions.signature import takes
from .data import CatalogueData

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..answers import Card, Table
    from ..progress import Progress
    from ..questions.filters import Filters


class PartnerQuestions(CatalogueData):
    """Partnerships and departments: listed, looked up, compared, searched."""

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
        from ..questions.list import partnerships
        from ..questions.order import arranged

        selection = self._selection("partnerships", words, wanted, with_ended=False)
        return arranged(partnerships(self.store, selection), sort, limit)

    @takes("activities")
    def show(self, name: str, *words: str, **wanted: Unpack[Filters]) -> Card:
        """Return one partnership; the name of a member institution means its group.

        ``words`` go on with the name. Filters leave out other activities, and other partnerships
        that are called so.

        >>> import utpartners
        >>> utpartners.open_catalogue().show("KTH").record()["name"]
        'Group of Stockholm'
        """
        from ..questions.selection import select_beside
        from ..questions.show import show

        rest, selection = select_beside(self.store, "activities", (name, *words), wanted)
        return show(self.store, " ".join(rest), selection)

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
        from ..questions.dept import dept
        from ..questions.order import arranged
        from ..questions.selection import select_beside

        rest, selection = select_beside(self.store, "partnerships", words, wanted, with_ended=False)
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
        from ..questions.depts import depts
        from ..questions.order import arranged

        selection = self._selection("departments", words, wanted, with_ended=False)
        return arranged(depts(self.store, selection, without), sort, limit)

    @takes("partnerships")
    def tree(self, by: str = "status", *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return a tree by ``status``, ``country``, ``dept`` or ``partner``, a row for each leaf.

        >>> import utpartners
        >>> len(list(utpartners.open_catalogue().tree("country")))
        27
        """
        from ..questions.tree import tree

        return tree(
            self.store, by, self._selection("partnerships", words, wanted, with_ended=False)
        )

    @takes("partnerships")
    def matrix(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return departments against partnerships, with true where they work together.

        With filters, the departments that work with none of the partnerships are left out.

        >>> import utpartners
        >>> sum(sum(row[1:]) for row in utpartners.open_catalogue().matrix())
        105
        """
        from ..questions.matrix import matrix

        return matrix(self.store, self._selection("partnerships", words, wanted, with_ended=False))

    def compare(self, *words: str) -> Table:
        """Return what two or more partnerships, or departments, share and have alone.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().compare("ANU", "Cambridge")
        >>> [row["name"] for row in table.records() if row["shared"]]
        ['GS Eng', 'GraSPP']
        """
        from ..questions.compare import compare

        return compare(self.store, words)

    def match(
        self, texts: Iterable[str], *, ror: str | None = None, progress: Progress | None = None
    ) -> Table:
        """Return what each of many names means, how sure that is, and what else it may mean.

        With ``ror``, the path of a data dump of the Research Organization Registry, each name has
        the organisation of that registry, too. A dump that is new is read, of which ``progress`` is
        told.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> table = catalogue.match(["Univ. of Cambridge", "北京大学", "Atlantis"])
        >>> [(row["id"], row["how"]) for row in table.records()]
        [('cambridge', 'part'), ('pku', 'alias'), (None, 'none')]
        """
        from ..questions.match import match

        answer = match(self.store, texts)
        if ror is None:
            return answer
        from ..importing.ror.matching import with_organisations

        return with_organisations(answer, self._registry(ror, progress))

    def enrich(self, ror: str, *, progress: Progress | None = None) -> Table:
        """Return what a data dump of ROR, at a path, has of each institution, and this one lacks.

        A dump that is new is read, of which ``progress`` is told.
        """
        from ..importing.ror.enrich import enrich

        return enrich(self.store, self._registry(ror, progress))

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
        ['ucb', 'ucb']
        """
        from ..questions.order import arranged
        from ..questions.search import search
        from ..questions.selection import select_beside

        rest, selection = select_beside(self.store, "partnerships", words, wanted)
        most = -1 if limit is None or sort is not None else limit
        return arranged(search(self.store, rest, most, selection), sort, limit)
