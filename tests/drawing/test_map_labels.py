"""No name on a map covers a mark or another name, and what has no room there is in the list."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utpartners import model
from utpartners.api import Catalogue
from utpartners.drawing import drawn
from utpartners.drawing.canvas import SIZES
from utpartners.drawing.looks import TEXT
from utpartners.drawing.text import width

if TYPE_CHECKING:
    from tests.conftest import Built

HALF_LETTER = TEXT * 0.36
"""Half the height of a capital."""

TOWNS = {
    "Singapore": (1.35, 103.82), "Johor": (1.49, 103.74), "Tokyo": (35.68, 139.69),
    "Seoul": (37.57, 126.98), "Beijing": (39.9, 116.4), "Sydney": (-33.87, 151.21),
    "London": (51.51, -0.13), "Oxford": (51.75, -1.26), "Cambridge": (52.2, 0.12),
    "Paris": (48.86, 2.35), "Leuven": (50.88, 4.7), "Delft": (52.01, 4.36),
    "Leiden": (52.16, 4.49), "Zurich": (47.37, 8.54), "Stockholm": (59.33, 18.07),
    "Boston": (42.36, -71.06), "Princeton": (40.35, -74.66), "Santiago": (-33.45, -70.67),
    "Suva": (-18.14, 178.44), "Pole": (-90.0, 0.0), "Longyearbyen": (78.22, 15.65),
}  # fmt: skip


class Box(NamedTuple):
    """A rectangle in a picture, and what it is around."""

    left: float
    top: float
    right: float
    bottom: float
    of: str

    def covers(self, other: Box) -> bool:
        """Whether two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def catalogue(partners: dict[str, int], name: str = "University of {town}") -> model.Catalogue:
    """A catalogue with so many partner institutions in each town; home is in Sapporo."""
    institutions = [
        model.Institution(
            id=f"{town}{n}".lower(),
            name=name.format(town=town) + (f", Campus {n}" if n else ""),
            country="JP",
            city=town,
            latitude=TOWNS[town][0],
            longitude=TOWNS[town][1],
        )
        for town, count in partners.items()
        for n in range(count)
    ]
    home = model.Institution(
        id="home", name="Kita University", country="JP", latitude=43.06, longitude=141.35
    )
    return model.Catalogue(
        about=model.About("Partners", "home"),
        countries=[model.Country("JP", "Japan")],
        institutions=[home, *institutions],
        partnerships=[
            model.Partnership(
                id=one.id, name=one.name, status=("active", "planned")[n % 2], members=[one.id]
            )
            for n, one in enumerate(institutions)
        ],
    )


def names_of(group: ET.Element) -> list[Box]:
    """The names and numbers on a map, as wide as the widest font has them."""
    found = []
    for text in group.iterfind("text"):
        x, y, of = float(text.attrib["x"]), float(text.attrib["y"]), text.text or ""
        wide = width(of, TEXT)
        left = x - wide if text.get("text-anchor") == "end" else x
        found.append(Box(left, y - 2 * HALF_LETTER, left + wide, y + 1, of))
    return found


def marks_of(group: ET.Element) -> list[Box]:
    """The marks on a map."""
    found = []
    for path in group.iterfind("path"):
        if not path.attrib["class"].startswith("mark"):
            continue
        shape = path.attrib["d"]
        numbers = [float(one) for one in re.findall(r"-?[0-9.]+", shape)]
        if "a" in shape:  # a circle: from its left point, with its radius
            x, y, r = numbers[:3]
            corners = [(x, y - r), (x + 2 * r, y + r)]
        else:
            corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        xs, ys = zip(*corners, strict=True)
        of = path.findtext("title", "")
        found.append(Box(min(xs), min(ys), max(xs), max(ys), of))
    return found


def covered(root: ET.Element) -> list[tuple[str, str]]:
    """The names that cover another name or a mark, each with what it covers."""
    found = []
    for group in root.iterfind("g"):
        names = names_of(group)
        pairs = [*combinations(names, 2), *((a, b) for a in names for b in marks_of(group))]
        found += [(one.of, other.of) for one, other in pairs if one.covers(other)]
    return found


def told(root: ET.Element) -> str:
    """All text of a picture without its title and its description."""
    return " ".join(text.text or "" for text in root.iter("text"))


@pytest.mark.slow
@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.dictionaries(st.sampled_from(sorted(TOWNS)), st.integers(1, 9), min_size=1),
    st.sampled_from(["{town}", "University of {town}", "Royal Institute of Technology in {town}"]),
    st.sampled_from(sorted(SIZES)),
)
def test_nothing_is_covered(built: Built, partners: dict[str, int], name: str, size: str) -> None:
    """Wherever the partners are, and however many: no name covers a mark or another name."""
    table = Catalogue(built(catalogue(partners, name))).places()
    root = drawn(table, size).root
    assert covered(root) == []
    text = told(root)
    assert all(name.format(town=town) in text or f"{town}: " in text for town in partners)


@pytest.mark.slow
@pytest.mark.parametrize("size", ["a4", "column", "slide"])
def test_two_hundred(built: Built, size: str) -> None:
    """With 200 partners, 40 of them in one city, each city is named on the map or in the list."""
    partners = dict.fromkeys(TOWNS, 8) | {"Singapore": 40}
    canvas = drawn(Catalogue(built(catalogue(partners))).places(), size)
    assert covered(canvas.root) == []
    assert canvas.height <= SIZES[size].height
    text = told(canvas.root)
    assert "Singapore: 40 institutions" in text
    assert all(town in text for town in partners)
    assert "…" not in text


def test_all_names_in_the_list(built: Built) -> None:
    """Where there is room, the list has the name of each institution that the map has not."""
    partners = {"Singapore": 12, "Johor": 3}
    institutions = catalogue(partners).institutions
    text = told(drawn(Catalogue(built(catalogue(partners))).places()).root)
    assert [one.name for one in institutions if one.name not in text] == []


def test_a_long_name_is_not_cut(built: Built) -> None:
    """A name that is too long for the map is in the list, whole."""
    name = "Royal Academy of the Arts, Sciences and Letters of the City of {town}"
    text = told(drawn(Catalogue(built(catalogue({"Suva": 1}, name))).places()).root)
    assert name.format(town="Suva") in text


def test_lines_stay_on_their_map(built: Built) -> None:
    """The line from a name to a mark at the edge of the world lies on the map."""
    canvas = drawn(Catalogue(built(catalogue({"Pole": 1, "Longyearbyen": 1}))).places())
    (group,) = canvas.root.iterfind("g")
    sea = next(one for one in group.iterfind("rect") if one.attrib["class"] == "sea")
    for line in group.iterfind("path[@class='leader']"):
        ys = [float(y) for _, y in re.findall(r"([0-9.-]+) ([0-9.-]+)", line.attrib["d"])]
        assert max(ys) <= float(sea.attrib["height"])
