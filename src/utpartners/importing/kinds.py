"""Say which kinds of agreement a cell names, and what a word about a status means."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = {
    "general": (
        "mou", "memorandum of understanding", "memoranda of understanding", "moa",
        "memorandum of agreement", "general agreement", "general", "framework",
        "framework agreement", "umbrella agreement", "umbrella", "academic exchange",
        "academic exchange agreement", "agreement on academic exchange", "general memorandum",
        "cooperation agreement", "agreement of cooperation", "academic cooperation",
        "general academic exchange agreement", "general exchange agreement",
        "agreement on academic cooperation", "mou general", "gea", "aea", "loi",
        "letter of intent", "partnership agreement", "general mou",
        "大学間協定", "部局間協定", "学術交流協定", "学術交流", "包括協定", "一般協定", "交流協定",
        "覚書 学術交流", "基本協定", "学術交流協定書", "全学協定",
        "rahmenabkommen", "rahmenvertrag", "kooperationsvertrag", "kooperationsvereinbarung",
        "absichtserklärung", "accord cadre", "accord-cadre", "convention cadre",
        "accord de coopération", "protocole d'accord",
        "convenio marco", "marco", "memorando de entendimiento", "convenio general", "ramavtal",
        "samarbetsavtal", "avsiktsförklaring", "框架协议", "合作备忘录", "谅解备忘录",
        "合作协议", "校际协议", "학술교류협정", "학술교류", "양해각서", "교류협정", "일반협정",
    ),
    "student exchange": (
        "student exchange", "student exchange agreement", "sea", "student exchange programme",
        "student exchange program", "exchange agreement", "agreement on student exchange",
        "student mobility", "students exchange", "se", "exchange", "exchange student agreement",
        "student exchange memorandum", "memorandum on student exchange", "student",
        "学生交流協定", "学生交流", "学生交流覚書", "学生交換", "学生交換協定", "交換留学",
        "交換留学協定", "学生交流に関する覚書", "学生の交流に関する覚書", "授業料不徴収協定",
        "授業料相互不徴収",
        "studierendenaustausch", "studentenaustausch", "austauschabkommen",
        "austauschvereinbarung", "échange d'étudiants", "échange étudiant",
        "convention d'échange", "échanges d'étudiants", "mobilité étudiante",
        "intercambio de estudiantes", "intercambio estudiantil", "intercambio", "studentutbyte",
        "utbytesavtal", "学生交换", "学生交换协议", "交换生协议", "交换生", "학생교류",
        "학생교류협정", "교환학생", "학생교환",
    ),
    "staff exchange": (
        "staff exchange", "staff exchange agreement", "faculty exchange", "staff mobility",
        "faculty exchange agreement", "教職員交流", "教員交流", "研究者交流",
        "personalaustausch", "dozentenaustausch", "échange de personnel",
        "intercambio de profesores", "personalutbyte", "lärarutbyte", "教师交流", "교수교류",
    ),
    "erasmus": (
        "erasmus", "erasmus+", "erasmus plus", "erasmus agreement", "erasmus+ agreement",
        "inter institutional agreement", "iia", "エラスムス",
    ),
    "double degree": (
        "double degree", "dd", "ddp", "dual degree", "dual degree agreement",
        "double degree agreement", "double degree programme", "double degree program",
        "dual degree program", "ダブルディグリー", "ダブル ディグリー", "doppelabschluss",
        "doppeldiplom", "double diplôme", "doble titulación", "doble grado", "dubbelexamen",
        "dubbel examen", "双学位", "복수학위",
    ),
    "joint degree": (
        "joint degree", "jd", "joint degree agreement", "joint degree programme",
        "joint degree program", "ジョイントディグリー", "ジョイント ディグリー",
        "gemeinsamer abschluss", "diplôme conjoint", "titulación conjunta", "gemensam examen",
        "联合学位", "공동학위",
    ),
    "research": (
        "research", "research agreement", "research collaboration", "joint research",
        "joint research agreement", "research cooperation", "collaborative research", "共同研究",
        "研究協力", "共同研究協定", "研究交流", "研究協力協定", "forschungskooperation",
        "coopération scientifique", "recherche", "investigación", "forskningssamarbete",
        "forskning", "科研合作", "合作研究", "공동연구", "연구협력",
    ),
    "cotutelle": (
        "cotutelle", "co-tutelle", "cotutela", "joint supervision", "joint phd",
        "joint doctorate", "コチュテル", "共同指導",
    ),
    "study abroad": (
        "study abroad", "study abroad agreement", "saa", "fee paying", "fee-paying study abroad",
        "visiting students",
    ),
    "summer school": (
        "summer school", "summer programme", "summer program", "サマースクール",
        "サマープログラム",
    ),
    "internship": (
        "internship", "internship agreement", "インターンシップ", "praktikum", "stage",
        "practicas",
    ),
    "strategic partnership": (
        "strategic partnership", "strategic partnership agreement", "戦略的パートナーシップ",
        "戦略的パートナーシップ協定", "strategische partnerschaft", "strategiskt partnerskap",
    ),
}  # fmt: skip
"""What people write for a kind of agreement, in the languages of lists."""

STATUSES = {
    "active": (
        "active", "in force", "valid", "current", "ongoing", "in effect", "effective", "live",
        "signed", "running", "renewed", "active agreement", "有効", "締結済", "締結済み", "継続",
        "継続中", "更新済", "実施中", "発効中", "現行", "aktiv", "laufend", "gültig", "in kraft",
        "actif", "en vigueur", "en cours", "active ", "valide", "activo", "vigente", "en vigor",
        "aktivt", "gällande", "giltigt", "pågående", "有效", "生效", "执行中", "유효", "진행중",
        "체결",
    ),
    "ended": (
        "ended", "expired", "inactive", "terminated", "lapsed", "closed", "discontinued",
        "not active", "cancelled", "canceled", "not renewed", "former", "dormant", "archived",
        "失効", "終了", "満了", "期限切れ", "廃止", "解消", "無効", "abgelaufen", "beendet",
        "inaktiv", "ausgelaufen", "gekündigt", "expiré", "terminé", "échu", "inactif",
        "caducado", "vencido", "terminado", "inactivo", "finalizado", "avslutat", "utgånget",
        "avslutad", "upphört", "inaktivt", "已过期", "失效", "终止", "已终止", "过期", "만료",
        "종료",
    ),
    "prospective": (
        "prospective", "under negotiation", "in negotiation", "negotiation", "negotiating",
        "pending", "draft", "proposed", "planned", "in preparation", "in progress",
        "under discussion", "being negotiated", "in process", "pending signature",
        "to be signed", "awaiting signature", "under review", "交渉中", "準備中", "検討中",
        "協議中", "予定", "締結予定", "in verhandlung", "geplant", "in vorbereitung",
        "en négociation", "en préparation", "prévu", "en negociación", "en trámite",
        "en proceso", "under förhandling", "planerat", "förhandling pågår", "洽谈中", "谈判中",
        "拟签", "协商中", "추진중", "협의중",
    ),
}  # fmt: skip
"""What people write for a status; the catalogue's own words come before these."""

ABBREVIATED = {
    "exch": "exchange", "agmt": "agreement", "agrmt": "agreement", "agr": "agreement",
    "coop": "cooperation", "stud": "student", "acad": "academic", "prog": "programme",
    "res": "research", "intl": "international",
}  # fmt: skip
"""Abbreviations in words for a kind."""

NOT_OVER, OVER, NOT_YET = STATUSES

_SEPARATORS = re.compile(
    r"\s*(?:[,;/／、，；・&＆+＋\n|]|\s(?:and|und|et|y|och|e)\s|及び|および|と|和|及)\s*"
)


_LEVEL = re.compile("^(?:大学間|全学|部局間|学部間|研究科間|研究所間)の?")
"""Who concludes an agreement, as Japanese lists say it before its kind."""


class Kinds(NamedTuple):
    """The kinds of agreement that a cell names."""

    kinds: tuple[str, ...]
    is_known: bool
    """Whether each is one that the catalogue, the map or the list of words has."""


def fold(text: str) -> str:
    """Return what tells words for a kind or a status apart."""
    words = [ABBREVIATED.get(word, word) for word in normalize.words(text)]
    return normalize.key(words) or text.strip()


@cache
def _words(of: str) -> dict[str, str]:
    table = KINDS if of == "kinds" else STATUSES
    return {fold(text): kind for kind, texts in table.items() for text in (kind, *texts)}


def known_kind(text: str) -> str | None:
    """Return the kind that a text means, as a whole or without what is in brackets."""
    words = _words("kinds")
    forms = text, _without_brackets(text), _LEVEL.sub("", text.strip())
    return next((kind for form in forms if (kind := words.get(fold(form)))), None) or _bracketed(
        text
    )


def _without_brackets(text: str) -> str:
    # "MoU (2015)" says more than a kind.
    return re.sub(r"[(（\[][^)）\]\d]*[)）\]]", " ", text)


def _bracketed(text: str) -> str | None:
    """Return the kind of an abbreviation with its meaning in brackets, or the reverse."""
    inner = [] if re.search(r"\d", text) else re.findall(r"[(（\[](.*?)[)）\]]", text)
    kinds = {_words("kinds").get(fold(part)) for part in inner} - {None}
    return kinds.pop() if len(kinds) == 1 else None


def kinds_of(text: str, given: Mapping[str, tuple[str, ...]], own: Mapping[str, str]) -> Kinds:
    """Return the kinds that a cell names; ``given`` is the map, ``own`` the catalogue's kinds.

    A cell is split only where each part is known.
    """
    if found := _one(text, given, own):
        return Kinds(found, is_known=True)
    parts = [part for part in _SEPARATORS.split(text) if part.strip()]
    if len(parts) > 1:
        several = [_one(part, given, own) for part in parts]
        if all(several):
            return Kinds(
                tuple(dict.fromkeys(k for one in several for k in one or ())), is_known=True
            )
    return Kinds((" ".join(text.split()),), is_known=False)


def _one(
    text: str, given: Mapping[str, tuple[str, ...]], own: Mapping[str, str]
) -> tuple[str, ...] | None:
    key = fold(text)
    if key in given:
        return given[key]
    if key in own:
        return (own[key],)
    kind = known_kind(text)
    return (own.get(fold(kind), kind),) if kind else None


def known_status(text: str) -> str | None:
    """Return the status that a text means: active, ended or prospective; None for no such word."""
    words = _words("status")
    return words.get(fold(text)) or words.get(fold(_without_brackets(text)))
