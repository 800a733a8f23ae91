"""Words for how long an agreement lasts and how it goes on, in the languages of lists."""

from __future__ import annotations

import re
from functools import cache

OPEN = (
    "unlimited", "indefinite", "indefinitely", "open", "open-ended", "open ended", "permanent",
    "perpetual", "no expiry", "no expiry date", "no expiration", "no end date", "no end",
    "no time limit", "never", "never expires", "does not expire", "until terminated", "evergreen",
    "without limit", "no limit", "無期限", "期限なし", "期限の定めなし", "定めなし", "有効期限なし",
    "無期", "unbefristet", "unbegrenzt", "illimite", "illimitee", "duree illimitee", "indetermine",
    "duree indeterminee", "indefinido", "indefinida", "sin limite", "tills vidare",
    "obegransad", "无限期", "无固定期限", "长期有效", "长期", "長期有効", "永久", "무기한",
)  # fmt: skip
"""What says that there is no end; folded."""

RENEWS = {
    "automatic": (
        "auto", "auto renew", "auto renewal", "auto-renew", "auto-renewal", "auto renewed",
        "auto-renewed", "auto renewable", "autorenew", "autorenewal", "auto-renews", "auto renews",
        "automatic", "automatically", "automatic renewal", "automatically renewed",
        "automatically renewable", "renewed automatically", "renews automatically", "tacit",
        "automatic extension", "automatically extended", "tacit renewal", "自動更新", "自動延長",
        "以降自動更新", "以後自動更新", "自動", "自動更新あり", "自動継続", "automatisch",
        "automatische verlangerung", "verlangert sich automatisch",
        "stillschweigende verlangerung", "automatique", "tacite reconduction",
        "reconduction tacite", "renouvellement automatique", "automatica", "automatico",
        "renovacion automatica", "tacita reconduccion", "automatisk", "automatisk forlangning",
        "forlangs automatiskt", "自动续签", "自动延期", "自动续约", "自动更新", "자동갱신",
        "자동 갱신", "자동연장", "자동 연장",
    ),
    "by review": (
        "by review", "review", "renewable", "by agreement", "by mutual agreement",
        "by mutual consent", "mutual consent", "upon review", "on review", "after review",
        "manual", "negotiable", "renewable by agreement", "renewable by mutual consent",
        "renewable upon agreement", "by request", "upon request", "on request",
        "協議", "協議の上更新", "協議更新", "協議により更新", "更新可", "更新可能", "要協議", "都度更新",
        "verlangerbar", "nach absprache", "auf antrag", "renouvelable", "par accord", "prorogeable",
        "renovable", "de mutuo acuerdo", "fornybar", "efter overenskommelse", "可续签", "协商续签",
        "경신가능", "갱신가능", "협의갱신", "협의 갱신", "협의",
    ),
    "none": (
        "none", "not renewable", "non-renewable", "non renewable", "no renewal", "not renewed",
        "no", "n", "更新なし", "更新しない", "無", "なし", "不可", "更新不可", "否", "keine", "nein",
        "keine verlangerung", "nicht verlangerbar", "non", "non renouvelable", "no renovable", "nej",
        "ingen forlangning", "不续签", "갱신없음",
    ),
}  # fmt: skip
"""What says how an agreement is renewed; folded."""

ONLY_IN_RENEWAL = frozenset(
    ("no", "n", "none", "無", "なし", "否", "non", "nein", "nej", "keine", "auto", "review", "manual", "不可", "自動",
     "tacit", "協議", "협의")
)  # fmt: skip
"""Words that say so only in a column about renewal: elsewhere they say that there is nothing."""

NOTHING = frozenset(
    (
        "", "-", "--", "---", "–", "—", "―", "ー", "－", "‐", "n/a", "na", "n.a.", "n.a", "#n/a",
        "not applicable", "not available", "nil", "null", "none", ".", "…", "...", "/", "×", "?",
        "該当なし", "なし", "無", "未記入", "空欄", "k.a.", "keine angabe", "entfallt", "s.o.", "s/o",
        "sin datos", "saknas", "ej tillampligt", "ej angivet", "无", "無し", "없음", "해당없음", "해당 없음",
    )
)  # fmt: skip
"""Cells that say that there is nothing to say; folded."""

UNKNOWN = frozenset(
    (
        "tbd", "tba", "tbc", "t.b.d.", "t.b.c.", "t.b.a.", "to be determined", "to be confirmed", "to be announced",
        "to be decided", "unknown", "not known", "pending", "未定", "不明", "調整中", "確認中", "要確認",
        "unbekannt", "offen", "inconnu", "inconnue", "a definir", "a determiner", "desconocido",
        "por definir", "okand", "okant", "未知", "待定", "不详", "미정", "불명", "??", "???",
    )
)  # fmt: skip
"""Cells that say that something is not known, or not yet; folded."""

DITTO = frozenset(
    (
        "〃", "″", '"', "''", "“", "”", "„", ",,", "々", "↑", "同上", "同", "同じ", "上に同じ",
        "同前", "ditto", "dito", "do.", "do", "idem", "id.", "same", "same as above", "as above",
        "see above", "siehe oben", "wie oben", "voir ci-dessus", "comme ci-dessus", "ver arriba",
        "vease arriba", "se ovan", "상동", "위와 같음", '" "', "〃 〃",
    )
)  # fmt: skip
"""Cells that say the same as the one above; folded."""

FROM_SIGNATURE = (
    "from signature", "from the signature", "from the date of signature", "from date of signature",
    "from signing", "from the date of signing", "from date of signing", "after signature",
    "after signing", "since signature", "of signature", "from the last signature",
    "from the date of the last signature", "from last signature", "upon signature",
    "締結日から", "締結から", "締結日より", "締結後", "署名日から", "署名から", "署名の日から", "署名後", "調印日から",
    "ab unterzeichnung", "nach unterzeichnung", "ab unterschrift", "a compter de la signature",
    "apres signature", "apres la signature", "a partir de la signature", "desde la firma", "a partir de la firma",
    "fran undertecknande", "fran undertecknandet", "efter undertecknande", "自签署之日起", "签署后",
    "自签订之日起", "체결일로부터", "서명일로부터", "체결 후",
)  # fmt: skip

FROM_START = (
    "from start", "from the start", "from start date", "from the start date", "from the effective date",
    "from effective date", "from entry into force", "after entry into force", "発効日から", "発効から",
    "発効後", "開始日から", "ab inkrafttreten", "a compter de l'entree en vigueur", "自生效之日起",
    "발효일로부터",
)  # fmt: skip

LINKS = (
    "since", "from", "until", "till", "to", "through", "thru", "valid", "expires", "expiry",
    "expired", "ends", "end", "on", "the", "date", "of", "and", "und", "et", "y", "och", "signed",
    "effective", "in force", "start", "starts", "ab", "von", "vom", "bis", "zum", "seit", "am", "depuis", "du", "au", "le", "jusqu'au",
    "jusqu'en", "de", "desde", "hasta", "el", "al", "fran", "till och med", "t.o.m.", "tom", "fr.o.m.", "den",
    "から", "より", "まで", "迄", "締結", "発効", "開始", "終了", "に", "自", "至", "起", "止", "生效", "签署", "签订",
    "부터", "까지", "체결", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
    "end of", "ende", "ende des", "fin", "fin de", "a fines de", "slutet av", "anfang", "um", "by",
    "wednesday", "thursday", "friday", "saturday", "sunday", "(月)", "(火)", "(水)", "(木)", "(金)", "(土)", "(日)",
)  # fmt: skip
"""Words around dates that change nothing of them in the column that they stand in."""

WHOLE = (
    "all", "all faculties", "all departments", "all schools", "all colleges", "all units", "university-wide",
    "campus-wide", "campuswide", "zentral", "hochschulweit", "fakultätsübergreifend",
    "university wide", "universitywide", "whole university", "institution-wide", "central",
    "全学", "全学部", "全部局", "大学間", "大学全体", "全研究科", "alle", "alle fakultäten", "universitätsweit",
    "gesamtuniversität", "toutes", "toutes les facultés", "toute l'université", "todas",
    "todas las facultades", "toda la universidad", "hela universitetet", "alla fakulteter",
    "universitetsövergripande", "centralt", "全校", "校级", "所有学院", "전체", "전교", "대학본부", "전학",
)  # fmt: skip
"""What says of departments that an agreement is one of the whole university."""

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "ten": 10, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "un": 1, "deux": 2, "trois": 3,
    "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "ett": 1, "tva": 2,
    "tre": 3, "fyra": 4, "fem": 5, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "十": 10, "两": 2,
}  # fmt: skip

UNITS = {
    "y": ("year", "years", "yr", "yrs", "yr.", "yrs.", "y", "jahr", "jahre", "jahren", "an", "ans", "annee",
          "annees", "ano", "anos", "ar", "年間", "か年", "ヶ年", "カ年", "年", "년간", "년", "个年"),
    "m": ("month", "months", "mth", "mths", "monat", "monate", "monaten", "mois", "mes", "meses", "manad", "manader",
          "か月間", "か月", "ヶ月間", "ヶ月", "ヵ月", "カ月", "個月", "个月", "개월"),
}  # fmt: skip


@cache
def period() -> re.Pattern[str]:
    """Return the pattern of a length of time, such as ``five (5) years``."""
    numbers = "|".join(sorted(NUMBERS, key=len, reverse=True))
    units = [
        f"(?P<{unit}>{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
        for unit, words in UNITS.items()
    ]
    return re.compile(
        rf"(?<![a-z0-9])(?:(?:for|term of|a period of|period of|pour|fur|por)\s+)?(?P<number>\d{{1,2}}|{numbers})"
        rf"(?:\s*\(\d{{1,2}}\))?[\s-]*(?:{'|'.join(units)})(?![a-z])"
    )


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of some words, the longest first; Latin ones as whole words."""
    forms = (
        rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word[0].isascii() else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile("|".join(forms))
