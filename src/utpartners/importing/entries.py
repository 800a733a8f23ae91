"""What the rows of a sheet say, as records of a catalogue: the result of reading them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .departments import Department
    from .grid import Cell
    from .headings import Heading
    from .known_partners import Partner
    from .looks import Look


@dataclass(slots=True)
class Entry:
    """A row of a sheet, and what it says."""

    row: int
    """The number that people see beside it."""
    sheet: str
    cells: list[Cell]
    partner: Partner | None = None
    partner_text: str = ""
    country: str | None = None
    heading: Heading | None = None
    """The heading within the table that it stands below."""
    institution: dict[str, Any] = field(default_factory=dict)
    """What it says of the partner, as keys of an institution."""
    partnership: dict[str, Any] = field(default_factory=dict)
    """What it says of the partnership: ``since``, ``status``, ``note``."""
    departments: list[str] = field(default_factory=list)
    new_departments: list[Department] = field(default_factory=list)
    agreements: list[dict[str, Any]] = field(default_factory=list)
    """The agreements, as keys of one; ``people`` holds the people themselves."""
    people: list[dict[str, str]] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    state: str = ""
    """``new``, ``changed``, ``same`` or ``look``; empty until it is compared with the catalogue."""

    def look(self, *looks: Look) -> None:
        """Add what there is to look at, once."""
        self.looks += [one for one in looks if one not in self.looks]
