"""Makes lists as offices have them, with all their dirt, and the truth about each row beside it.

The same seed makes the same list. Universities, cities and people are invented. A row is *clear*
where a careful reader needs nothing but the list; any other must be asked about, unless the map of
the list answers it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTRIES = {
    "AT": ("Austria", "Österreich", "オーストリア", "奥地利", "오스트리아"),
    "CA": ("Canada", "Kanada", "カナダ", "加拿大", "캐나다"),
    "KR": ("Korea (Republic of)", "Südkorea", "韓国", "韩国", "대한민국"),
    "VN": ("Viet Nam", "Vietnam", "ベトナム", "越南", "베트남"),
    "GB": ("England", "Großbritannien", "英国", "英国", "영국"),
    "TR": ("Turkey", "Türkei", "トルコ", "土耳其", "튀르키예"),
    "DE": ("Deutschland", "Deutschland", "ドイツ", "德国", "독일"),
    "TW": ("Taiwan, R.O.C.", "Taiwan", "台湾", "台湾", "대만"),
    "US": ("U.S.A.", "USA", "米国", "美国", "미국"),
    "CZ": ("Czech Republic", "Tschechien", "チェコ", "捷克", "체코"),
}
"""What people write for a country: in English, German, Japanese, Chinese and Korean sheets."""

TOWNS = (
    "Seestadt", "Northfield", "Harborview", "Lindenau", "Kestrelton", "Marwick", "Oldenburgen",
    "Pinehollow",
    "Quarrymouth", "Ravensbrook", "Silverdale", "Thornbury", "Umberlake", "Valemount",
    "Winterfold", "Yarrowgate",
    "Zellerthal", "Ashcombe", "Brackwater", "Cloverfield", "Duskerry", "Eastmere", "Foxglade",
    "Grimshaw", "Hollowell",
    "Inverlochan", "Juniperhill", "Kaltenbach", "Larkspur", "Mistral",
)  # fmt: skip

DEPARTMENTS = ("Law", "Engineering", "Medicine", "Agriculture", "Letters")

KINDS = {
    "general": ("MoU", "Memorandum of Understanding"),
    "student exchange": ("SEA", "Student exchange agreement"),
}

Record = dict[str, Any]


class Row(NamedTuple):
    """A row as it stands in the list, and what it says."""

    cells: dict[str, Any]
    partner: str
    """The name that all spellings of the partner mean."""
    country: str
    agreements: list[Record]
    departments: list[str]
    is_clear: bool


class Language(NamedTuple):
    """The headers of a list, and what its cells are written with."""

    place: int
    headers: dict[str, str]
    departments: str
    encoding: str
    separator: str = ","


_FIELDS = (
    "number", "partner", "country", "kind", "signed", "ends", "renews", "department", "note",
)  # fmt: skip


def _language(
    place: int, headers: str, departments: str, encoding: str, separator: str = ","
) -> Language:
    return Language(
        place, dict(zip(_FIELDS, headers.split("|"), strict=True)), departments, encoding, separator
    )


LANGUAGES = {
    "en": _language(
        0,
        "No.|Partner University|Country|Type of agreement|Date signed|Valid until|Renewal|"
        "Faculty|Remarks",
        "Faculty of {}",
        "utf-8-sig",
    ),
    "de": _language(
        1,
        "Nr.|Partnerhochschule|Land|Art des Abkommens|Unterzeichnet am|Gültig bis|Verlängerung|"
        "Fakultät|Bemerkungen",
        "Fakultät für {}",
        "cp1252",
        ";",
    ),
    "ja": _language(
        2, "番号|大学名|国名|協定種別|締結日|有効期限|更新|担当部局|備考", "{}学部", "cp932"
    ),
    "zh": _language(
        3, "序号|合作院校|国家|协议类型|签署日期|有效期至|续签|负责学院|备注", "{}学院", "gb18030"
    ),
    "ko": _language(
        4,
        "번호|협정대학|국가|협정유형|체결일|만료일|갱신|담당부서|비고",
        "{} 학부",
        "euc_kr",
        "\t",
    ),
}

_OWN = {
    "ja": ("法", "工", "医", "農", "文"),
    "zh": ("法", "工", "医", "农", "文"),
    "ko": ("법", "공", "의", "농", "문"),
    "de": ("Recht", "Technik", "Medizin", "Landbau", "Literatur"),
    "en": DEPARTMENTS,
}
"""The departments as lists in other languages call them."""


class Maker:
    """Makes the rows of a list."""

    def __init__(
        self, seed: int, language: str, *, order: str = "dmy", towns: Sequence[str] = TOWNS
    ) -> None:
        self._random = random.Random(seed)  # noqa: S311 no secret
        self.language = LANGUAGES[language]
        self._own = dict(zip(DEPARTMENTS, _OWN[language], strict=True))
        self._order = order
        self._towns = towns
        self._codes_of = {town: list(COUNTRIES)[i % len(COUNTRIES)] for i, town in enumerate(towns)}
        self._seen: set[tuple[Any, ...]] = set()

    def rows(self, count: int) -> list[Row]:
        """Return so many rows, about one in eight of them unclear."""
        return [self._row(number) for number in range(1, count + 1)]

    def _row(self, number: int) -> Row:
        pick = self._random
        town = pick.choice(self._towns)
        name, code = f"University of {town}", self._codes_of[town]
        kind = pick.choice(list(KINDS))
        department = pick.choice(DEPARTMENTS)
        signed = date(2001, 1, 1) + timedelta(days=pick.randrange(8000))
        if (name, kind, signed) in self._seen:
            return self._row(number)
        self._seen.add((name, kind, signed))
        text, when, is_clear = self._signed(signed)
        ends, values = self._ends(signed, when, is_clear=is_clear)
        renews, renewal, renewal_is_clear = self._renewal()
        agreement = {"kind": kind, "departments": [department], **values}
        if when:
            agreement["signed"] = when
        if renewal:
            agreement.setdefault("renews", renewal)
        cells = {
            "number": number, "partner": self._partner(name, code), "country": self._country(code),
            "kind": pick.choice(KINDS[kind]), "signed": text, "ends": ends, "renews": renews,
            "department": self._department(department), "note": "",
        }  # fmt: skip
        return Row(cells, name, code, [agreement], [department], is_clear and renewal_is_clear)

    def _department(self, name: str) -> str:
        return self.language.departments.format(self._own[name])

    def department_id(self, name: str) -> str:
        """Return the name under which the catalogue will have a department."""
        return self._department(name)

    def _partner(self, name: str, code: str) -> str:
        country = COUNTRIES[code][0].split(",")[0].split(" (")[0]
        forms = [
            name,
            name,
            name,
            name.upper(),
            f"  {name} ",
            name.replace("University", "Univ."),
            f"{name}*",
            f"{name}, {country}",
        ]
        return self._random.choice(forms)

    def _country(self, code: str) -> str:
        own = COUNTRIES[code][self.language.place]
        english = COUNTRIES[code][0]
        return self._random.choice((own, own, english if english.isascii() else own, code))

    def _signed(self, day: date) -> tuple[Any, str, bool]:
        """Return a day as people write it, what that says, and whether it is clear."""
        iso, month = day.isoformat(), day.isoformat()[:7]
        if self._random.random() < 0.06:
            return f"{day.year}/{(day.year + 1) % 100:02}", "", False
        first, second = (day.day, day.month) if self._order == "dmy" else (day.month, day.day)
        forms: list[tuple[Any, str]] = [
            (iso, iso),
            (f"{day:%Y/%m/%d}", iso),
            (f"{day.day}.{day.month}.{day.year}", iso),
            (f"{first:02}/{second:02}/{day.year}", iso),
            (f"{day.day} {day:%B} {day.year}", iso),
            (f"{day:%b} {day.year}", month),
            (f"{day.year}", str(day.year)),
            (f"{day:%Y%m%d}", iso),
            ((day - date(1899, 12, 30)).days, iso),
        ]
        if self.language.place == 2 and day.year >= 2020:
            forms += [
                (f"令和{day.year - 2018}年{day.month}月{day.day}日", iso),
                (f"R{day.year - 2018}.{day.month}.{day.day}", iso),
            ]
        if self.language.place in (2, 3):
            forms += [(f"{day.year}年{day.month}月{day.day}日", iso)] * 3
        if self.language.place == 4:
            forms += [(f"{day.year}년 {day.month}월 {day.day}일", iso)] * 2
        text, when = self._random.choice(forms)
        return text, when, True

    def _ends(self, day: date, when: str, *, is_clear: bool) -> tuple[Any, Record]:
        end = date(day.year + 5, day.month, min(day.day, 28)) - timedelta(days=1)
        forms: list[tuple[Any, Record]] = [
            (end.isoformat(), {"ends": end.isoformat()}),
            (f"{end.day}.{end.month}.{end.year}", {"ends": end.isoformat()}),
            (f"{end.day} {end:%B} {end.year}", {"ends": end.isoformat()}),
            ("unlimited", {"term": "open"}),
            ("auto renew", {"renews": "automatic"}),
            ("n/a", {}),
            ("-", {}),
            ("TBD", {}),
        ]
        if is_clear and len(when) == 10 and day.day <= 28:
            forms.append(("5 years from signature", {"ends": end.isoformat(), "term": "fixed"}))
        return self._random.choice(forms)

    def _renewal(self) -> tuple[str, str, bool]:
        if self._random.random() < 0.05:
            return "Yes", "", False
        return *self._random.choice(
            (("automatic", "automatic"), ("", ""), ("-", ""), ("by mutual consent", "by review"))
        ), True


MAP = """
[dates]
order = "{order}"
years = "interval"
[renews]
"Yes" = "automatic"
"""
"""Decides all that is unclear in a list."""
