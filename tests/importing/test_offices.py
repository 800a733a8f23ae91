"""Lists as offices keep them: what they say by habit, by place and by looks is read or asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from .said import HEADER, book_of, looks_of, said_of

DITTO = ["〃", "同上", "ditto", '"', "do.", "see above"]


@pytest.mark.parametrize("mark", DITTO)
def test_ditto(read: Any, mark: str) -> None:
    """A ditto mark says what is above it, also below another one, and the row says so."""
    rows = [
        HEADER,
        ["Lindenau University", "Germany", "MoU", "2015-04-01", "2020-03-31"],
        [mark, mark, "SEA", "2016-04-01", mark],
        [mark, mark, mark, "2017-04-01", "n/a"],
    ]
    found = read(rows)
    assert said_of(found)[1:] == [
        ("new", ["student exchange, signed 2016-04-01, ends 2020-03-31"]),
        ("new", ["student exchange, signed 2017-04-01"]),
    ]
    assert {entry.partner.name for entry in found.entries} == {"Lindenau University"}
    assert found.entries[1].remarks == ["the same as above: Partner, Country, Until"]


def test_partner_in_first_row_only(read: Any) -> None:
    """Rows without a partner are asked about with the line of the map that fills them."""
    rows = [
        HEADER,
        ["Lindenau University", "Germany", "MoU", "2015-04-01", None],
        [None, None, "SEA", "2016-04-01", None],
    ]
    asked = "no partner is named; it may be 'Lindenau University', as above"
    line = 'fill_down = ["Partner", "Country"]'
    found = read(rows)
    assert looks_of(found) == [f"{asked} → [sheet] {line}"]
    assert f"# {line} #" in "".join(found.map_text())
    assert [state for state, _ in said_of(read(rows, f"[sheet]\n{line}\n"))] == ["new", "new"]


def test_kind_in_headers(read: Any) -> None:
    """Columns such as "MoU date" and "SEA expiry" are those of the kind that they name."""
    header = ["Partner", "Country", "MoU date", "MoU expiry", "Date of SEA", "SEA expiry"]
    dates = ["1.4.2015", "31.3.2020", "1.4.2016", "31.3.2021"]
    found = read([header, ["Lindenau University", "Germany", *dates]])
    assert said_of(found) == [
        (
            "new",
            [
                "general, signed 2015-04-01, ends 2020-03-31",
                "student exchange, signed 2016-04-01, ends 2021-03-31",
            ],
        )
    ]


def test_renewal_beside_kinds(read: Any) -> None:
    """Renewal beside columns for each kind is that of each agreement, and makes none itself."""
    header = ["Partner", "Country", "MoU date", "SEA date", "Renewal"]
    rows = [
        ["Lindenau University", "Germany", "1.4.2015", "-", "automatic"],
        ["Marwick University", "Canada", None, None, "automatic"],
    ]
    assert said_of(read([header, *rows])) == [
        ("new", ["general, signed 2015-04-01, renewed automatically"]),
        ("new", []),
    ]


def test_one_kind_in_headers_beside_kinds(read: Any) -> None:
    """Where a column has the kind, "Exchange start" is about agreements of any kind."""
    header = ["Partner", "Country", "Type", "Exchange start", "Exchange end"]
    found = read([header, ["Lindenau University", "Germany", "MoU", "2015", "2020"]])
    assert said_of(found) == [("new", ["general, starts 2015, ends 2020"])]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Terminated agreements", {"status": "ended"}),
        ("失効した協定", {"status": "ended"}),
        ("Under negotiation", {"status": "prospective"}),
        ("Phase 3", {}),
    ],
)
def test_second_table(read: Any, heading: str, said: dict[str, str]) -> None:
    """A heading above a second table counts for its rows, and each of them says so."""
    rows = [
        HEADER,
        ["Lindenau University", "Germany", "MoU", "2001-04-01", "2006-03-31"],
        [],
        [heading],
        HEADER,
        ["Marwick University", "Canada", "MoU", "2002-04-01", "2007-03-31"],
    ]
    first, second = read(rows).entries
    assert (first.partnership, first.remarks) == ({}, [])
    assert second.partnership == said
    assert f"under the heading '{heading}'" in second.remarks


def test_name_of_sheet(read: Any) -> None:
    """Sheets that are called after countries, kinds or statuses say so of their rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in ("Germany", "カナダ"):
        sheet = book.create_sheet(name)
        sheet.append(["Partner", "Type", "Signed"])
        sheet.append([f"University of {len(name)}", "MoU", "2015-04-01"])
    found = read(book)
    assert [entry.partner.country for entry in found.entries] == ["DE", "CA"]


def test_struck_and_hidden(read: Any) -> None:
    """A row that is struck through is asked about; what is hidden, coloured or noted is told."""
    names = ["Lindenau University", "Marwick University", "Kestrel University", "Yarrow College"]
    book = book_of([HEADER, *([name, "Canada", "MoU", date(2019, 4, 1), None] for name in names)])
    sheet = book.worksheets[0]
    for cell in sheet[2]:
        cell.font = Font(strike=True)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet["A4"].fill = PatternFill("solid", fgColor="FFFF0000")
    sheet["D5"].comment = Comment("ended in 2020", "office")
    found = read(book)
    assert looks_of(found) == ['the row is struck through → [sheet] struck = "ignore"']
    assert found.notes == [
        "Row 3 is hidden in the sheet, and was read all the same.",
        "Column E is hidden in the sheet, and was read all the same.",
        "Row 4 has a colour. If it means something, add a column for it.",
        "The comment on cell D5 was not read.",
    ]
    assert len(read(book, '[sheet]\nstruck = "ignore"\n').entries) == 3
    assert looks_of(read(book, '[sheet]\nstruck = "read"\n')) == []


def test_order_of_another_column(read: Any) -> None:
    """Where a column needs an order of day and month, that of the others counts, and is told."""
    rows = [HEADER, ["Lindenau University", "Germany", "MoU", "4/1/2015", "3/31/2020"]]
    found = read(rows)
    assert said_of(found) == [("new", ["general, signed 2015-04-01, ends 2020-03-31"])]
    assert "Signed: month before day, as in the column 'Until'." in found.notes
    contrary = [*rows, ["Marwick University", "Canada", "MoU", "25/4/2015", "3/31/2021"]]
    assert "Signed: month before day, as in the column 'Until'." not in read(contrary).notes


@pytest.mark.parametrize(
    ("renewal", "said", "remark"),
    [
        ("automatically by 5 years", "renewed automatically", "renewed by 5 years each time"),
        ("自動更新（5年毎）", "renewed automatically", ""),
        ("auto renewed every 5 years", "renewed automatically", ""),
    ],
)
def test_length_of_renewal(read: Any, renewal: str, said: str, remark: str) -> None:
    """By how much an agreement is renewed is not how long it runs."""
    row = ["Lindenau University", "Germany", "MoU", "2015-04-01", None, renewal]
    found = read([[*HEADER, "Renewal"], row])
    assert said_of(found) == [("new", [f"general, signed 2015-04-01, {said}"])]
    assert found.entries[0].remarks == ([f"Renewal: {remark}"] if remark else [])


def test_former_names(read: Any) -> None:
    """A column of former names gives other names of a partner, and not those in a language."""
    rows = [["Partner", "Country", "Old name"], ["Lindenau University", "Germany", "Lindenau Tech"]]
    (institution,) = (
        one for one in read(rows).before_and_after()[1].institutions if one.id != "kita-university"
    )
    assert (institution.names, institution.aliases) == ({}, ["Lindenau Tech"])


@pytest.mark.parametrize(
    ("cell", "name", "school"),
    [
        ("Univ. of Seestadt (Law Faculty)", "Univ. of Seestadt", "Law Faculty"),
        ("ＵＮＩＶＥＲＳＩＴＹ　ｏｆ　Ｓｅｅｓｔａｄｔ", "UNIVERSITY of Seestadt", None),
        ("ｼｰｼｭﾀｯﾄ大学", "シーシュタット大学", None),
        ("University of Seestadt 1)", "University of Seestadt", None),
        ("Seestadt Academy (Class 2)", "Seestadt Academy (Class 2)", None),
    ],
)
def test_names(read: Any, cell: str, name: str, school: str | None) -> None:
    """Faculties beside a name are cut from it, and letters have their usual width."""
    (entry,) = read([["Partner", "Country"], [cell, "Austria"]]).entries
    assert entry.partner.name == name
    assert (entry.partnership.get("note") or "").removeprefix("Partner's school: ") == (
        school or ""
    )


TWO_LANGUAGES = [
    ("Technical University of Munich", "TU München", "Germany"),
    ("University of Geneva", "Université de Genève", "Switzerland"),
    ("Seoul National University", "서울국립대학교", "Korea (Republic of)"),
    ("Peking University", "北京大学", "China"),
    ("National University of Singapore", "シンガポール国立大学", "Singapore"),
]


@pytest.mark.parametrize(("one", "other", "country"), TWO_LANGUAGES)
def test_two_languages(read: Any, one: str, other: str, country: str) -> None:
    """A name that is another one in a second language is a candidate, and the map decides."""
    rows = [["Partner", "Country"], [one, country], [other, country]]
    found = read(rows)
    (look,) = looks_of(found)
    assert f"'{other}' may be '{one}'" in look or f"'{one}' may be '{other}'" in look
    line = look.partition("[partners] ")[2]
    decided = read(rows, f"[partners]\n{line}\n")
    assert looks_of(decided) == []
    assert len({entry.partner.id for entry in decided.entries}) == 1


def test_other_universities_of_a_city(read: Any) -> None:
    """Universities of one city whose names tell them apart are not taken for one."""
    names = ["University of Munich", "Technical University of Munich", "Munich Medical University"]
    found = read([["Partner", "Country"], *([name, "Germany"] for name in names)])
    assert looks_of(found) == []


def test_footnote_in_note(read: Any) -> None:
    """A mark in the column of notes has the meaning that the note below the table gives it."""
    text = "大学名,国名,備考\nリンデナウ大学,ドイツ,※1\n\n※1 授業料不徴収\n"
    (entry,) = read(text).entries
    assert entry.partnership["note"] == "※1 授業料不徴収"


def test_several_new_departments(read: Any) -> None:
    """Each new department of a cell has a line of the map, which together decide it."""
    text = "大学名,国名,担当部局\nリンデナウ大学,ドイツ,工学部・法学部\n"
    found = read(text)
    lines = [look.remedy.partition(" ")[2] for entry in found.entries for look in entry.looks]
    assert lines == ['"工学部" = "new"', '"法学部" = "new"']
    assert looks_of(read(text, "[departments]\n" + "\n".join(lines))) == []


@pytest.mark.parametrize(
    ("cell", "asked"),
    [
        ("College of Arts & Sciences", ["College of Arts & Sciences"]),
        ("Fakultät für Physik und Astronomie", ["Fakultät für Physik und Astronomie"]),
        (
            "College of Law; College of Arts & Sciences",
            ["College of Law", "College of Arts & Sciences"],
        ),
        ("School of Law and School of Nursing", ["School of Law", "School of Nursing"]),
        ("理学部・理学研究科", ["理学部", "理学研究科"]),
        ("スポーツ・健康科学部", ["スポーツ・健康科学部"]),
    ],
)
def test_and_within_a_department(read: Any, cell: str, asked: list[str]) -> None:
    """The name of a department may have *and* in it: it is asked about as a whole."""
    rows = [
        ["Partner", "Country", "Department", "Agreement"],
        ["Lindenau University", "Germany", cell, "MoU"],
    ]
    (entry,) = read(rows).entries
    assert [look.remedy.partition(" ")[2] for look in entry.looks] == [
        f'"{one}" = "new"' for one in asked
    ]
    lines = "\n".join(f'"{one}" = "new"' for one in asked)
    (answered,) = read(rows, f"[departments]\n{lines}\n").entries
    assert not answered.looks
    assert [one.name for one in answered.new_departments] == asked


def test_order_of_words(read: Any, tmp_path: Path) -> None:
    """Names with the same words in another order are asked about, also where one is known."""
    (tmp_path / "ours.toml").write_text(
        '[catalogue]\ntitle = "Ours"\nhome = "kita"\n'
        '[[country]]\ncode = "US"\nname = "United States"\n'
        '[[institution]]\nid = "kita"\nname = "Kita University"\ncountry = "US"\n'
        '[[institution]]\nid = "miami"\nname = "University of Miami"\ncountry = "US"\n',
        encoding="utf-8",
    )
    rows = [["Partner", "Country"], ["Miami University", "USA"], ["UNIVERSITY OF MIAMI", "USA"]]
    found = read(rows, home="Kita University, USA")
    (look,) = looks_of(found)
    assert look.startswith("'Miami University' may be 'University of Miami'")
    assert found.entries[1].partner.id == "miami"
    decided = read(rows, '[partners]\n"Miami University" = "new"\n', home="Kita University, USA")
    assert [entry.partner.id for entry in decided.entries] == ["miami-university", "miami"]
