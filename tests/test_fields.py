"""What the model says of its fields."""

from __future__ import annotations

import pytest

from utpartners.fields import internal_fields, is_public


def test_internal_fields() -> None:
    """Notes, documents, people and all that is said of them are for the office."""
    assert internal_fields() >= {
        "partnership.note",
        "partnership.notes",
        "partnership.coordinators",
        "agreement.note",
        "agreement.notes",
        "agreement.document",
        "agreement.people",
        "person.name",
        "person.email",
    }


@pytest.mark.parametrize(
    ("also", "public"), [((), False), (["person"], True), (["person.email"], True)]
)
def test_is_public(also: list[str], public: bool) -> None:
    """The catalogue can make a field public, or all fields of a record."""
    assert is_public("person.email", also) is public
    assert is_public("partnership.name", also)
