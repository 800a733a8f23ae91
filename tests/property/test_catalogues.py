"""What holds for every catalogue, whatever its text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from utpartners import names, normalize
from utpartners.answers import Table
from utpartners.api import Catalogue
from utpartners.model import Catalogue as Records
from utpartners.questions.export import TABLES
from utpartners.questions.show import card
from utpartners.questions.tree import BY
from utpartners.store.fill import in_memory
from utpartners.store.records import records as read_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Rendered

    from utpartners.answers import Answer

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters but line feed, and what reorders text."""

TABULAR: dict[str, Callable[[Catalogue], Table]] = {
    "list": Catalogue.list,
    "depts": Catalogue.depts,
    "matrix": Catalogue.matrix,
    **{f"tree {by}": partial(Catalogue.tree, by=by) for by in BY},
    **{f"export {table}": partial(Catalogue.export, table=table) for table in TABLES},
}


def last_card(catalogue: Catalogue) -> Answer:
    row = catalogue.store.one("SELECT max(pk) FROM partnership")
    return card(catalogue.store, row[0]) if row and row[0] else catalogue.about()


QUESTIONS: dict[str, Callable[[Catalogue], Answer]] = {
    **TABULAR,
    "about": Catalogue.about,
    "show": last_card,
}

ANY = st.from_type(Records)

EXAMPLES = settings().max_examples

FEWER = settings(max_examples=EXAMPLES if EXAMPLES > 10 else 5)
"""A whole catalogue takes long to make up: the quick profile tries half as many as elsewhere."""


@contextmanager
def asked(records: Records) -> Iterator[Catalogue]:
    store = in_memory(records, "generated")
    with closing(store.connection):
        yield Catalogue(store)


def joined(value: Any) -> str:
    """A value of JSON as a cell of CSV has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(map(joined, value))
    if isinstance(value, dict):
        figure = list(value) == ["count", "of"]
        pairs = value.values() if figure else (f"{key}: {joined(v)}" for key, v in value.items())
        return (" " if figure else "; ").join(pairs)
    return "" if value is None else str(value)


@FEWER
@given(records=ANY, question=st.sampled_from(list(TABULAR)))
def test_formats_say_the_same(rendered: Rendered, records: Records, question: str) -> None:
    """JSON, JSON Lines, CSV and TSV of a table have the same keys and cells."""
    with asked(records) as catalogue:
        table = TABULAR[question](catalogue)
        table.rows = list(table)
        keys = [column.key for column in table.columns]
        found = json.loads(rendered(table, "json"))
        assert [list(record) for record in found] == [keys] * len(found)
        assert list(map(json.loads, rendered(table, "jsonl").splitlines())) == found
        cells = [[joined(value) for value in record.values()] for record in found]
        for format, delimiter in (("csv", ","), ("tsv", "\t")):
            file = io.StringIO(rendered(table, format), newline="")
            assert list(csv.reader(file, delimiter=delimiter)) == [keys, *cells]


@FEWER
@given(
    records=ANY,
    question=st.sampled_from(list(QUESTIONS)),
    form=st.sampled_from(["json", "jsonl", "markdown", "table", "terminal"]),
)
def test_nothing_acts(rendered: Rendered, records: Records, question: str, form: str) -> None:
    """No control or bidi character of a catalogue comes out, but as CSV and TSV have to have it."""
    with asked(records) as catalogue:
        answer = QUESTIONS[question](catalogue)
        format = form.replace("terminal", "table")
        found = ACTING.search(rendered(answer, format, terminal=form == "terminal"))
        assert found is None


@FEWER
@given(records=ANY)
def test_names_mean_their_record(records: Records) -> None:
    """Each name finds its record, alone or among candidates, unless it is the id of another."""
    found: dict[str, list[Any]] = {
        "partnership": list(records.partnerships),
        "department": list(records.departments),
    }
    with asked(records) as catalogue:
        for kind, its in found.items():
            ids = {key(text) for r in its for text in (r.id, getattr(r, "code", r.id))}
            for pk, record in enumerate(its, 1):
                for name in [record.id, record.name, *record.names.values(), *record.aliases]:
                    matches = [m.record for m in names.matches(catalogue.store, [kind], name)]
                    assert pk in matches or not key(name) or key(name) in ids


def key(text: str) -> str:
    return normalize.key(normalize.words(text))


@FEWER
@given(records=ANY)
def test_records_come_back(records: Records) -> None:
    """Nothing is lost or changed on the way into the tables and back."""
    with asked(records) as catalogue:
        assert read_back(catalogue.store) == records
