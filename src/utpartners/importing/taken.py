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

HEADER = ("record", "values")


class Taken:
    """Values by record and field; a record is called as ``institution/seestadt``."""

    def __init__(self, stored: dict[str, str] | None = None) -> None:
        self._stored = stored or {}
        """The values of a record as JSON: decoded one by one, they take a tenth of the memory."""
        self._values: dict[str, dict[str, Any]] = {}
        self._decoded: tuple[str, dict[str, Any]] = "", {}

    def get(self, record: str, field: str) -> Any:
        """Return the value that was taken, None where none was."""
        if record in self._values:
            return self._values[record].get(field)
        if self._decoded[0] != record:
            self._decoded = record, json.loads(self._stored.get(record, "{}"))
        return self._decoded[1].get(field)

    def put(self, record: str, field: str, value: Any) -> None:
        """Note a value that is taken."""
        self._values.setdefault(record, {})[field] = value

    def has(self, record: str) -> bool:
        """Return whether anything of a record was taken."""
        return record in self._values or record in self._stored

    def records(self) -> list[str]:
        """Return the records of which anything was taken, in their order."""
        return [*self._stored, *self._values]

    def text(self) -> Iterator[str]:
        """Yield the file, line by line."""
        from io import StringIO

        buffer = StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(HEADER)
        for record, values in sorted(self._values.items()):
            writer.writerow((record, json.dumps(values, ensure_ascii=False)))
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()


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
            rows = csv.reader(file)
            if tuple(next(rows, ())) != HEADER:
                raise ValueError(",".join(HEADER))  # noqa: TRY301 told below
            stored = dict(_checked(row) for row in rows)
    except (OSError, ValueError, csv.Error) as error:
        raise UtpartnersError(
            translated("{path} does not say what was taken: {reason}").format(
                path=path, reason=error
            ),
            translated("Delete it; values of the catalogue then count as written by hand."),
        ) from error
    return Taken(stored)


def _checked(row: list[str]) -> tuple[str, str]:
    """Return a record and its values. Raises ValueError where these are none."""
    record, values = row
    if not isinstance(json.loads(values), dict):
        raise ValueError(values[:80])  # noqa: TRY004 as for all else that is wrong there
    return record, values
