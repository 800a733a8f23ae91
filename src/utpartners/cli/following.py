"""Names of several words without quotation marks: which words follow the value of an option.

Which of them belong to the value is known only when names are looked up: ``--country South Korea
primary`` has the value ``South``, and the words after it are told to it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def with_following(arguments: Sequence[str], parameters: Sequence[Any]) -> list[str]:
    """Return the arguments of a command; the values of its filters know the words after them."""
    options = {
        name
        for one in parameters
        if one.param_type_name == "option" and one.multiple and one.name != "data"
        for name in one.opts
    }
    found = list(arguments)
    if options.isdisjoint(found):
        return found
    from ..questions.words import Typed

    for place, option in enumerate(arguments):
        if option in options:
            end = place + 2
            while end < len(found) and not found[end].startswith("-"):
                # Each is a value of its own, however often the same word is typed.
                found[end] = Typed(found[end])
                end += 1
            if place + 1 < len(found):
                found[place + 1] = Typed(found[place + 1], found[place + 2 : end])
    return found
