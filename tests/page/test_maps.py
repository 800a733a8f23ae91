"""The maps: where places are, and which of them share a picture."""

from __future__ import annotations

from utpartners.page.context import page_context
from utpartners.page.map import REGIONS, MapPicture, world_map
from utpartners.store.store import Store


def test_the_bundled_one(store: Store) -> None:
    """All 27 institutions and the home one are on the map, each named in one picture."""
    found = world_map(page_context(store))
    assert found is not None
    assert [inset.title for inset in found.insets] == [region.name for region in REGIONS[:3]]
    assert sorted(names(found)) == sorted(
        place.name for spot in found.spots for place in spot.places
    )
    assert len(names(found)) == 28


def test_names_that_find_no_room_together(store: Store) -> None:
    """Names of one place that are too many for one list stand in several."""
    answers = page_context(store)
    paris = next(one for one in answers.institutions if one["id"] == "ens-psl")
    many = [{**paris, "name": f"École supérieure {number}"} for number in range(12)]
    found = world_map(answers._replace(institutions=many))
    assert found is not None
    (europe,) = found.insets
    assert sorted(names(europe)) == sorted(one["name"] for one in many)
    assert [len(spot.names) for spot in europe.spots] == [6, 6]


def names(picture: MapPicture) -> list[str]:
    """The full names of the places that are named in a picture and its insets."""
    own = [name.place.name for spot in picture.spots for name in spot.names]
    return own + [name for inset in picture.insets for name in names(inset)]
