"""DOT and Mermaid as Graphviz and Mermaid themselves read them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.render.graphs.conftest import HOSTILE

from utpartners.errors import UtpartnersError
from utpartners.render import mermaid

if TYPE_CHECKING:
    from tests.conftest import Rendered
    from tests.render.graphs.conftest import OfNames, Read

    from utpartners.api import Catalogue

HARMLESS = {"\x1b": "\\x1b", "\x07": "\\x07", "\u202e": "\\u202e", "\ufeff": "\\ufeff"}


def visible(name: str) -> str:
    """A name with what would act written out, each line on its own."""
    for character, shown in {**HARMLESS, "\r": "\\r", "\t": "\\t"}.items():
        name = name.replace(character, shown)
    return name


def test_dot_catalogue(catalogue: Catalogue, rendered: Rendered, read: Read) -> None:
    """Graphviz sees every node with its facts, and every link."""
    found = read("dot", rendered(catalogue.network(), "dot"))
    assert len(found["nodes"]) == 32 + 16 + 27
    assert len(found["links"]) == 105 + 27
    kth = found["nodes"]["institution/kth"]
    assert (kth["kind"], kth["country"]) == ("institution", "SE")
    assert round(float(kth["latitude"])) == 59
    kinds = {(source, target): edge["kind"] for source, target, edge in found["links"]}
    assert kinds["department/gs-eng", "partnership/stockholm"] == "works with"
    assert kinds["partnership/stockholm", "institution/kth"] == "member"


def test_dot_hostile(of_names: OfNames, read: Read) -> None:
    """What Graphviz draws is the name, letter by letter; a fact has its backslashes doubled."""
    found = read("dot", of_names(HOSTILE, "dot"))
    shown = [unescape(line) for line in found["shown"]]
    for n, name in enumerate(HOSTILE):
        lines = visible(name).split("\n")
        assert all(" ".join(line.split()) in shown or line in shown for line in lines), lines
        fact = found["nodes"][f"partnership/p{n}"]["status"]
        assert fact == visible(name).replace("\\", "\\\\")


def test_mermaid_catalogue(catalogue: Catalogue, rendered: Rendered, read: Read) -> None:
    """Mermaid sees every node with its name, and every link."""
    text = rendered(catalogue.network(), "mermaid")
    as_of = "As of about the end of 2021 (between October 2021 and February 2022)"
    assert f'title: "Strategic Partnerships of the University of Tokyo · {as_of}"' in text
    found = read("mermaid", text)
    assert len(found["nodes"]) == 32 + 16 + 27
    names = {node["label"] for node in found["nodes"].values()}
    assert {row["name"] for row in catalogue.places().records()} - names == {
        "The University of Tokyo"
    }
    pairs = {(source, target) for source, target, _ in found["links"]}
    assert len(pairs) == 105 + 27
    assert ("department_gs-eng", "partnership_stockholm") in pairs


def test_mermaid_hostile(of_names: OfNames, read: Read) -> None:
    """Text is text: no markup of Mermaid's, of HTML or of Markdown."""
    found = read("mermaid", of_names(HOSTILE, "mermaid"))
    assert len(found["nodes"]) == 3 * len(HOSTILE)
    for n, name in enumerate(HOSTILE):
        label = re.sub("<br ?/?>", "\n", found["nodes"][f"institution_i{n}"]["label"])
        assert label == visible(name)


def test_mermaid_ids() -> None:
    """Ids that differ stay different, and none is a word of Mermaid's."""
    ids = [
        "department/a-b",
        "department/a_b",
        "department/a.b",
        "department/a--b",
        "department/end",
    ]
    ids += ["department/a-", "department/-a", "partnership/a-b", "department/東"]
    found = [mermaid.node_id(id) for id in ids]
    assert len(set(found)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+_([A-Za-z0-9_]|-(?=[A-Za-z0-9]))*", id) for id in found)


@pytest.mark.parametrize("limit", ["MOST_LINKS", "MOST_LETTERS"])
def test_mermaid_limits(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """More than Mermaid draws is refused, with what to do instead."""
    monkeypatch.setattr(mermaid, limit, 100)
    with pytest.raises(
        UtpartnersError, match="too large for Mermaid, which draws at most 100"
    ) as error:
        rendered(catalogue.network(), "mermaid")
    assert "-f dot" in (error.value.hint or "")
