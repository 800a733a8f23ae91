"""Printed documents, each of which is made once and read as other programs read it."""

from __future__ import annotations

import io
import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import pytest
from pypdf import PdfReader

from utpartners import i18n, model
from utpartners.api import Catalogue
from utpartners.errors import UtpartnersError
from utpartners.formats.toml import records
from utpartners.render import Screen
from utpartners.report import printer
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.answers import Answer

HERE = Path(__file__).parent


class Printed(NamedTuple):
    """A document as it is read."""

    reader: PdfReader
    text: str
    """The text of all pages, with single blanks."""

    @property
    def root(self) -> dict[str, object]:
        """The catalogue of the PDF: its language, and whether it is tagged."""
        root: Any = self.reader.trailer["/Root"]
        return dict(root.get_object())


class Print(Protocol):
    """Prints an answer of a catalogue, the same one only once."""

    def __call__(self, name: str, command: str, language: str = "", size: str = "a4") -> Printed:
        """Return what a command line such as ``show anu`` prints of a catalogue by its name."""
        ...


ANSWERS: dict[str, Callable[[Catalogue, str], Answer]] = {
    "show": lambda catalogue, name: catalogue.show(name),
    "dept": lambda catalogue, name: catalogue.dept(*name.split()),
    "list": lambda catalogue, _: catalogue.list(),
    "agreements": lambda catalogue, _: catalogue.agreements(),
    "stats": lambda catalogue, name: catalogue.agreement_stats() if name else catalogue.stats(),
    "matrix": lambda catalogue, _: catalogue.matrix(),
    "timeline": lambda catalogue, _: catalogue.timeline(),
    "about": lambda catalogue, _: catalogue.about(),
    "people": lambda catalogue, _: catalogue.people(),
    "depts": lambda catalogue, _: catalogue.depts(),
    "report": lambda catalogue, year: catalogue.report(year=int(year)),
    "search": lambda catalogue, name: catalogue.search(name),
}


@pytest.fixture(scope="session")
def catalogues(
    utokyo: model.Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, model.Catalogue]:
    """The bundled catalogue, one of 200 hostile partners, one with people, one without anything."""
    many = tmp_path_factory.mktemp("many") / "many.toml"
    many.write_text("\n".join(_lines(200)), "utf-8")
    own = {name: records(str(HERE / f"{name}.toml")) for name in ("register", "empty")}
    return {"bundled": utokyo, "many": records(str(many)), **own}


@pytest.fixture(scope="session")
def print_(catalogues: dict[str, model.Catalogue]) -> Print:
    made: dict[tuple[str, ...], Printed] = {}

    def printing(name: str, command: str, language: str = "", size: str = "a4") -> Printed:
        key = name, command, language, size
        if key not in made:
            with _fonts():
                made[key] = _printed(catalogues[name], command, language, size)
        return made[key]

    return printing


@contextmanager
def _fonts() -> Iterator[None]:
    """Skip a test where this machine has no font for what it prints, unless fonts are required."""
    try:
        yield
    except UtpartnersError as error:
        if (
            "no installed font" in error.message
            and os.environ.get("UTPARTNERS_FONTS") != "required"
        ):
            pytest.skip(error.message)
        raise


def _printed(known: model.Catalogue, line: str, language: str, size: str) -> Printed:
    command, _, rest = line.partition(" ")
    store = in_memory(known, "test")
    try:
        if language:
            i18n.set_language(language)
            store.set_language(language)
        answer = ANSWERS[command](Catalogue(store), rest)
        pieces = printer(store, command)(answer, Screen(size=size))
        reader = PdfReader(io.BytesIO(b"".join(map(_bytes, pieces))))
    finally:
        i18n.set_language(None)
        store.connection.close()
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return Printed(reader, text)


def _bytes(piece: str | bytes) -> bytes:
    assert isinstance(piece, bytes)
    return piece


HOSTILE = (
    '#read("/etc/passwd")', "*bold*", "_it_", "$ x^2 $", '"; #panic("x") "', "] #sys.version [",
    "\x1b[31mred", "= Heading", "<label>", "@ref", "שלום עולם", "جامعة القاهرة", "W" * 300,
    "`raw`", "// comment", "- item", "https://example.org/" + "a" * 200, "東京" * 120,
    "\u202eevil", "{{7*7}}",
)  # fmt: skip
"""What would act if it were markup, or not fit if it were set as it is."""


def _lines(count: int) -> Iterator[str]:
    yield '[catalogue]\ntitle = "Hostile #read(\\"x\\") *T*"\nhome = "home"\nas_of = "2020"'
    yield '[[country]]\ncode = "JP"\nname = "Japan *#x*"'
    yield '[[country]]\ncode = "DE"\nname = "Germany"'
    yield '[[institution]]\nid = "home"\nname = "Home $1$"\ncountry = "JP"'
    yield "latitude = 35\nlongitude = 139"
    yield '[[department]]\ncode = "D&1"\nid = "d1"\nname = "Dept *one* #1"'
    for n in range(count):
        name = json.dumps(f"{HOSTILE[n % len(HOSTILE)]} {n}")
        yield f'[[institution]]\nid = "i{n}"\nname = {name}\ncountry = "DE"'
        yield f"latitude = {40 + n % 20}.5\nlongitude = {n % 60}.5"
    for n in range(count):
        name, other = (json.dumps(HOSTILE[(n + k) % len(HOSTILE)]) for k in (0, 3))
        yield f'[[partnership]]\nid = "p{n}"\nname = {name[:-1]} {n}"\nmembers = ["i{n}"]'
        yield f'status = "{("primary", "#set page()", "other?")[n % 3]}"\ndepartments = ["d1"]'
        yield f'[[partnership.agreement]]\nkind = {other}\nsigned = "2019-05"'
        yield f'ends = "{2020 + n % 9}-03-31"\n[[partnership.activity]]\ntitle = {name}'
        yield f'kind = {other}\nwhen = "{2010 + n % 12}"\nsummary = {other}\ndepartments = ["d1"]'
