"""Other values in the text of a record, as tomlkit writes them: what is around them stays."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from ..extras import missing
from ..formats.toml import values_text
from ..i18n import translated


def with_values(
    text: str, keys: tuple[str, ...], before: dict[str, Any], after: dict[str, Any]
) -> str:
    """Return the text of a record, which has a header of ``keys``, with the values it has after.

    Keys that it did not have are left out. Raises UtpartnersError without tomlkit.
    """
    try:
        import tomlkit
    except ImportError as error:
        raise missing(translated("editing a catalogue"), "tomlkit") from error
    parsed: Any = tomlkit.parse(text)
    record = parsed
    for key in keys:
        record = record[key]
        if isinstance(record, list):
            record = record[0]
    _set(record, before, after)
    return tomlkit.dumps(parsed)


def _set(record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
    for key in before.keys() - after.keys():
        del record[key]
    for key, value in after.items():
        if key not in before or before[key] == value:
            continue
        old = before[key]
        if isinstance(old, list) and isinstance(value, list):
            _set_list(record[key], old, value)
        elif isinstance(old, dict) and isinstance(value, dict) and not old.keys() - value.keys():
            _set(record[key], old, value)
            for new in value.keys() - old.keys():
                record[key][new] = _item(value[new])
        else:
            record[key] = _item(value)


def _set_list(array: Any, before: list[Any], after: list[Any]) -> None:
    """Change the items that differ; the others keep their lines and comments."""
    olds, news = list(map(repr, before)), list(map(repr, after))
    codes = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    # From the end, so that the places before stay what they are.
    for what, start, end, new_start, new_end in reversed(codes):
        if what == "equal":
            continue
        both = min(end - start, new_end - new_start)
        for place in range(end - 1, start + both - 1, -1):
            del array[place]
        for place in range(both):
            _set_item(array, start + place, before[start + place], after[new_start + place])
        for place in range(new_start + both, new_end):
            array.insert(start + place - new_start, _item(after[place]))


def _set_item(array: Any, place: int, before: Any, after: Any) -> None:
    is_record = isinstance(before, dict) and isinstance(after, dict)
    if is_record and before.keys() == after.keys():
        _set(array[place], before, after)
    else:
        array[place] = _item(after)


def _item(value: Any) -> Any:
    """Return a value as a catalogue is written."""
    import tomlkit

    return tomlkit.parse(values_text({"value": value}))["value"]
