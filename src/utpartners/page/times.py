"""Times of a catalogue in words, in the language in use."""

from __future__ import annotations

from ..i18n import translated

OPEN = ".."


def shown(when: str, calendar: str | None = None) -> str:
    """An EDTF time as people write it: ``2015/..`` is ``since 2015``."""
    start, slash, end = when.partition("/")
    if not slash:
        return _years(start, calendar) if calendar == "academic" else _date(start)
    if end == OPEN:
        return translated("since {time}").format(time=shown(start, calendar))
    if start == OPEN:
        return translated("until {time}").format(time=shown(end, calendar))
    if calendar == "academic":
        return _years(f"{start}–{end}", calendar)
    if start.isdigit() and end.isdigit():
        return _years(f"{start}–{end}", None)
    return f"{_date(start)} – {_date(end)}"


def _years(years: str, calendar: str | None) -> str:
    pattern = translated("academic year {years}") if calendar else translated("{years}")
    return pattern.format(years=years)


def _date(text: str) -> str:
    year, _, rest = text.partition("-")
    if not rest:
        return _years(year, None)
    month, _, day = rest.partition("-")
    pattern = translated("{day} {month} {year}") if day else translated("{month} {year}")
    return pattern.format(day=day.lstrip("0"), month=_months()[int(month) - 1], year=year)


def _months() -> tuple[str, ...]:
    return (
        translated("January"),
        translated("February"),
        translated("March"),
        translated("April"),
        translated("May"),
        translated("June"),
        translated("July"),
        translated("August"),
        translated("September"),
        translated("October"),
        translated("November"),
        translated("December"),
    )
