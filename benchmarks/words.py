"""Words in several scripts that made-up catalogues are made of. Nothing here is a real place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

COUNTRIES = (
    ("JP", "Japan", "日本", "ja"),
    ("AU", "Australia", "オーストラリア", "en"),
    ("CH", "Switzerland", "スイス", "de"),
    ("CN", "China", "中国", "zh"),
    ("US", "United States", "アメリカ合衆国", "en"),
    ("KR", "South Korea", "韓国", "ko"),
    ("SE", "Sweden", "スウェーデン", "sv"),
    ("GB", "United Kingdom", "イギリス", "en"),
    ("TW", "Taiwan", "台湾", "zh-Hant"),
    ("DE", "Germany", "ドイツ", "de"),
    ("CL", "Chile", "チリ", "es"),
    ("GR", "Greece", "ギリシャ", "el"),
    ("TH", "Thailand", "タイ", "th"),
    ("KZ", "Kazakhstan", "カザフスタン", "ru"),
    ("FR", "France", "フランス", "fr"),
)
"""Code, name, Japanese name, and the language of its institutions."""

KINDS = (
    "University of", "Institute of Technology of", "National College of", "Royal Academy of",
    "Polytechnic of", "Medical University of", "École Supérieure de", "Universität",
)  # fmt: skip
ALIASES = ("University", "Tech", "College", "Campus")
ACTIVITIES = ("symposium", "workshop", "lecture", "exchange", "research", "education")
FIELDS = (
    "Engineering", "Science", "Medicine", "Law and Politics", "Economics", "Education",
    "Arts and Sciences", "Humanities", "Agriculture", "Pharmaceutical Sciences", "Mathematics",
    "Frontier Sciences", "Informatics", "Public Policy", "Earthquake Research", "Oceanography",
)  # fmt: skip

_STARTS = "Ar Bel Cor Dal El Fen Gal Hol Il Jor Kal Lor Mar Nor Or Pal Quin Ros Sal Tor Ul Var Wel"
_MIDDLES = "a an e en i in o on u un ast end ist ort ull är øn ñe"
_ENDS = "burg ton ville stad mouth field ford grad pur abad nova heim berg dale wick port"
_TOPICS = (
    "quantum urban climate medieval digital coastal neural molecular public rural solar seismic "
    "marine cultural legal ethical robotic ageing migration biodiversity translation topology "
    "catalysis photonics archives heritage epidemics hydrogen semiconductors glaciers"
)
_THINGS = "materials policy history networks systems studies theory methods governance education"
_HAN = "東西南北京山川田中大小高本松竹梅桜青白赤黒金銀海河森林花鳥風月"
_HANGUL = "가나다라마바사아자차카타파하서울부산대한민국경기도"
_CYRILLIC = "Бел Дол Зар Ков Лес Мор Нов Ост Пол Род"
_GREEK = "Αθη Βολ Γαλ Δελ Ηρα Θηβ Κορ Λαρ Μεσ Πατ"
_THAI = "กรุง เชียง นคร สุริ ขอน อุดร ราช"

_LATIN = {
    "de": "Universität", "sv": "Universitetet i", "es": "Universidad de", "fr": "Université de",
}  # fmt: skip

_PARTS = [text.split() for text in (_STARTS, _MIDDLES, _ENDS)]
_WORDS = [text.split() for text in (_TOPICS, _THINGS)]


def town(random: Random) -> str:
    """A town in Latin letters."""
    return "".join(random.choice(parts) for parts in _PARTS)


def japanese(random: Random) -> str:
    """A Japanese university."""
    return f"{_run(random, _HAN, 3)}大学"


def local(random: Random, language: str, town: str) -> str:
    """A university of a town as its own country calls it."""
    if language.startswith("zh"):
        return f"{_run(random, _HAN, 3)}大學"
    if language == "ko":
        return f"{_run(random, _HANGUL, 3)}대학교"
    if language == "ru":
        return f"{_syllables(random, _CYRILLIC)}ский университет"
    if language == "el":
        return f"Πανεπιστήμιο {_syllables(random, _GREEK)}ς"
    if language == "th":
        return f"มหาวิทยาลัย{_syllables(random, _THAI)}"
    return f"{_LATIN[language]} {town}"


def about(random: Random) -> str:
    """What an activity is about."""
    return " ".join(random.choice(some) for some in _WORDS)


def summary(random: Random, about: str) -> str:
    """A sentence on it, with a name that few others have."""
    return f"Talks and visits about {about}, led by {town(random)} of {town(random)}"


def _run(random: Random, letters: str, length: int) -> str:
    return "".join(random.choice(letters) for _ in range(length))


def _syllables(random: Random, text: str) -> str:
    some = text.split()
    return random.choice(some) + random.choice(some).lower()
