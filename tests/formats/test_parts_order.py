"""``order.txt`` of a catalogue in parts: ids that change and go, comments that stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from utpartners.formats import parts_order

ids = st.lists(st.text("abc-1", min_size=1, max_size=4), unique=True, max_size=6)
comments = st.sampled_from(["# a comment\n", "#\n", "\n", "  \n", "# anu\n"])


@given(ids, st.lists(comments, max_size=6), st.sets(st.text("abc-1", min_size=1, max_size=4)))
def test_comments_stay(names: list[str], others: list[str], gone: set[str]) -> None:
    """Whatever goes, each line that is no id is still there, and in its place."""
    lines = [
        line for pair in zip([f"{id}\n" for id in names], others, strict=False) for line in pair
    ]
    text = "".join([*lines, *(f"{id}\n" for id in names[len(others) :])])
    found = parts_order.edited(text, lambda one: None if one in gone else one) or ""
    assert parts_order.ids(found) == [id for id in names if id not in gone]
    if found:
        kept = [line for line in found.splitlines(True) if not parts_order.ids(line)]
        assert kept == [line for line in text.splitlines(True) if not parts_order.ids(line)]


def test_a_new_id_is_where_the_old_one_was() -> None:
    """Only the id of a line changes, not the blanks around it, nor how lines end."""
    text = "# ours\r\n  anu\r\nethz\r\n"
    now = {"anu": "anu-2026"}
    assert parts_order.edited(text, lambda one: now.get(one, one)) == text.replace(
        "anu", "anu-2026"
    )


def test_no_order_is_left() -> None:
    """Without ids and comments of people there is no file."""
    assert parts_order.edited(parts_order.written(["anu"]), lambda _: None) is None
    assert parts_order.edited("# ours\nanu\n", lambda _: None) == "# ours\n"
