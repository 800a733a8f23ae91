"""The public Python API: every question as a typed method of a catalogue.

:mod:`.data` has a catalogue as data, :mod:`.partners` the questions about partnerships and
departments; here are those about time, agreements and people, and how a catalogue is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from ..questions.signature import takes
from .partners import PartnerQuestions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..answers import Card, Table
    from ..progress import Progress
    from ..questions.filters import Filters


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
    from .. import bundled, formats

    if paths:
        store = formats.read_all(paths, progress)
    else:
        store = formats.read(bundled.PATH, progress, trusted=True)
    if language is not None:
        store.set_language(language)
    return Catalogue(store)


class Catalogue(PartnerQuestions):
    """A catalogue that answers questions.

    Every answer is a :class:`~utpartners.answers.Table` (``columns``, ``records()``, iteration over
    rows) or a :class:`~utpartners.answers.Card` (``record()``). Names are found however people
    write them; NotFound or Ambiguous is raised for one that does not mean exactly one record.
    Filters are those of :class:`~utpartners.questions.filters.Filters`: each takes a value or
    several, of which any will do; all filters must hold. Plain words are values of any filter.
    What lists or counts partnerships leaves out those that have ended, and says so in a footnote,
    unless a filter such as ``all=True`` asks for them.
    """

    def about(self) -> Card:
        """Return what the project is: aims, phases, initiatives, sources.

        >>> import utpartners
        >>> [phase["first"] for phase in utpartners.open_catalogue().about().record()["phases"]]
        [2014, 2017, 2021]
        """
        from ..questions.about import about

        return about(self.store)

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
        from ..questions.order import arranged, most_read
        from ..questions.timeline import timeline

        selection = self._selection("activities", words, wanted)
        return arranged(timeline(self.store, selection, most_read(sort, limit)), sort, limit)

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
        from ..questions.agreement_days import asked_days, that_day
        from ..questions.agreements import agreements
        from ..questions.order import arranged, most_read

        asked = asked_days(
            on, expiring=expiring, lapsed=lapsed, ends=ends, signed=signed, state=state
        )
        is_about_the_day = on is not None and not asked.options
        selection = self._selection("agreements", words, wanted)
        if is_about_the_day:
            asked = that_day(asked)
        found = agreements(self.store, asked, selection, most_read(sort, limit))
        return arranged(found, sort, limit)

    @takes("agreements")
    def agreement_stats(
        self,
        *words: str,
        on: str | None = None,
        state: Iterable[str] = (),
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return counts of the agreements, in groups, with their states today or ``on`` a day.

        ``state`` keeps those in some states, such as ``in force``.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().agreement_stats(on="2026").records())
        {'group': 'by state', 'item': 'unknown', 'count': 3, 'unit': 'agreements'}
        """
        from ..questions.agreement_days import asked_days
        from ..questions.agreement_stats import agreement_stats

        selection = self._selection("agreements", words, wanted)
        return agreement_stats(self.store, asked_days(on, state=state), selection)

    @takes("agreements")
    def agreement_years(
        self,
        *words: str,
        on: str | None = None,
        years: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return how many agreements were in force at the end of each year, side by side.

        The last of the ``years`` (10 if not told) is that of today or of the day ``on``.

        >>> import utpartners
        >>> table = utpartners.open_catalogue().agreement_years(on="2016", years=2)
        >>> table[1]
        ('agreements', 'signed in the year', 2, 0)
        """
        from ..questions.agreement_days import asked_days
        from ..questions.agreement_years import YEARS, agreement_years

        selection = self._selection("agreements", words, wanted)
        asked = asked_days(on)
        return agreement_years(self.store, asked, selection, YEARS if years is None else years)

    @takes("people")
    def people(
        self,
        *words: str,
        sort: str | None = None,
        limit: int | None = None,
        **wanted: Unpack[Filters],
    ) -> Table:
        """Return the people of the catalogue, with the partnerships and agreements of each.

        With filters, those who are responsible for what passes them, with only that.

        >>> import utpartners
        >>> list(utpartners.open_catalogue().people())
        []
        """
        from ..questions.order import arranged
        from ..questions.people import people

        return arranged(people(self.store, self._selection("people", words, wanted)), sort, limit)

    def changes_since(self, older: Catalogue) -> Table:
        """Return what changed from an older catalogue to this one, a row for each change.

        >>> import utpartners
        >>> catalogue = utpartners.open_catalogue()
        >>> list(catalogue.changes_since(catalogue))
        []
        """
        from ..questions.diff import diff

        between = translated("from {old} to {new}", old=older.store.origin, new=self.store.origin)
        return diff(older.records(), self.records(), between)

    @takes("partnerships")
    def stats(self, *words: str, **wanted: Unpack[Filters]) -> Table:
        """Return counts of the catalogue, or of the partnerships that pass the filters.

        Each has its unit.

        >>> import utpartners
        >>> next(utpartners.open_catalogue().stats().records())
        {'group': 'totals', 'item': 'partnerships', 'count': 16, 'unit': 'partnerships'}
        """
        from ..questions.stats import stats

        return stats(self.store, self._selection("partnerships", words, wanted, with_ended=False))

    @takes("partnerships")
    def report(
        self,
        *words: str,
        year: int | None = None,
        academic: bool = False,
        **wanted: Unpack[Filters],
    ) -> Card:
        """Return what happened in a year, what was signed, what ends next, and the partners.

        Without a ``year`` it is the latest in which something began; an ``academic`` one begins in
        April.

        >>> import utpartners
        >>> report = utpartners.open_catalogue().report(year=2020).record()
        >>> len(report["activities"]), len(report["partners"])
        (20, 16)
        """
        from ..questions.report import report

        selection = self._selection("partnerships", words, wanted)
        return report(self.store, year, selection, is_academic=academic)
