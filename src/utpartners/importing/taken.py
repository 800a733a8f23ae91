"""What an import took from a sheet the last time, so that the next one sees who changed what.

A value of the catalogue that is no longer the one that was taken was written by hand, and stays.
The file lies beside the sheet. Without it, every value counts as written by hand.
"""

from __future__ import annotations

import csv
import json
import os
from typing import TYPE_CHECKING, Any

from ..errors import UtpartnersError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = ("record", "field", "value")

Key = tuple[str, str]


class Taken:
    """Values by record and field; a record is called as ``institution/seestadt``."""

    def __init__(self, values: dict[Key, Any] | None = None) -> None:
        self._values = values or {}

    def get(self, record: str, field: str) -> Any:
        """Return the value that was taken, None where none was."""
        return self._values.get((record, field))

    def put(self, record: str, field: str, value: Any) -> None:
        """Note a value that is taken."""
        self._values[record, field] = value

    def has(self, record: str) -> bool:
        """Return whether anything of a record was taken."""
        return (record, "") in self._values

    def records(self) -> list[str]:
        """Return the records of which all were taken, in their order."""
        return [record for record, field in self._values if not field]

    def text(self) -> Iterator[str]:
        """Yield the file, line by line."""
        from io import StringIO

        buffer = StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(HEADER)
        for (record, field), value in sorted(self._values.items()):
            writer.writerow((record, field, json.dumps(value, ensure_ascii=False)))
        yield buffer.getvalue()


def path_of(sheet: str) -> str:
    """Return the path of what was taken from a sheet."""
    return f"{os.path.splitext(sheet)[0]}.taken.csv"


def read_taken(path: str) -> Taken:
    """Return what was taken; nothing where there is no file. Raises UtpartnersError."""
    if not os.path.exists(path):
        return Taken()
    csv.field_size_limit(2**31 - 1)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        if not rows or tuple(rows[0]) != HEADER:
            raise ValueError(",".join(HEADER))  # noqa: TRY301 told below
        return Taken({(record, field): json.loads(value) for record, field, value in rows[1:]})
    except (OSError, ValueError, csv.Error) as error:
        raise UtpartnersError(
            translated("{path} does not say what was taken: {reason}").format(
                path=path, reason=error
            ),
            translated("Delete it; values of the catalogue then count as written by hand."),
        ) from error
