"""Every answer in every format: the same values, whoever reads them."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from tests.slow import quick_are

from utpartners import i18n
from utpartners.answers import Card, Matrix, Notes, Tree
from utpartners.api import Catalogue, open_catalogue
from utpartners.render import Screen, format_named, renderer
from utpartners.render.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from utpartners.answers import Answer, Column, Row, Table

TABLES = (
    "links", "partnerships", "institutions", "departments", "activities", "agreements", "people",
)  # fmt: skip

CATALOGUES = {
    "bundled": ([], None),
    "bundled in Japanese": ([], "ja"),
    "awkward": (["tests/golden/small.toml"], None),
    "office": (["tests/render/office.toml"], None),
    "office in Japanese": (["tests/render/office.toml"], "ja"),
    "several": (["tests/golden/kyoto.toml", "tests/render/office.toml"], None),
    "several with the bundled": (["tests/golden/kyoto.toml", "data/utokyo.toml"], None),
}
QUICK = ("awkward", "office in Japanese", "several")
"""Small ones, which have all that the others have."""

ROOT = Path(__file__).parents[2]


def ids(asked: Catalogue) -> list[str]:
    """The first and last partnerships of a catalogue, as they are typed."""
    known = list(map(_full_id, asked.list(all=True).records()))
    return list(dict.fromkeys([*known[:3], *known[-2:]]))


def _full_id(row: dict[str, Any]) -> str:
    return f"{row['home']}/{row['id']}" if "home" in row else str(row["id"])


ASKED: dict[str, Callable[[Catalogue], Sequence[Answer]]] = {
    "show": lambda asked: [asked.show(id) for id in ids(asked)],
    "show a partner of several": lambda asked: [asked.show(id.partition("/")[2])
                                                for id in ids(asked) if "/" in id],
    "about": lambda asked: [asked.about()],
    "list": lambda asked: [asked.list(all=True), asked.list(sort="-activities", limit=2)],
    "dept": lambda asked: [asked.dept(_full_id(next(asked.depts().records())))],
    "depts": lambda asked: [asked.depts()],
    "tree": lambda asked: [asked.tree(by) for by in ("status", "country", "dept", "partner")],
    "matrix": lambda asked: [asked.matrix()],
    "timeline": lambda asked: [asked.timeline()],
    "stats": lambda asked: [asked.stats(), asked.agreement_stats(on="2026-11-29")],
    "agreements": lambda asked: [asked.agreements(on="2026-11-29")],
    "people": lambda asked: [asked.people()],
    "search": lambda asked: [asked.search("university")],
    "compare": lambda asked: [asked.compare(*ids(asked)[:2])],
    "match": lambda asked: [asked.match([*ids(asked)[:2], "no such name"])],
    "diff": lambda asked: [asked.changes_since(asked.part(partner=ids(asked)[0]))]
                            if len(asked.store.homes) == 1 else [],
    "export": lambda asked: [asked.export(table) for table in TABLES],
    "sql": lambda asked: [asked.sql("SELECT * FROM partnership"), asked.schema()],
}  # fmt: skip

LEFT_TO_PROGRAMS = {
    "departments.id": "the code beside it names the department, and is typed as well",
    "agreements.id": "what tells agreements apart for a program; people go by kind and date",
    "initiatives.id": "people go by the name",
    "agreements.source": "among the further sources of the card",
    "activities.source": "among the further sources of the card",
    "initiatives.source": "among the sources of the catalogue",
    "country": "the name of the country stands beside the title",
    "as_of": "in the subtitle, in words",
}
"""Fields of cards that formats for reading leave out, and why. A workbook has them all."""


@pytest.fixture(params=quick_are(QUICK, CATALOGUES))
def asked(request: pytest.FixtureRequest) -> Iterator[Catalogue]:
    """A catalogue, and the program in its language."""
    paths, language = CATALOGUES[request.param]
    i18n.set_language(language)
    with open_catalogue(*(str(ROOT / path) for path in paths), language=language) as catalogue:
        yield catalogue
    i18n.set_language(None)


def written(answer: Answer, format: str) -> bytes:
    pieces = renderer(format_named(format))(answer, Screen())
    return b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)


def folded(text: str) -> str:
    """A text without blanks, escapes of control characters, and what marks an address."""
    return re.sub(r"\s|\\[tnrx]|[<>]", "", text)


def read(answer: Answer, format: str) -> str:
    """All that a reader of a format sees, with the escapes of the format undone."""
    data = written(answer, format)
    if format == "xlsx":
        sheets = openpyxl.load_workbook(BytesIO(data)).worksheets
        return folded("\n".join(
            str(one) for sheet in sheets for row in sheet.values for one in row if one is not None
        ))  # fmt: skip
    text = data.decode()
    if format == "html":
        text = unescape(re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", text))
    return folded(re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text) if format == "markdown" else text)


def values(columns: Sequence[Column], row: Row, path: str = "") -> Iterator[tuple[str, str]]:
    """All values of a row with the keys that lead there, those of nested rows and lists too."""
    for column, value in zip(columns, row, strict=True):
        key = f"{path}{column.key}"
        if column.kind == "records":
            for inner in value:
                yield from values(column.columns, inner, f"{key}.")
        elif isinstance(value, (list, dict)):
            texts = value.values() if isinstance(value, dict) else value
            yield from ((key, str(text)) for text in texts)
        elif value is not None and not isinstance(value, bool):
            number = int(value) if isinstance(value, float) and value.is_integer() else value
            yield key, str(number)


@pytest.mark.parametrize("question", ASKED)
def test_for_people(asked: Catalogue, question: str) -> None:
    """Each value that people see in one format is in all others, in the same words."""
    for answer in ASKED[question](asked):
        # A tree and notes on changes are told in another form than rows with all their columns.
        in_rows = (
            ()
            if isinstance(getattr(answer, "shape", None), (Tree, Notes))
            else ("table", "markdown")
        )
        for format in (*in_rows, "html", "xlsx"):
            # Documents have the names of what terminals and programs know by ids and codes.
            said = in_words(answer, with_names=format_named(format).has_names)
            rows = [said.row] if isinstance(said, Card) else list(said)
            known = {pair for row in rows for pair in values(said.columns, row)}
            text = read(answer, format)
            missing = {key for key, value in known if folded(value) not in text}
            if format != "xlsx" and isinstance(said, Card):
                missing -= LEFT_TO_PROGRAMS.keys()
            assert missing == set(), (answer.title, format)


def plain(column: Column, value: Any) -> Any:
    """A value as CSV has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


@pytest.mark.parametrize("question", ASKED)
def test_for_programs(asked: Catalogue, question: str) -> None:
    """JSON has the records of the answer, JSON Lines and CSV have the same, cell by cell."""
    for answer in ASKED[question](asked):
        whole = json.loads(written(answer, "json"))
        if isinstance(answer, Card):
            assert whole == json.loads(json.dumps(answer.record()))
            assert json.loads(written(answer, "jsonl")) == whole
            continue
        assert whole == json.loads(json.dumps(list(answer.records())))
        assert [json.loads(line) for line in written(answer, "jsonl").splitlines()] == whole
        for format, delimiter in (("csv", ","), ("tsv", "\t")):
            text = StringIO(written(answer, format).decode(), newline="")
            header, *rows = csv.reader(text, delimiter=delimiter)
            assert header == [column.key for column in answer.columns]
            assert len(rows) == len(whole)
            for row, record in zip(rows, whole, strict=True):
                for shown, (key, value) in zip(row, record.items(), strict=True):
                    if not isinstance(value, (list, dict)):
                        column = next(one for one in answer.columns if one.key == key)
                        assert shown == str(plain(column, value))
                    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
                        assert all(one in shown for one in value)


def cells_of_html(table: Table) -> list[list[str]]:
    text = written(table, "html").decode()
    rows = re.findall(r"(?s)<tr>(.*?)</tr>", text)
    found = [re.findall(r"(?s)<t[dh][^>]*>(.*?)</t[dh]>", row) for row in rows]
    cells = [[folded(unescape(re.sub(r"<[^>]*>", "", one))) for one in row] for row in found]
    # Excel has one type for numbers, and shows those that are whole as such.
    return [[re.sub(r"^(-?\d+)\.0$", r"\1", one) for one in row] for row in cells]


@pytest.mark.parametrize("question", ASKED)
def test_html_and_workbook(asked: Catalogue, question: str) -> None:
    """The tables of a web page and of a workbook are equal, cell by cell, in the same order."""
    for answer in ASKED[question](asked):
        if isinstance(answer, Card) or isinstance(answer.shape, Matrix):
            continue  # of a card, the test above compares the values; a matrix has marks
        sheet = openpyxl.load_workbook(BytesIO(written(answer, "xlsx"))).worksheets[0]
        yes, no = i18n.translated("yes"), i18n.translated("no")
        said = {None: "", True: yes, False: no}
        rows = [[said[one] if one is None or isinstance(one, bool) else folded(str(one))
                 for one in row] for row in sheet.values]  # fmt: skip
        assert cells_of_html(answer) == rows, answer.title
