"""Whatever a document says, check tells it, and agrees with what the loader refuses."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from utpartners import model
from utpartners.checks.findings import findings
from utpartners.diagnostics import Place
from utpartners.store.fill import InconsistentError, in_memory

from .conftest import RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

import msgspec

DOCUMENT = tomli.loads(RIGHT)

VALUES = st.one_of(
    st.none(),
    st.sampled_from(["", "home", "other", "gs-eng", "JP", "2015", "2015/..", "..", "x y", "\0", 1]),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.sampled_from(["home", "gs-eng", 1, []]), max_size=3),
    st.dictionaries(st.sampled_from(["id", "name", "ja"]), st.sampled_from(["home", 1])),
)
KEYS = sorted(
    {
        field.encode_name
        for record in vars(model).values()
        if isinstance(record, type) and issubclass(record, model.Record)
        for field in msgspec.structs.fields(record)
    }
)


def inner(value: Any) -> Iterator[Any]:
    """Every table and array of a document."""
    if isinstance(value, dict | list):
        yield value
        for below in value.values() if isinstance(value, dict) else value:
            yield from inner(below)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """The right catalogue with some values replaced, added or taken away (None)."""
    document = deepcopy(DOCUMENT)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.sampled_from(list(inner(document))))
        value = draw(VALUES)
        if isinstance(place, list):
            key: Any = draw(st.integers(0, len(place) - 1)) if place else None
        else:
            key = draw(st.sampled_from([*place, *KEYS]))
        if key is None or (value is None and isinstance(place, list)):
            place.append(deepcopy(place[0]) if place else 1)
        elif value is None:
            place.pop(key, None)
        else:
            place[key] = deepcopy(value)
    return document


@settings(max_examples=3 * settings().max_examples)
@given(documents())
def test_it_agrees_with_the_loader(document: dict[str, Any]) -> None:
    """What the loader refuses has an error; what has none is a catalogue that can be asked."""
    found = findings(document, lambda paths: [Place("")] * len(paths))
    errors = [finding for finding in found if finding.severity == "error"]
    try:
        store = in_memory(msgspec.convert(document, model.Catalogue), "test")
    except (msgspec.ValidationError, InconsistentError):
        assert errors
    else:
        store.connection.close()
        loader = {"duplicate-id", "duplicate-link", "dangling-reference", "time"}
        assert not loader & {finding.problem.rule for finding in found}
        assert not [f for f in errors if f.problem.rule in ("type", "unknown-key", "missing-key")]
