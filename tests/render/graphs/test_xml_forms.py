"""GraphML and GEXF as networkx reads them."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.dom import minidom

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.graphs.conftest import HOSTILE, named

from utpartners.api import Catalogue
from utpartners.render import Screen, format_named, renderer
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from tests.conftest import Rendered
    from tests.render.graphs.conftest import OfNames

READERS: dict[str, Any] = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}
FORMATS = sorted(READERS)


def graph(text: str, format: str) -> Any:
    return READERS[format](io.BytesIO(text.encode()))


@pytest.mark.parametrize("format", FORMATS)
def test_catalogue(catalogue: Catalogue, rendered: Rendered, format: str) -> None:
    """Every department, partnership and institution is a node, every link an edge of its kind."""
    found = graph(rendered(catalogue.network(), format), format)
    assert not found.is_directed()
    assert Counter(kind for _, kind in found.nodes(data="kind")) == {
        "department": 32,
        "partnership": 16,
        "institution": 27,
    }
    kinds = Counter(kind for *_, kind in found.edges(data="kind"))
    assert kinds == {"works with": 104, "coordinates": 1, "member": 27}
    assert found.has_edge("department/gs-eng", "partnership/stockholm")
    assert found.has_edge("partnership/stockholm", "institution/kth")


@pytest.mark.parametrize("format", FORMATS)
def test_facts(catalogue: Catalogue, rendered: Rendered, format: str) -> None:
    """Facts have their types, and one that the catalogue does not know is not there."""
    nodes = graph(rendered(catalogue.network(), format), format).nodes
    kth, anu = nodes["institution/kth"], nodes["partnership/anu"]
    assert (kth["label"], kth["country"], kth["ror"][:16]) == (
        "KTH Royal Institute of Technology", "SE", "https://ror.org/",
    )  # fmt: skip
    assert (type(kth["latitude"]), round(kth["latitude"])) == (float, 59)
    assert (anu["status"], type(anu["activities"])) == ("primary", int)
    assert "latitude" not in anu
    assert nodes["department/gs-eng"]["abbreviation"] == "GS Eng"


@pytest.mark.parametrize("format", FORMATS)
def test_part_and_language(catalogue: Catalogue, rendered: Rendered, format: str) -> None:
    """Filters leave only what belongs to their partnerships; names are in the language asked."""
    found = graph(rendered(catalogue.network(country=["Sweden"]), format), format)
    kinds = Counter(kind for _, kind in found.nodes(data="kind"))
    assert kinds["partnership"] == 1
    assert kinds["institution"] == 3
    assert kinds["department"] == sum(1 for *_, kind in found.edges(data="kind")) - 3


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text(of_names: OfNames, format: str) -> None:
    """Any text is read back as it was, but for what XML 1.0 cannot say, which is written out."""
    text = of_names(HOSTILE, format)
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufeff\ufffe]", text) is None
    found = graph(text, format)
    for n, name in enumerate(HOSTILE):
        expected = (
            name.replace("\x1b", "\\x1b").replace("\x07", "\\x07").replace("\ufffe", "\\ufffe")
        )
        for kind in ("department/d", "partnership/p", "institution/i"):
            assert found.nodes[f"{kind}{n}"]["label"] == expected
        assert found.nodes[f"partnership/p{n}"]["status"] == expected


NAMES = st.text(min_size=1, max_size=20).filter(str.strip)


@pytest.mark.parametrize("format", FORMATS)
@given(name=NAMES)
def test_any_text(format: str, name: str) -> None:
    """Whatever a name is, the file can be read, and an ordinary name is read back exactly."""
    name = name.replace("\x00", "").strip() or "x"
    name = name.encode("utf-8", "replace").decode()
    store = in_memory(named((name,)), "generated")
    try:
        answer = Catalogue(store).network()
        text = "".join(map(str, renderer(format_named(format))(answer, Screen())))
    finally:
        store.connection.close()
    label = graph(text, format).nodes["institution/i0"]["label"]
    if not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", name):
        assert label == name
    minidom.parseString(text.encode())  # noqa: S318


@pytest.mark.parametrize("format", FORMATS)
def test_nothing(of_names: OfNames, format: str) -> None:
    """A catalogue of nothing is a graph of nothing."""
    assert len(graph(of_names((), format), format)) == 0
