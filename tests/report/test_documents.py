"""What every printed document is: titled, tagged, in a language, with its fonts, on its paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.report.conftest import Print, Printed

pytestmark = pytest.mark.slow

LINES = (
    "show anu", "show stockholm", "dept GS Eng", "list", "agreements", "stats", "stats agreements",
    "matrix", "timeline", "about", "people", "depts", "search quantum", "report 2020",
)  # fmt: skip
IN_JAPANESE = ("show anu", "dept GS Eng", "list", "matrix", "report 2020")


def fonts(printed: Printed) -> Iterator[Any]:
    """The font descriptors of all pages, pictures included."""
    seen: set[int] = set()
    todo: list[Any] = [page["/Resources"] for page in printed.reader.pages]
    while todo:
        resources = todo.pop().get_object()
        for font in (resources.get("/Font") or {}).values():
            for one in font.get_object().get("/DescendantFonts", [font]):
                yield one.get_object()["/FontDescriptor"].get_object()
        for one in (resources.get("/XObject") or {}).values():
            if one.idnum not in seen and "/Resources" in one.get_object():
                seen.add(one.idnum)
                todo.append(one.get_object()["/Resources"])


def bool_at(printed: Printed, key: str, inner: str) -> bool:
    """A boolean of a dictionary of the PDF's catalogue."""
    found: Any = printed.root[key]
    return bool(found.get_object()[inner].value)


@pytest.mark.parametrize(
    ("line", "language"),
    [*((line, "en") for line in LINES), *((line, "ja") for line in IN_JAPANESE)],
)
def test_every_document(print_: Print, line: str, language: str) -> None:
    """Each has a title, its language, tags, embedded fonts, and says whose it is."""
    printed = print_("bundled", line, "ja" if language == "ja" else "")
    metadata = printed.reader.metadata
    assert metadata is not None
    assert metadata.title
    assert printed.root["/Lang"] == language
    assert bool_at(printed, "/MarkInfo", "/Marked")
    assert "/StructTreeRoot" in printed.root
    assert bool_at(printed, "/ViewerPreferences", "/DisplayDocTitle")
    found = list(fonts(printed))
    assert found
    assert all({"/FontFile2", "/FontFile3"} & set(one) for one in found)
    university, page = {
        "en": ("The University of Tokyo · Printed on ", "Page 1 of "),
        "ja": ("東京大学 · ", " ページ"),
    }[language]
    assert university in printed.text
    assert page in printed.text


def elements(printed: Printed) -> list[tuple[str, list[str]]]:
    """The elements of the structure tree, each with the kinds of what is in it."""
    root: Any = printed.root["/StructTreeRoot"]
    todo, found = [root.get_object()], []
    while todo:
        one = todo.pop()
        inner = one.get("/K", [])
        known = inner if isinstance(inner, list) else [inner]
        below = [each.get_object() for each in known]
        below = [each for each in below if isinstance(each, dict) and "/S" in each]
        found.append((str(one.get("/S", "")), [str(each["/S"]) for each in below]))
        todo += reversed(below)
    return found


@pytest.mark.parametrize(
    ("name", "line"),
    [*(("bundled", line) for line in LINES), ("register", "show coast"), ("register", "people")],
)
def test_structure(print_: Print, name: str, line: str) -> None:
    """What is in columns is a table with headings, or a list of names and what they say."""
    known = elements(print_(name, line))
    rows = [inner for kind, inner in known if kind == "/TR"]
    tables = [inner for kind, inner in known if kind == "/Table"]
    assert all(inner[:2] == ["/THead", "/TBody"] for inner in tables)
    assert all(set(inner) in ({"/TH"}, {"/TD"}) for inner in rows)
    assert {kind for kind, inner in known if "/LI" in inner} <= {"/L"}
    assert all(inner == ["/Lbl", "/LBody"] for kind, inner in known if kind == "/LI")


def test_facts_are_a_list(print_: Print) -> None:
    """Facts, and counts with their bars, are lists, and read in the order of their lines."""
    for line, count in (("show stockholm", 6), ("stats", 59)):
        items = [inner for kind, inner in elements(print_("bundled", line)) if kind == "/LI"]
        assert len(items) >= count
    text = print_("bundled", "show stockholm").text
    assert "Stockholm University Stockholm · https://www.su.se KTH Royal" in text
    assert "Primary 9 Prospective 7" in print_("bundled", "stats").text


@pytest.mark.parametrize("line", ["show anu", "list", "stats"])
def test_conforms(print_: Print, line: str) -> None:
    """A document says that it is PDF/UA-1, for assistive technology, and PDF/A-2a, to be kept."""
    metadata = print_("bundled", line).reader.xmp_metadata
    assert metadata is not None
    written = metadata.stream.get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in written
    assert "<pdfaid:part>2</pdfaid:part>" in written


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(
    ("line", "language"),
    [*((line, "") for line in LINES), *((line, "ja") for line in IN_JAPANESE)],
)
def test_validates(print_: Print, line: str, language: str, profile: str) -> None:
    """A validator that is not ours finds that it conforms to PDF/UA-1 and to PDF/A-2a."""
    validator = pytest.importorskip("page", reason="page-validation is not installed")
    stream: Any = print_("bundled", line, language).reader.stream
    found = validator.validate_pdf_bytes(stream.getvalue(), profile=profile)
    assert [one.message for one in found.failures if not MISREAD.search(one.message)] == []


MISREAD = re.compile(r"CID \d+ width 0\.000 in its embedded CIDFontType0C program but 1000\.000")
"""A finding that is wrong: it overlooks that a Japanese font states this width for all letters."""


def test_paper(print_: Print) -> None:
    """A page is A4 or Letter; a picture with a page of its own stays a picture."""
    a4, letter = (print_("bundled", "list", size=size) for size in ("a4", "letter"))
    for printed, size in ((a4, (595, 842)), (letter, (612, 792))):
        boxes = {
            (round(page.mediabox.width), round(page.mediabox.height))
            for page in printed.reader.pages
        }
        assert boxes == {size}


@pytest.mark.parametrize("line", ["list", "agreements", "stats", "matrix", "timeline", "depts"])
def test_nothing(print_: Print, line: str) -> None:
    """A catalogue without partners is a document of one page that says so."""
    printed = print_("empty", line)
    assert len(printed.reader.pages) == 1
    assert "An empty catalogue" in printed.text
    assert "None." in printed.text or line == "stats"


@pytest.mark.parametrize("line", ["list", "agreements", "stats", "matrix", "timeline", "dept d1"])
def test_many(print_: Print, line: str) -> None:
    """Of 200 partners everything is printed, and every text as it stands."""
    printed = print_("many", line)
    assert len(printed.reader.pages) >= (2 if line != "stats" else 1)
    if line != "stats":
        assert '#read("/etc/passwd")' in printed.text
        assert "*bold*" in printed.text
    assert "root:" not in printed.text


def test_control_characters(print_: Print) -> None:
    """Control characters, and those that reorder text, are written out."""
    text = print_("many", "list").text
    assert "\\x1b[31mred" in text
    assert "\\u202eevil" in text
    assert "\x1b" not in text


def test_long_words(print_: Print) -> None:
    """A long word is broken within the page, and a copy of it has nothing that was not there."""
    printed = print_("many", "show p12")
    letters = printed.text.replace(" ", "")
    assert "W" * 300 in letters
    lines = [line for page in printed.reader.pages for line in page.extract_text().splitlines()]
    assert max(len(line) for line in lines if "WWW" in line) < 60
