"""What is on a briefing, on the page of a department, in a yearly report, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.drawing import fonts
from utpartners.errors import UsageError, UtpartnersError
from utpartners.report.columns import TURNED, UPRIGHT, fitted
from utpartners.report.document import Document, Heading, Letterhead, Paragraph
from utpartners.report.typesetting import typeset

if TYPE_CHECKING:
    from tests.report.conftest import Print

pytestmark = pytest.mark.slow

NOBODY = Letterhead("", "", "", (), "29 November 2026")


def order(text: str, *parts: str) -> list[str]:
    """The parts in the order in which a text has them; each must be there."""
    assert [part for part in parts if part not in text] == []
    return sorted(parts, key=text.index)


def test_briefing(print_: Print) -> None:
    """A briefing has the facts, the people, the agreements with their states, what was and will."""
    printed = print_("register", "show coast")
    headings = ("Note", "People", "Agreements", "What happened", "What is planned")
    assert order(printed.text, *headings) == list(headings)
    assert len(printed.reader.pages) == 1
    for part in (
        "Coast University (CU)", "Full · Australia", "海岸大学", "Perth, Australia",
        "https://coast.example.org", "Partner since April 2015", "School of Engineering",
        "Sato Hanako (international coordinator) coordination", "open term", "replaced", "in force",
        "School of Law", "https://example.org/agreement.pdf", "Joint symposium",
        "symposium · over 100 participants", "AY 2019", "Joint laboratory", "As of November 2026",
    ):  # fmt: skip
        assert part in printed.text
    assert "ENG" not in printed.text


def test_briefing_of_a_group(print_: Print) -> None:
    """A group lists its members with their places."""
    text = print_("bundled", "show stockholm").text
    assert "Institutions 3" in text
    assert "KTH Royal Institute of Technology Stockholm · https://www.kth.se" in text
    assert "No agreement is recorded." in text


def test_links(print_: Print) -> None:
    """Web addresses are links; no other text is one."""
    printed = print_("register", "show coast")
    found = {
        one.get_object()["/A"]["/URI"]
        for page in printed.reader.pages
        for one in page.get("/Annots", [])
    }
    assert found == {"https://coast.example.org", "https://example.org/agreement.pdf"}


def test_links_in_a_text(print_: Print) -> None:
    """An address is a link beside other words too, without the full stop after it."""
    pages = print_("bundled", "show stockholm").reader.pages
    found = {one.get_object()["/A"]["/URI"] for page in pages for one in page.get("/Annots", [])}
    assert found == {"https://www.su.se", "https://www.kth.se", "https://ki.se", "https://ror.org"}


def test_agreements(print_: Print) -> None:
    """Agreements stand under their states, with the partner, the departments, end and renewal."""
    text = print_("register", "agreements").text
    parts = (
        "In force 2", "Partner Agreement Signed Ends", "Coast University Student exchange",
        "School of Law", "Places for outgoing students: 2 · Places for incoming students: 1",
        "31 March 2035", "open term", "Replaced 1",
    )  # fmt: skip
    assert order(text, *parts) == list(parts)
    assert "LAW" not in text
    bundled = print_("bundled", "agreements").text
    assert "No end recorded 3 Partner Agreement Signed Peking University" in bundled
    assert "Unknown" not in bundled
    japanese = print_("bundled", "agreements", "ja").text.replace(" ", "")
    assert "有効期限の記録なし3連携先協定締結時期北京大学" in japanese


def test_search(print_: Print) -> None:
    """What was found has its partner and kind, and the text around the words without marks."""
    text = print_("bundled", "search quantum").text
    assert "New Developments in Quantum Topology University of California, Berkeley" in text
    assert "a workshop on quantum topology" in text
    assert "ucb" not in text


def test_department(print_: Print) -> None:
    """A dean's page has the partners, their agreements, and the activities that name it."""
    text = print_("register", "dept ENG").text
    for part in ("School of Engineering (ENG)", "Partners 1", "Coast University (CU)", "Australia"):
        assert part in text
    assert "Activities of the department 1" in text
    assert "Agreements with these partners 2" in text
    assert "Latest with these partners 1" in text
    assert "Winter school" in text


def test_departments(print_: Print) -> None:
    """Several departments are on one page, without their own codes among the others."""
    text = print_("bundled", "dept GS Law and Politics GraSPP").text
    assert "Peking University (PKU)" in text
    assert "Partners 2" in text


def test_yearly(print_: Print) -> None:
    """The report has the year, its agreements, the partners by region, pictures, statistics."""
    text = print_("bundled", "report 2020").text
    parts = (
        "Report for 2020", "The University of Tokyo · 1 January 2020 – 31 December 2020",
        "What happened 8", "What continued from earlier years 12", "Agreements signed",
        "Agreements that end within the following year", "What is planned", "Where they are",
        "Partners: Asia 6", "Partnerships by status", "Activities by kind",
        "Departments by partnership", "41 activities have no year of their own",
    )  # fmt: skip
    assert order(text, *parts) == list(parts)


@pytest.mark.slow
@pytest.mark.parametrize("line", ["report 2020", "report 1990"])
@pytest.mark.parametrize("name", ["empty", "many", "register"])
def test_any_yearly(print_: Print, name: str, line: str) -> None:
    """There is a report on any year of any catalogue."""
    assert "Agreements signed" in print_(name, line).text


def test_names(print_: Print) -> None:
    """A list has names of countries and departments, and neither ids nor codes."""
    text = print_("bundled", "list").text
    assert "Graduate School of Information Science and Technology" in text
    for code in ("GS Eng", "GSALS", "ethz"):
        assert code not in text
    assert (
        "Graduate School of Engineering and Graduate School of Science"
        in print_("bundled", "stats").text
    )


def test_timeline(print_: Print) -> None:
    """A timeline has its picture first, then the activities with the names of the partners."""
    text = print_("bundled", "timeline").text
    assert order(text, "arrow: goes on", "When Partnership Kind Activity") != []
    assert "April 2017– Grandes Écoles, Paris exchange" in text


def test_untitled() -> None:
    """A document without a title of its own, and a part without a heading, can be printed."""
    assert typeset(Document("", [Heading(" "), Paragraph("text")]), NOBODY).startswith(b"%PDF-")


def test_size() -> None:
    """A document is printed on paper; other sizes are those of pictures."""
    with pytest.raises(UsageError, match="cannot be printed at --size column") as error:
        typeset(Document("T", []), NOBODY, "column")
    assert "a4, letter" in (error.value.hint or "")


@pytest.mark.parametrize(
    ("letters", "package"), [("東", "fonts-noto-cjk"), ("ⴰ", "fonts-noto-core"), ("🎓", "emoji")]
)
def test_missing_font(monkeypatch: pytest.MonkeyPatch, letters: str, package: str) -> None:
    """A character that no font has is named, with the package that has it."""
    monkeypatch.setattr(fonts, "_installed", dict)
    with pytest.raises(UtpartnersError, match=f"the character {letters}") as error:
        typeset(Document("T", [Paragraph(letters)]), NOBODY)
    assert package in (error.value.hint or "")


def test_families(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document names as many fonts as its letters need, and the built-in one last of them."""
    assert fonts.families("")[0]
    monkeypatch.setattr(fonts, "_installed", dict)
    assert fonts.families("Universität") == [fonts.BUILT_IN]


def test_columns() -> None:
    """Columns keep the width of their longest word; many of them turn the page."""
    few, is_turned = fitted(["A", "B"], [[["short"], ["word " * 200]]])
    assert not is_turned
    assert few[0] < few[1] <= UPRIGHT
    many, is_turned = fitted(["Heading"] * 9, [[["1234567890"]] * 9])
    assert is_turned
    assert sum(many) <= TURNED


@pytest.mark.parametrize(
    ("name", "line", "language"),
    [
        ("bundled", "show stockholm", "ja"),
        ("bundled", "list", "ja"),
        ("bundled", "report 2020", ""),
        ("many", "list", ""),
    ],
)
def test_sources_do_not_stand_alone(print_: Print, name: str, line: str, language: str) -> None:
    """The sources are at the foot of the first page, and no page has nothing else."""
    pages = [page.extract_text() for page in print_(name, line, language).reader.pages]
    word = "出典" if language else "Source:"
    assert [word in text for text in pages] == [True] + [False] * (len(pages) - 1)
    assert min(len(text) for text in pages) > 200


@pytest.mark.parametrize("language", ["", "ja"])
def test_briefing_of_a_group_on_a_page(print_: Print, language: str) -> None:
    """A briefing with three institutions and nine departments has one page."""
    assert len(print_("bundled", "show stockholm", language).reader.pages) == 1


def test_academic_years_in_japanese(print_: Print) -> None:
    """An academic year is said once, and a time that goes on ends with a dash of Japanese."""
    text = print_("bundled", "report 2020", "ja").text.replace(" ", "")
    assert "2020年度〜" in text
    assert "2020年〜" in text
    assert "年年度" not in text
    assert "–年度" not in text


def test_no_empty_columns(print_: Print) -> None:
    """Activities without a year have no column for it; counts of unlike things have no bars."""
    pages = [page.extract_text() for page in print_("bundled", "timeline").reader.pages]
    after = "".join(pages).partition("Not dated")[2]
    assert "Partnership" in after
    assert "When" not in after


def test_headings_are_written_out(print_: Print) -> None:
    """What a narrow screen shortens is written out on paper."""
    text = print_("bundled", "list").text
    assert "Activities" in text
    assert "Acts" not in text


def test_room_between_columns() -> None:
    """A column has the room that its longest word needs besides the space next to it."""
    cells = [[["連携先の名称"], ["アメリカ合衆国"], ["部" * 200], ["12"]]]
    shares, _ = fitted(["連携先", "国・地域", "部局", "活動"], cells)
    assert UPRIGHT * shares[1] / sum(shares) - 10 >= 7 * 8.8
    assert UPRIGHT * shares[3] / sum(shares) - 5 >= 2 * 8.8
