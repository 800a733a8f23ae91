"""A status with a name of its own is shown by that name, and data keeps its id."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners import i18n
from utpartners.api import Catalogue
from utpartners.model import Status
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Built, Rendered

    from utpartners.answers import Answer
    from utpartners.model import Catalogue as Records

NAMED = [
    Status("primary", name="Main partners", names={"ja": "重点連携"}),
    Status("prospective", name="Talks under way"),
]

ANSWERS: dict[str, Callable[[Catalogue], Answer]] = {
    "list": lambda catalogue: catalogue.list("anu"),
    "show": lambda catalogue: catalogue.show("anu"),
    "tree": lambda catalogue: catalogue.tree("status", "anu"),
    "stats": lambda catalogue: catalogue.stats("anu"),
    "export": lambda catalogue: catalogue.export("links", "anu"),
    "partnerships": lambda catalogue: catalogue.export("partnerships", "anu"),
}


@pytest.fixture(scope="module")
def named(utokyo: Records) -> Iterator[Catalogue]:
    with closing(in_memory(replace(utokyo, statuses=NAMED), "test")) as store:
        yield Catalogue(store)


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
@pytest.mark.parametrize("question", ANSWERS)
def test_people_see_the_name(
    named: Catalogue, rendered: Rendered, question: str, format: str
) -> None:
    """Screens and documents have the name in the place of the id."""
    text = rendered(ANSWERS[question](named), format)
    assert "Main partners" in text
    if question != "show":  # whose coordinator may be called so
        assert "primary" not in text


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("question", ["list", "show", "tree", "stats"])
def test_terminal(named: Catalogue, rendered: Rendered, question: str, width: int) -> None:
    """So does a terminal, in headings too."""
    text = rendered(ANSWERS[question](named), "table", terminal=True)
    assert "Main partners" in text
    assert "primary" not in text


@pytest.mark.parametrize("question", ANSWERS)
def test_data_has_the_id(named: Catalogue, rendered: Rendered, question: str) -> None:
    """Formats for programs keep what the catalogue says."""
    for format in ("json", "csv", "jsonl"):
        text = rendered(ANSWERS[question](named), format)
        assert "primary" in text
        assert "Main partners" not in text


def test_language(built: Built, utokyo: Records, rendered: Rendered) -> None:
    """A name in the language in use comes first; without one, that of the catalogue."""
    named = Catalogue(built(replace(utokyo, statuses=NAMED)))
    named.store.set_language("ja")
    i18n.set_language("ja")
    try:
        assert "重点連携" in rendered(named.list("anu"), "table", terminal=True)
        assert "Talks under way" in rendered(named.list("tum"), "table", terminal=True)
    finally:
        i18n.set_language(None)


@pytest.mark.parametrize("typed", ["primary", "Primary", "Main partners", "main", "重点連携"])
def test_filters(named: Catalogue, typed: str) -> None:
    """A filter takes id and name, in any language, as an option and as a plain word."""
    assert len(named.list(status=typed)) == 9
    assert len(named.list(typed)) == 9
    assert named.list(typed).title == "Partnerships with the status Main partners"


def test_pictures(named: Catalogue, rendered: Rendered) -> None:
    """The legend of a picture has the names."""
    for answer in (named.places(), named.matrix()):
        assert "Main partners" in rendered(answer, "svg").replace("b'", "")


def test_diff(utokyo: Records) -> None:
    """A change of status is told by names; old and new are the ids."""
    first, *others = utokyo.partnerships
    old = replace(utokyo, statuses=NAMED)
    new = replace(old, partnerships=[replace(first, status="prospective"), *others])
    from utpartners.questions.diff import diff

    (row,) = diff(old, new).records()
    assert row["summary"].endswith(": Talks under way (was Main partners)")
    assert (row["old"], row["new"]) == ("primary", "prospective")
