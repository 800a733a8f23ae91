"""The map: a TOML file beside a sheet that says how it is read. The first run writes it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from .. import normalize
from ..diagnostics import brief_repr, did_you_mean
from ..errors import UtpartnersError
from ..i18n import translated
from ..similarity import nearest_texts
from ..unreadable import cannot_read
from . import countries, kinds
from .columns import OF_KINDS, Use
from .date_forms import Habits
from .headers import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECTIONS = (
    "columns", "sheet", "dates", "split", "departments", "kinds", "status", "renews", "countries",
    "partners",
)  # fmt: skip

SETTINGS = {
    "sheet": ("status", "kind", "schools", "fill_down", "struck"),
    "dates": ("order", "years", "academic_year_starts", "short_years", "real_dates"),
    "split": ("departments", "partners"),
}


class Map(NamedTuple):
    """What the map of a sheet says; keys of spellings are folded."""

    path: str
    exists: bool = False
    columns: Mapping[str, Use] = {}
    status: str = "active"
    """The status of a new partnership of which the sheet says none."""
    kind: str = "agreement"
    """The kind of an agreement of which the sheet says none."""
    schools: str = "note"
    """What becomes of a partner's school: ``note`` or ``ignore``."""
    fill_down: tuple[str, ...] = ()
    """Columns whose empty cells say the same as the cell above."""
    struck: str = ""
    """``read`` or ``ignore``: what becomes of rows that are struck through."""
    habits: Habits = Habits()
    real_dates: str = ""
    """``trust`` or ``exchange``: whether day and month of real dates are right."""
    separators: Mapping[str, tuple[str, ...]] = {}
    departments: Mapping[str, tuple[str, ...]] = {}
    kinds: Mapping[str, tuple[str, ...]] = {}
    statuses: Mapping[str, str] = {}
    renews: Mapping[str, str] = {}
    countries: Mapping[str, str] = {}
    partners: Mapping[str, tuple[str, ...]] = {}


def fold(text: str) -> str:
    """Return what tells spellings of names apart."""
    return normalize.key(normalize.words(text)) or text.strip()


def path_of(sheet: str) -> str:
    """Return the path of the map of a sheet: ``agreements.map.toml`` for ``agreements.xlsx``."""
    return f"{os.path.splitext(sheet)[0]}.map.toml"


def read_map(path: str, *, required: bool) -> Map:
    """Return the map at a path; an empty one where there is none, unless it is required.

    Raises UtpartnersError, naming the key that is wrong.
    """
    try:
        with open(path, "rb") as file:
            document = tomli.load(file)
    except FileNotFoundError as error:
        if required:
            raise cannot_read(path, error) from error
        return Map(path)
    except OSError as error:
        raise cannot_read(path, error) from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UtpartnersError(
            translated("{path}: not TOML: {reason}", path=path, reason=error)
        ) from error
    return _Reader(path, document).map()


def _another_table(key: str, section: str, known: tuple[str, ...]) -> str:
    """Return what to write in the place of a key that a table does not have."""
    near = nearest_texts(key, [name for name in SECTIONS if name != section]) if section else []
    lines = [translated("There is a table [{name}].", name=near[0])] if near else []
    lines.append(translated("Choose from: {values}.", values=", ".join(known)))
    return "\n".join(lines)


class _Reader:
    """Reads the values of a map, and says which of them is wrong."""

    def __init__(self, path: str, document: dict[str, Any]) -> None:
        self._path = path
        self._document = document

    def map(self) -> Map:
        self._refuse_unknown(self._document, SECTIONS, "")
        for section, keys in SETTINGS.items():
            self._refuse_unknown(self._section(section), keys, section)
        sheet, dates = self._section("sheet"), self._section("dates")
        return Map(
            self._path,
            exists=True,
            columns={
                label: self._use(label, value) for label, value in self._section("columns").items()
            },
            status=self._text("sheet", "status", "active"),
            kind=self._text("sheet", "kind", "agreement"),
            schools=self._choice("sheet", "schools", ("note", "ignore")) or "note",
            fill_down=self._texts("sheet.fill_down", sheet.get("fill_down", [])),
            struck=self._choice("sheet", "struck", ("read", "ignore")) or "",
            habits=Habits(
                order=self._choice("dates", "order", ("dmy", "mdy", "ymd")),  # type: ignore[arg-type]
                years=self._choice("dates", "years", ("interval", "academic")),  # type: ignore[arg-type]
                starts=self._month(dates.get("academic_year_starts", 4)),
                short_years=dates.get("short_years", False) is True,
            ),
            real_dates=self._choice("dates", "real_dates", ("trust", "exchange")) or "",
            separators={k: self._texts(f"split.{k}", v) for k, v in self._section("split").items()},
            departments=self._lists("departments", fold),
            kinds=self._lists("kinds", kinds.fold),
            statuses=self._spellings("status", kinds.fold),
            renews=self._spellings("renews", fold, ("automatic", "by review", "none", "")),
            countries=self._spellings("countries", countries.fold),
            partners=self._lists("partners", fold),
        )

    def _section(self, name: str) -> dict[str, Any]:
        section = self._document.get(name, {})
        if not isinstance(section, dict):
            raise self._error(name, section, translated("a table: [{name}]").format(name=name))
        return section

    def _refuse_unknown(
        self, keys: Mapping[str, Any], known: tuple[str, ...], section: str
    ) -> None:
        for key in keys:
            if key not in known:
                hint = did_you_mean(key, known) or _another_table(key, section, known)
                what = translated("{path}: unknown key {key}").format(
                    path=self._path, key=f"'{section}.{key}'" if section else f"'{key}'"
                )
                raise UtpartnersError(what, hint[:1].upper() + hint[1:])

    def _error(self, key: str, value: object, wanted: str) -> UtpartnersError:
        what = translated("{path}: {key} = {value} is not {wanted}")
        return UtpartnersError(
            what.format(path=self._path, key=key, value=brief_repr(value), wanted=wanted)
        )

    def _use(self, label: str, value: Any) -> Use:
        parts = {"field": value} if isinstance(value, str) else value
        key = f"columns.{label!r}"
        if not isinstance(parts, dict) or parts.get("field") not in FIELDS:
            raise self._error(
                key, value, translated("one of {values}").format(values=", ".join(FIELDS))
            )
        for name in ("kind", "language"):
            if not isinstance(parts.get(name, ""), str):
                raise self._error(f"{key}.{name}", parts[name], translated("a text"))
        kind = parts.get("kind")
        if kind and parts["field"] not in OF_KINDS:
            wanted = translated("one of {values}").format(values=", ".join(OF_KINDS))
            raise self._error(f"{key}.field", parts["field"], wanted)
        return Use(parts["field"], kind, parts.get("language"))

    def _text(self, section: str, key: str, default: str) -> str:
        value = self._section(section).get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self._error(f"{section}.{key}", value, translated("a text"))
        return value

    def _choice(self, section: str, key: str, known: tuple[str, ...]) -> str | None:
        value = self._section(section).get(key)
        if value is not None and value not in known:
            wanted = translated("one of {values}").format(values=", ".join(known))
            raise self._error(f"{section}.{key}", value, wanted)
        return value

    def _month(self, value: Any) -> int:
        if not isinstance(value, int) or not 1 <= value <= 12:
            raise self._error(
                "dates.academic_year_starts", value, translated("a month from 1 to 12")
            )
        return value

    def _texts(self, key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._error(key, value, translated("a list of texts"))
        return tuple(value)

    def _lists(self, name: str, folded: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
        found = {}
        for key, value in self._section(name).items():
            values = [value] if isinstance(value, str) else value
            found[folded(key)] = tuple(one for one in self._texts(f"{name}.{key!r}", values) if one)
        return found

    def _spellings(
        self, name: str, folded: Callable[[str], str], known: tuple[str, ...] = ()
    ) -> dict[str, str]:
        found = {}
        for key, value in self._section(name).items():
            if not isinstance(value, str):
                raise self._error(f"{name}.{key!r}", value, translated("a text"))
            if known and value not in known:
                wanted = translated("one of {values}").format(values=", ".join(known))
                raise self._error(f"{name}.{key!r}", value, wanted)
            found[folded(key)] = value
        return found
