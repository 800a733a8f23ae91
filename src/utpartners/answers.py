"""Answers: plain values that know nothing of SQL, screens or files.

A :class:`Table` has typed columns and rows, which are read when they are needed. A :class:`Card` is
one record. What their columns are is said in :mod:`.views`, what their rows are besides in
:mod:`.shapes`; both can be imported from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, overload

from .errors import UsageError
from .i18n import translated
from .rows import KeptRows, StreamedRows, kept
from .shapes import Map as Map
from .shapes import Matrix as Matrix
from .shapes import Notes as Notes
from .shapes import Reminders as Reminders
from .shapes import Timeline as Timeline
from .shapes import Tree as Tree
from .views import NO_NAMES
from .views import WIDEST as WIDEST
from .views import Block as Block
from .views import Brief as Brief
from .views import CardBrief as CardBrief
from .views import Column as Column
from .views import Facts as Facts
from .views import Kind as Kind
from .views import Line as Line
from .views import Meaning as Meaning
from .views import Names as Names
from .views import NextSteps as NextSteps
from .views import Row as Row
from .views import Section as Section
from .views import View as View
from .views import WordNames as WordNames
from .views import distinct as distinct
from .views import is_empty as is_empty
from .views import no_steps as no_steps
from .views import record as record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pandas import DataFrame


class Table:
    """Rows under typed columns.

    Rows are read from the catalogue when they are needed, and kept: they can be read again, counted
    (``len``) and taken by their place (``table[0]``, ``table[:5]``). Title and subtitle, ``view``
    and ``section`` (what heads groups of rows), ``shape`` and ``footnotes`` are for people; the
    columns alone are the data.
    So are ``brief``, ``counted`` (what was counted, such as "14 of 16 partnerships"), ``order`` (of
    the sections), ``next_steps``, ``names`` and ``word_names``, which are only asked where they are
    shown.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row],
        *,
        title: str = "",
        subtitle: str | Callable[[], str] = "",
        view: tuple[View, ...] = (),
        section: Section | None = None,
        shape: Shape | None = None,
        footnotes: tuple[str, ...] = (),
        brief: Brief | None = None,
        counted: Callable[[], str] = str,
        order: Callable[[], Sequence[Any]] = tuple,
        next_steps: NextSteps = no_steps,
        word_names: WordNames = dict,
        names: Names = NO_NAMES,
        subjects: tuple[str, ...] = (),
    ) -> None:
        self.columns = tuple(columns)
        self.names = names
        self.word_names = word_names
        self.subjects = subjects
        """Codes of the departments that the table is about, each with its home where needed."""
        self.is_streamed = False
        """Whether the rows can be read only once, and are not kept."""
        self.rows = self._held(rows)
        self.brief = brief
        self.counted = counted
        self.order = order
        self.next_steps = next_steps
        self.title = title
        self._subtitle = subtitle
        self.view = view
        self.section = section
        self.shape = shape
        self.footnotes = footnotes

    @property
    def subtitle(self) -> str:
        """What stands below the title; it is only asked where it is shown, as ``counted`` is."""
        return self._subtitle if isinstance(self._subtitle, str) else self._subtitle()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Table: ...
    def __getitem__(self, place: int | slice) -> Row | Table:
        if isinstance(place, slice):
            return self.with_rows(self._all()[place])
        return self.first(place + 1)[place] if place >= 0 else self._all()[place]

    def __repr__(self) -> str:
        from .notebook import text

        return text(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a picture where the answer has one, and the first rows."""
        from .notebook import html

        return html(self)

    def first(self, count: int) -> Sequence[Row]:
        """Return the first rows, ``count`` at most, and read no more than these."""
        return self.rows.first(count) if isinstance(self.rows, KeptRows) else self._all()[:count]

    def _all(self) -> Sequence[Row]:
        if isinstance(self.rows, StreamedRows):
            # Not one of our errors: list() asks for a length, and goes on after this one.
            raise TypeError("the rows of this table are streamed: they can be read only once")
        if isinstance(self.rows, KeptRows):
            return self.rows.all()
        return self.rows if isinstance(self.rows, Sequence) else list(self.rows)

    def _held(self, rows: Iterable[Row]) -> Iterable[Row]:
        """Return rows as the table holds them: those that come one at a time in a holder."""
        if not isinstance(rows, Iterator):
            return rows
        return StreamedRows(rows) if self.is_streamed else kept(rows)

    def with_rows(self, rows: Iterable[Row]) -> Table:
        """Return the same table with other rows."""
        same = copy(self)
        same.rows = same._held(rows)
        return same

    def streamed(self) -> Table:
        """Return the same table for one reading, in which no row is kept.

        This is for more rows than memory has room for. It takes the rows over: they cannot be read
        from this table any more.
        """
        same = copy(self)
        same.is_streamed = True
        if isinstance(self.rows, KeptRows):
            same.rows = StreamedRows(self.rows.given_away())
        if isinstance(self.shape, Network):
            same.shape = self.shape.streamed()
        return same

    def to_pandas(self) -> DataFrame:
        """Return the rows as a pandas DataFrame, with a column for each key.

        Numbers and booleans keep their type where some are unknown; lists stay lists. Raises
        UtpartnersError where pandas is not installed.
        """
        from .notebook import frame

        return frame(self)

    def records(self) -> Iterator[Facts]:
        """Return the rows as mappings from column key to value, nested records likewise."""
        return (record(self.columns, row) for row in self)


class Card:
    """One titled record; its ``records`` columns hold nested tables."""

    def __init__(
        self,
        columns: Sequence[Column],
        row: Row,
        *,
        title: str,
        subtitle: str = "",
        hidden: tuple[str, ...] = (),
        marked: tuple[str, str] | None = None,
        footnotes: tuple[str, ...] = (),
        brief: Callable[[Facts], CardBrief] | None = None,
        next_steps: NextSteps = no_steps,
        word_names: WordNames = dict,
        names: Names = NO_NAMES,
    ) -> None:
        self.columns = tuple(columns)
        self.names = names
        self.word_names = word_names
        self.row = row
        self.brief = brief
        self.next_steps = next_steps
        self.title = title
        self.subtitle = subtitle
        self.hidden = hidden
        """Keys that title and subtitle already tell to people."""
        self.marked = marked
        """Key of a ``records`` column, and id of its record that is to be marked for people."""
        self.footnotes = footnotes

    def __repr__(self) -> str:
        from .notebook import text

        return text(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the fields, and a table for each list of records."""
        from .notebook import html

        return html(self)

    def marked_in(self, column: Column) -> str | None:
        """Return the id of the record of a column that is to be marked; None for no record."""
        return self.marked[1] if self.marked and self.marked[0] == column.key else None

    def record(self) -> Facts:
        """Return the card as a mapping from key to value, nested records likewise."""
        return record(self.columns, self.row)


class Network:
    """Shows a table of links (``source``, ``target``, ``kind``) as a graph."""

    def __init__(self, nodes: Table, source: str) -> None:
        self.nodes = nodes
        """What is linked: ``id``, ``kind``, ``label`` and further facts. Read before the links."""
        self.source = source

    def streamed(self) -> Network:
        """Return the same network for one reading, as :meth:`Table.streamed` does."""
        return Network(self.nodes.streamed(), self.source)


Shape = Tree | Matrix | Notes | Timeline | Map | Network | Reminders
"""What the rows of a table are besides rows."""

Answer = Table | Card


def picked(answer: Answer, fields: Sequence[str]) -> Answer:
    """Return the answer with only some of its columns, in the order of ``fields``.

    Raises UsageError for a field that it does not have.
    """
    known = [column.key for column in answer.columns]
    for field in fields:
        if field not in known:
            raise UsageError(
                translated("--fields: there is no column {name}", name=f"'{field}'"),
                translated("Choose from: {values}.", values=translated(", ").join(known)),
            )
    places = [known.index(field) for field in fields]
    columns = [answer.columns[place] for place in places]
    if isinstance(answer, Card):
        row = tuple(answer.row[place] for place in places)
        return Card(
            columns,
            row,
            title=answer.title,
            marked=answer.marked,
            footnotes=answer.footnotes,
            word_names=answer.word_names,
        )
    rows = (tuple(row[place] for place in places) for row in answer)
    table = Table(
        columns,
        (),
        title=answer.title,
        subtitle=answer.subtitle,
        footnotes=answer.footnotes,
        word_names=answer.word_names,
    )
    table.is_streamed = answer.is_streamed
    return table.with_rows(rows)
