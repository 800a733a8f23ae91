"""Which organisation a text means: one for certain, or candidates with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.importing.cut_names import cut
from utpartners.importing.ror import cache
from utpartners.importing.ror.find import find
from utpartners.importing.ror.forms import forms

from .ror_dumps import id_of, write_dump

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.importing.ror.index import Index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("ror")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "_folder", lambda: str(folder / "cache"))
        found = cache.open_registry(str(write_dump(folder / "dump.json")))
        yield found
        found.close()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("University of Seestadt", 1),
        ("THE UNIVERSITY OF SEESTADT", 1),
        ("Ｕniversitat Seestadt", 1),
        ("Seestadt University", 1),
        ("Univ. of Seestadt", 1),
        ("Univ. Seestadt", 1),
        ("Universidad de Seestadt", 1),
        ("ゼーシュタット大学", 1),
        ("Seestadt Academy", 1),
        ("TU Seestadt", 2),
        ("Technische Univ. Seestadt", 2),
        ("Techn. Univ. of Seestadt", 2),
        ("School of Law, University of Seestadt", 1),
        ("University of Seestadt School of Law", 1),
        ("Department of Physics, Faculty of Science, Kita University, Kita, Japan", 3),
        ("北大学 理学部", 3),
        ("Trinity College, Southport", 5),
        ("Trinity College (Lakeview), USA", 6),
        ("Kita University Kita", 3),
        ("Northfield University, 12 Main Street, Northfield, Canada", 4),
        ("Lakeview Inst. of Tech.", 10),
        ("LIT, Lakeview", 10),
        ("SEETECH", 2),
        ("School of Music, Northfield University", 9),
        ("School of Music, Kita University", 3),
        (id_of(3), 3),
        ("Univ. Grünwald", 12),
        ("Univ. of Gruenwald", 12),
        ("University of Ekstad", 18),
        ("北大學", 3),
        ("Kita Univ., Dipartimento di Fisica", 3),
        ("Kita University, Fac. Engenharia", 3),
        ("Kita Üniversitesi, Hukuk Fakültesi", 3),
        ("Northfield University, Northfield City", 4),
        ("Trinity College, Lakeview IL", 6),
        ("St. Anne's College, Lakeview", 14),
    ],
)
def test_match(index: Index, text: str, number: int) -> None:
    """Names as people write them mean the one organisation that has them."""
    found = find(index, text)
    assert (found.state, [one.id for one in found.organisations]) == ("match", [id_of(number)])


@pytest.mark.parametrize(
    ("text", "country", "numbers", "reason"),
    [
        ("Trinity College", None, [5, 6], "several organisations have this name"),
        ("Trinity College, Kita", None, [5, 6], "'Kita' is not known of it"),
        ("University of Seestadt", "JP", [1], "only in another country"),
        ("KU", None, [3], "only an acronym"),
        ("Universty of Seestat", None, [1], "only similar"),
        ("Univ. of Seestat", None, [1], "only similar"),
        ("St. Anne's College", None, [13, 14], "several organisations have this name"),
        ("Saint Anne's College", "US", [14, 13], "several organisations have this name"),
        ("University of Northmark, Southport", None, [16, 17], "several organisations"),
        ("Univ. of Northmark, Southport", None, [16, 17], "several organisations"),
        ("Trinity College, Southport IL City", None, [5, 6], "is not known of it"),
        ("Old College of Northfield", None, [7], "no longer active"),
        ("Withdrawn College", None, [8], "no longer active"),
        ("School of Fine Arts, Northfield University", None, [11, 4], "both are organisations"),
    ],
)
def test_candidates(
    index: Index, text: str, country: str | None, numbers: list[int], reason: str
) -> None:
    """What may be several, is elsewhere, closed or merely alike is never a match."""
    found = find(index, text, country)
    assert found.state == "candidate"
    ids = [one.id for one in found.organisations]
    assert ids[: len(numbers)] == [id_of(number) for number in numbers]
    assert reason in found.reason


@pytest.mark.parametrize(
    "text", ["Atlantis Bank", "", "?", "x" * 10_000, "Kita University; Northfield University"]
)
def test_none(index: Index, text: str) -> None:
    """What no organisation is called has neither a match nor candidates."""
    assert find(index, text)[:2] == ("none", [])


def test_a_short_word_is_the_start_of_one_word(index: Index) -> None:
    """The St. of a saint is not the start of a word that the text has besides."""
    assert find(index, "St. Lakeview State University").state != "match"
    assert find(index, "Lakeview State Transp. University").state == "match"


def test_the_country_decides(index: Index) -> None:
    """Where the country is known, only organisations of it are meant; a city decides further."""
    assert find(index, "Trinity College", "US").state == "candidate"
    found = find(index, "Trinity College", "US", "Lakeview")
    assert [one.id for one in found.organisations] == [id_of(6)]


def test_forms_are_those_of_any_language() -> None:
    """General words are the same in every language, and abbreviations are written out."""
    assert forms("Univ. Wien") == forms("Universität Wien") == forms("University of Wien")
    assert forms("Technische Universität Wien").isdisjoint(forms("Universität Wien"))


def test_several_schools_are_cut() -> None:
    """Two schools before a university are both cut off, and the first one is told."""
    found = cut("Department of Physics, Faculty of Science, Kita University")
    assert (found.name, found.school) == ("Kita University", "Department of Physics")
