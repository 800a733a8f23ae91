"""What to type for a name that was given to the wrong command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners.names.other_kinds import commands_for, elsewhere_hint, hint, nearest_commands

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue
    from utpartners.store.store import Store


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("ANU", ["show anu"]),
        ("KTH", ["show stockholm"]),
        ("UTokyo", ["about"]),
        ("GS Eng", ["dept gs-eng"]),
        ("Germany", ["list --country DE"]),
        ("ドイツ", ["list --country DE"]),
        ("PRIMARY", ["list --status primary"]),
        ("lecture", ["timeline --kind lecture"]),
        ("asia", ["list --region asia"]),
        ("Munich", ["show tum"]),
        ("Atlantis", []),
        ("?!", []),
        ("x" * 10_000, []),
    ],
)
def test_whatever_a_text_names(store: Store, text: str, commands: list[str]) -> None:
    """A partner, department, country, status, kind, region or city has the command that shows it.

    So has the partnership of an institution, and the home, by any name and in any case.
    """
    assert commands_for(store, text) == commands
    assert commands_for(store, text, is_exact=True) == commands


def test_part_of_a_name(store: Store) -> None:
    """A part of a name will do, unless a whole one is asked for or it is in very many."""
    assert commands_for(store, "engin") == ["dept gs-eng"]
    assert commands_for(store, "engin", is_exact=True) == []
    assert commands_for(store, "University") == []


def test_what_was_looked_for_in_vain(store: Store) -> None:
    """The kinds that were looked for already are not proposed again, in whatever way."""
    assert commands_for(store, "GS Eng", but=["department"]) == []
    assert commands_for(store, "Germany", but=["country", "partnership"]) == []


def test_the_nearest_of_other_kinds(store: Store) -> None:
    """A misspelt name has the command for what is spelt almost so, each once."""
    assert nearest_commands(store, "Germny", []) == ["list --country DE"]
    assert nearest_commands(store, "Germny", ["country"]) == []
    assert nearest_commands(store, "GS Enginering", [])[0] == "dept gs-eng"


def test_each_partnership_of_an_institution(built: Built, utokyo: Catalogue) -> None:
    """An institution of several partnerships has a command for each, a quoted one where needed."""
    (of_kth,) = (one for one in utokyo.partnerships if "kth" in one.members)
    other = replace(of_kth, id="kth & more", name="Other", abbreviation=None, aliases=[])
    store = built(replace(utokyo, partnerships=[of_kth, other]))
    assert commands_for(store, "KTH") == ["show stockholm", "show 'kth & more'"]


def test_hint(store: Store) -> None:
    """The hint is a line for one command, and a list for several."""
    assert hint(["show anu"]) == "Try: utpartners show anu"
    assert hint(["a", "b c"]) == "Try one of these:\n  utpartners a\n  utpartners b c"
    assert elsewhere_hint(store, "Germany") == "Try: utpartners list --country DE"
    assert elsewhere_hint(store, "engin") == ""
