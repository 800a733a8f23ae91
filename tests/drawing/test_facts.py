"""Each picture shows the facts of its answer, all of them and no others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from utpartners import model
from utpartners.api import Catalogue
from utpartners.drawing.canvas import SIZES
from utpartners.drawing.marks import PALETTE

if TYPE_CHECKING:
    from tests.conftest import Built
    from tests.drawing.conftest import See

BLUE, ORANGE = PALETTE[:2]


def test_matrix(catalogue: Catalogue, seen: See) -> None:
    """There is a mark for each link, by colour and shape of its status, and the totals add up."""
    found = seen(catalogue.matrix())
    cells = [mark for mark in found.marks if mark[2]]
    assert len(cells) == 105
    assert len(found.marks) == 105 + 2  # those of the legend
    assert {(colour, hollow) for colour, hollow, _ in cells} == {(BLUE, False), (ORANGE, True)}
    assert (BLUE, False, "Graduate School of Engineering, Peking University") in cells
    assert "105" in found.texts
    assert {"Graduate School of Engineering", "Peking University"} <= set(found.texts)


def test_matrix_turned(catalogue: Catalogue, seen: See) -> None:
    """On a slide, which is wide, the departments are the columns, with the same marks."""
    upright, turned = seen(catalogue.matrix()), seen(catalogue.matrix(), "slide")
    assert {frozenset(title.split(", ")) for *_, title in turned.marks} == {
        frozenset(title.split(", ")) for *_, title in upright.marks
    }
    assert turned.canvas.height < turned.canvas.width


def test_matrix_with_a_key(catalogue: Catalogue, seen: See) -> None:
    """In a column, which is narrow, names are short, and a key says what they stand for."""
    texts = seen(catalogue.matrix(), "column").texts
    assert {"GS Eng", "PKU"} <= set(texts)
    key = " ".join(texts)
    assert "PKU: Peking University;" in key
    assert "GS Eng: Graduate School of Engineering;" in key


@pytest.mark.parametrize("size", SIZES)
def test_no_name_of_a_matrix_is_cut(catalogue: Catalogue, seen: See, size: str) -> None:
    """In each size, every partnership and department has its full name beside it or in the key."""
    texts = seen(catalogue.matrix(), size).texts
    told = " ".join(texts)
    assert "…" not in told
    assert "Swiss Federal Institute of Technology in Zurich" in told
    assert "Kavli Institute for the Physics and Mathematics of the Universe" in told


@pytest.mark.parametrize("question", ["matrix", "places"])
def test_marks_of_a_part(catalogue: Catalogue, seen: See, question: str) -> None:
    """A status has the same mark whatever part of the catalogue is shown."""
    part = seen(getattr(catalogue, question)(status=["prospective"]))
    assert {(colour, hollow) for colour, hollow, title in part.marks if title} <= {
        (ORANGE, True), ("#1a1a1a", True),
    }  # fmt: skip
    texts = set(part.texts)
    assert "Peking University" not in texts
    assert {"prospective", "works together (prospective)"} & texts
    assert "primary" not in texts


def test_abbreviations(catalogue: Catalogue, seen: See) -> None:
    """A name that has no room is abbreviated as the partner does; the key has it whole."""
    found = seen(catalogue.matrix(partner=["anu", "eth", "pku", "princeton"]), "column")
    assert {"ANU", "ETHZ", "PKU"} <= set(found.texts)
    assert not {"anu", "ethz", "pku"} & set(found.texts)
    told = " ".join(found.texts)
    assert "ETHZ: Swiss Federal Institute of Technology in Zurich" in told


def test_timeline(catalogue: Catalogue, seen: See) -> None:
    """There is a mark and a title for each dated activity, and a number for the others."""
    found = seen(catalogue.timeline())
    records = list(catalogue.timeline().records())
    dated = [record["title"] for record in records if record["when"]]
    assert Counter(title for *_, title in found.marks if title) == Counter(dated)
    counted = [int(text.split()[0]) for text in found.texts if text.endswith("without a year")]
    assert sum(counted) == len(records) - len(dated)
    assert {"2014", "2021", "Phase 3", "Princeton University"} <= set(found.texts)
    assert {"Joint lecture of 2020", "Joint conferences"} <= set(found.texts)


@pytest.mark.parametrize("size", ["a4", "letter", "column"])
def test_titles_are_whole(catalogue: Catalogue, seen: See, size: str) -> None:
    """Titles of activities, names of partners and that of the picture are on lines, none cut."""
    found = seen(catalogue.timeline(partner=["eth", "chicago", "ens"]), size)
    assert not any("…" in text for text in found.texts)
    told = " ".join(found.texts)
    for part in (
        "3rd ETH Zürich-The University of Tokyo Strategic Partnership Symposium on the UN",
        "Formation and Circulation of Modern Art Collections: Historical Research and",
        "Swiss Federal Institute of Technology in Zurich", "Grandes Écoles, Paris",
    ):  # fmt: skip
        assert part in told
    assert told.startswith(catalogue.timeline(partner=["eth", "chicago", "ens"]).title)


def test_kinds_of_a_part(catalogue: Catalogue, seen: See) -> None:
    """A kind of activity has the same mark whatever part of the catalogue is shown."""
    whole, part = seen(catalogue.timeline()), seen(catalogue.timeline(kind=["symposium"]))
    title = "2020 Joint Symposium"
    of_whole = [mark for mark in whole.marks if mark[2] == title]
    assert of_whole
    assert of_whole == [mark for mark in part.marks if mark[2] == title]


def test_a_phase_is_no_year(built: Built, seen: See) -> None:
    """An activity that only has a phase is counted beside the axis, and not drawn on it."""
    records = with_activities("2012")
    records.phases = [model.Phase(1, 2012, 2014)]
    records.partnerships[0].activities.append(model.Activity("In the phase", "talk", phase=1))
    found = seen(Catalogue(built(records)).timeline())
    assert "1 without a year" in found.texts
    assert "In the phase" not in found.texts


def test_unknown_ends(built: Built, seen: See) -> None:
    """What has no known end or start has an arrow there, and the legend says what it means."""
    found = seen(Catalogue(built(with_activities("2012", "2015/..", "../2014"))).timeline())
    assert "arrow: goes on, end not recorded" in found.texts
    assert (
        "arrow: goes on, end not recorded"
        not in seen(Catalogue(built(with_activities("2012"))).timeline()).texts
    )
    lines = [one.attrib["d"] for one in found.root.iter() if one.get("stroke-width") == "1.2"]
    assert len([line for line in lines if line.count("L") == 2]) == 2


def with_activities(*whens: str) -> model.Catalogue:
    """A catalogue with an activity at each of these times."""
    return model.Catalogue(
        model.About("T", "h"),
        countries=[model.Country("JP", "Japan")],
        institutions=[model.Institution(id="h", name="H", country="JP")],
        partnerships=[
            model.Partnership(
                id="p",
                name="P",
                status="s",
                members=["h"],
                activities=[model.Activity(when, "talk", when=when) for when in whens],
            )
        ],
    )


def test_places(catalogue: Catalogue, seen: See) -> None:
    """Every institution is told by the mark of its city, and named on a map or in the list."""
    found = seen(catalogue.places())
    told = {name for *_, title in found.marks for name in title.split(", ")}
    assert {"Peking University", "Tsinghua University", "The University of Tokyo"} <= told
    said = " ".join(found.texts)
    for record in catalogue.places().records():
        assert record["name"] in told or any(record["name"] in title for *_, title in found.marks)
        assert record["name"] in said or str(record["abbreviation"]) in said
    assert {"Europe", "East and Southeast Asia", "North America"} <= set(found.texts)


def test_size_of_a_city(catalogue: Catalogue, seen: See) -> None:
    """A city with several institutions has one dot, which is larger."""
    titles = [title for *_, title in seen(catalogue.places(), "slide").marks if title]
    assert titles.count("Peking University, Tsinghua University") == 1


def test_places_without_coordinates(small: Catalogue, seen: See) -> None:
    """An institution without coordinates is named below the map, which says why."""
    said = " ".join(seen(small.places()).texts)
    assert "Not on the map, as no coordinates are recorded: " in said
    assert "University of Qahira" in said


@pytest.mark.parametrize("question", ["matrix", "timeline", "places"])
def test_as_of(catalogue: Catalogue, seen: See, question: str) -> None:
    """Below the picture stands when its facts were true."""
    (source,) = (text for text in seen(getattr(catalogue, question)()).texts if "Source:" in text)
    assert "· As of about the end of 2021 (between October 2021 and February 2022)" in source


@pytest.mark.parametrize("question", ["matrix", "timeline", "places"])
def test_told_to_who_cannot_see(catalogue: Catalogue, seen: See, question: str) -> None:
    """A picture has a title and a description, and both name it to a screen reader."""
    root = seen(getattr(catalogue, question)()).root
    title, description = list(root)[:2]
    assert root.get("role") == "img"
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
    assert title.text == getattr(catalogue, question)().title
    assert len(description.text or "") > 40
