"""What a terminal shows of a yearly report: the figures, then a line for each thing of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Block, CardBrief, View
from ..i18n import translated
from ..time_words import short_time
from ..vocabulary import counted, word
from .activity import time_in_brief
from .heading import step
from .multi_home import catalogue_as_of_briefly
from .record_names import namers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Facts
    from ..store.store import Store
    from .report_period import Period

DOT = " · "

_EVENTS = (
    View("", (("{time}",),)),
    View("", (("{partner}",),)),
    View("", (("{kind}",),)),
    View("", (("{title}",),)),
)
_AGREEMENTS = (
    View("", (("{name}",),)),
    View("", (("{kind}", " · {title}"),)),
    View("", (("{signed_on}",),)),
    View("", (("{end}",),)),
)
_PARTNERS = (View("", (("{name}",),)), View("", (("{status}",),)), View("", (("{time}",),)))
_REGIONS = (View("", (("{region}",),)), View("", (("{names}",),)))


def brief(store: Store, card: Facts, period: Period) -> CardBrief:
    """Return what people see of a report, of which the card has all the facts."""
    figures = [counted(row["count"], word(row["item"])) for row in card["figures"]]
    blocks = (
        _block(translated("New partnerships"), _PARTNERS, _partners(card["began"], "since")),
        _block(translated("Ended partnerships"), _PARTNERS, _partners(card["ended"], "until")),
        _block(translated("Activities"), _EVENTS, _events(store, card["activities"])),
        _block(
            translated("Agreements signed"), _AGREEMENTS, _agreements(card["agreements_signed"])
        ),
        _block(translated("Agreements ended"), _AGREEMENTS, _agreements(card["agreements_ended"])),
        _block(
            translated("Agreements that end within the following year"),
            _AGREEMENTS,
            _agreements(card["agreements_ending"]),
        ),
        _block(translated("Planned"), _EVENTS, _events(store, card["planned"])),
        _block(translated("Partners by region"), _REGIONS, _regions(card["partners"])),
    )
    span = short_time(f"{period.first}/{period.last}")
    return CardBrief(
        span,
        (DOT.join(figures),),
        tuple(block for block in blocks if block.rows),
        catalogue_as_of_briefly(store),
    )


def steps(period: Period) -> list[str]:
    """Return what to type after a report was shown."""
    academic = ["--academic"] if period.is_academic else []
    return [
        step("report", "--year", str(period.year), *academic, "-o", "report.pdf"),
        step("report", "--year", str(period.year - 1), *academic),
    ]


def _block(heading: str, views: Sequence[View], rows: Sequence[Facts]) -> Block:
    return Block(f"{heading} ({len(rows):,})", tuple(views), rows)


def _partners(rows: Sequence[Facts], key: str) -> list[Facts]:
    return [{**row, "time": short_time(row[key]) if row[key] else ""} for row in rows]


def _events(store: Store, rows: Sequence[Facts]) -> list[Facts]:
    name = namers(store, partnership="partnership")["partnership"]
    return [{**row, **time_in_brief(row), "partner": name(row)} for row in rows]


def _agreements(rows: Sequence[Facts]) -> list[Facts]:
    signed, ends = translated("signed {value}"), translated("ends {value}")

    def said(pattern: str, when: str | None) -> str:
        return pattern.format(value=short_time(when)) if when else ""

    return [
        {
            **row,
            "signed_on": said(signed, row["signed"]),
            "end": said(ends, row["ended"] or row["ends"]),
        }
        for row in rows
    ]


def _regions(rows: Sequence[Facts]) -> list[Facts]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(word(row["region"]), []).append(row["name"])
    return [{"region": region, "names": names} for region, names in found.items()]
