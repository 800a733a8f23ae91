"""Each picture shows the facts of its answer, all of them and no others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from utpartners import model
from utpartners.api import Catalogue
from utpartners.drawing.canvas import PALETTE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Built
    from tests.drawing.conftest import Seen

    from utpartners.answers import Table

LEGEND = 2
"""Marks of the legend: a mark for each status."""


def test_matrix(catalogue: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """There is a mark for each link, by shape and colour of its status, and the totals add up."""
    found = seen(catalogue.matrix())
    assert len(found.marks) == 105 + LEGEND
    looks = Counter((marker, colour) for _, _, marker, colour in found.marks)
    assert set(looks) == {("o", PALETTE[0]), ("s", PALETTE[1])}
    assert "105" in found.texts
    assert {"Graduate School of Engineering", "Peking University"} <= set(found.texts)
    columns = {x for x, *_ in found.marks}
    assert len(columns) >= 15  # Princeton works with no department


def test_matrix_of_a_part(catalogue: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """Filters leave only their partnerships, and the departments that work with them."""
    texts = seen(catalogue.matrix(country=["Sweden"])).texts
    assert "Group of Stockholm" in texts
    assert "Peking University" not in texts
    assert "Institute of Medical Science" not in texts


def test_timeline(catalogue: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """There is a mark for each activity, hollow for what is planned, and a row for each partner."""
    found = seen(catalogue.timeline())
    kinds = 12
    arrows = sum(1 for record in catalogue.timeline().records() if "/.." in (record["when"] or ""))
    # The legend has the kinds, a hollow mark and an arrow.
    assert len(found.marks) == 94 + arrows + kinds + 2
    assert sum(1 for *_, colour in found.marks if colour == "white") == 17 + 1
    assert {"2014", "2024", "Phase 3", "Not dated"} <= set(found.texts)
    assert "Princeton University" in found.texts


def test_an_unknown_start(built: Built, small: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """Of what has only an end, the line comes from the left, and no year is where it begins."""
    assert "until then, start not given" not in seen(small.timeline()).texts
    for whens in (["../2015-06", "2012"], ["../2015-06"]):
        found = seen(Catalogue(built(with_activities(*whens))).timeline())
        assert "until then, start not given" in found.texts
        # One arrow is in the legend, at the bottom; the other one is beside the name of the row.
        own = min((mark for mark in found.marks if mark[2] == "<"), key=lambda mark: mark[1])
        (name,) = (text for text in found.canvas.axes.texts if text.get_text() == "P")
        assert 0 < own[0] - name.get_position()[0] < 15


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


def test_timeline_of_a_part(catalogue: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """The options of the question hold for its picture."""
    texts = seen(catalogue.timeline(partner=["TUM"], done=True)).texts
    assert "Technical University of Munich" in texts
    assert "Peking University" not in texts


def test_places(catalogue: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """Every institution has a mark with its number, and the number is in the key with its name."""
    found = seen(catalogue.places())
    names = [row["name"] for row in catalogue.places().records()]
    assert set(names) <= set(found.texts)
    numbers = Counter(text for text in found.texts if text.isdigit())
    assert numbers == {str(n): 2 for n in range(1, 28)}  # on the map and in the key
    stars = [mark for mark in found.marks if mark[2] == "*"]
    assert len(stars) >= 2  # on the map and in the legend


def test_places_without_coordinates(small: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """An institution without coordinates is in the key, and the key says that it is not there."""
    texts = seen(small.places()).texts
    assert "not on the map: no coordinates recorded" in texts
    assert texts.count("–") == 3
    assert {"University of Qahira", "Universidad del Sur"} <= set(texts)


def test_places_that_cannot_be(small: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """Coordinates that no place has, as a database may hold, are taken as none."""
    table = small.places()
    rows = [list(row) for row in table]
    for row in rows:
        row[6] = 91.0 if row[6] is not None else None
    table.rows = [tuple(row) for row in rows]
    assert seen(table).texts.count("–") == 5


def test_network(catalogue: Catalogue, seen: Callable[[Table], Seen]) -> None:
    """There is a curve for each link, and every department and partnership is named."""
    found = seen(catalogue.network())
    assert found.curves == 105
    assert {"Division of University Corporate Relations", "Princeton University"} <= set(
        found.texts
    )
    members = "Stockholm University, KTH Royal Institute of Technology, Karolinska Institutet"
    assert members in " ".join(found.texts)
    assert "coordinates" in found.texts


@pytest.mark.parametrize("question", ["matrix", "timeline", "places", "network"])
def test_as_of(catalogue: Catalogue, seen: Callable[[Table], Seen], question: str) -> None:
    """Below the picture stands when its facts were true."""
    (source,) = (text for text in seen(getattr(catalogue, question)()).texts if "Source:" in text)
    assert "· As of about the end of 2021 (between October 2021 and February 2022)" in source


@pytest.mark.parametrize("question", ["matrix", "timeline", "places", "network"])
def test_legend(catalogue: Catalogue, seen: Callable[[Table], Seen], question: str) -> None:
    """A legend says what the marks mean."""
    texts = " ".join(seen(getattr(catalogue, question)()).texts)
    assert ("symposium" if question == "timeline" else "prospective") in texts
