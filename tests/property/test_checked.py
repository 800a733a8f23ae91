"""What ``export`` writes passes ``check`` where the catalogue does, and is no worse elsewhere."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.slow import quick_are

from utpartners.api import Catalogue
from utpartners.formats import check, find_form, write
from utpartners.formats.problems import errors_in
from utpartners.model import Catalogue as Records
from utpartners.progress import no_progress
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from utpartners.store.store import Store

NAMES = ["c.toml", "c.json", "c.db", "c", "c.zip", "c.xlsx"]


def told(store: Store, folder: str, name: str) -> set[tuple[str, str, str]]:
    """What check tells of a store that was written in the form of a name, without the places."""
    path = Path(folder, name)
    form = find_form(None, name if "." in name else f"{name}/")
    assert form is not None
    write(store, str(path), form)
    found = check(str(path), no_progress)
    return {(one.severity, one.problem.rule, one.problem.message) for one in found}


@pytest.mark.parametrize("name", quick_are(["c.db"], NAMES[1:]))
@settings(max_examples=settings().max_examples // 4)
@given(records=st.from_type(Records))
def test_every_form_says_the_same(name: str, records: Records) -> None:
    """Whatever is doubtful in a catalogue is so in every form of it, and told to who exports it."""
    with TemporaryDirectory() as folder, closing(in_memory(records, "generated")) as store:
        found = told(store, folder, name)
        assert found == told(store, folder, "c.toml")
        grave = {message for severity, _, message in found if severity == "error"}
        assert grave == {problem.message for problem in errors_in(store)}


@pytest.mark.parametrize("name", quick_are(["c.toml", "c.db"], NAMES))
@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"status": ["prospective"]},
        {"country": ["Sweden", "China"]},
        {"dept": ["gs-eng", "gs-sci"], "all_depts": True},
        {"inactive_since": 1900},
    ],
    ids=["whole", "status", "country", "departments", "none"],
)
def test_parts(
    catalogue: Catalogue, tmp_path: Path, name: str, wanted: dict[str, list[str]]
) -> None:
    """The bundled catalogue passes check in every form, and so does any part of it."""
    part = catalogue.part(**wanted)  # type: ignore[arg-type]
    assert told(part.store, str(tmp_path), name) == set()
