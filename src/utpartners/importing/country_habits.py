"""What people write for countries beside the names that CLDR has; folded by normalize.words."""

from __future__ import annotations

HABITS = {
    "AE": ("UAE", "Emirates", "U.A.E."),
    "BA": ("Bosnia", "Bosnia-Herzegovina"),
    "SK": ("Slovak Republic",),
    "AU": ("豪州", "濠洲", "豪"),
    "BN": ("Brunei Darussalam",),
    "BO": ("Bolivia (Plurinational State of)",),
    "CD": (
        "DR Congo", "DRC", "Democratic Republic of the Congo",
        "Congo (Democratic Republic of the)",
    ),
    "CG": ("Republic of the Congo", "Congo (Republic of the)"),
    "CI": ("Ivory Coast", "Cote d'Ivoire"),
    "CN": (
        "PRC", "P.R. China", "PR China", "P. R. China", "People's Republic of China",
        "Mainland China", "China (PRC)", "中華人民共和国", "中华人民共和国", "中国大陆",
        "China (Mainland)", "VR China", "Kina", "Volksrepublik China",
    ),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic", "Czech Rep.", "チェコ共和国"),
    "DE": ("Federal Republic of Germany", "BRD", "独", "ドイツ連邦共和国", "FRG"),
    "FM": ("Micronesia (Federated States of)", "Micronesia"),
    "FR": ("仏", "フランス共和国"),
    "GB": (
        "UK", "U.K.", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland",
        "Britain", "United Kingdom (England)", "United Kingdom (Scotland)",
        "United Kingdom of Great Britain and Northern Ireland", "UK (England)", "UK (Scotland)",
        "UK (Wales)", "England, UK", "Scotland, UK", "Wales, UK", "英国", "英", "連合王国",
        "イングランド", "スコットランド", "ウェールズ", "Großbritannien", "Grossbritannien",
        "Schottland", "Grande-Bretagne", "Angleterre", "Gran Bretaña", "Inglaterra",
        "Storbritannien", "영국", "Vereinigtes Königreich", "苏格兰",
    ),
    "HK": (
        "Hong Kong", "Hong Kong SAR", "Hong Kong S.A.R.", "Hong Kong, China",
        "China (Hong Kong)", "Hong Kong SAR, China", "HKSAR", "香港", "中国香港", "홍콩", "Hongkong",
    ),
    "IR": ("Iran (Islamic Republic of)", "Islamic Republic of Iran"),
    "IN": ("インド共和国",),
    "IT": ("伊", "イタリア共和国"),
    "KP": (
        "North Korea", "Korea, North", "Korea (North)", "DPRK",
        "Korea (Democratic People's Republic of)", "Korea, Democratic People's Republic of",
        "Democratic People's Republic of Korea", "北朝鮮",
    ),
    "KR": (
        "South Korea", "S. Korea", "S Korea", "Korea (South)", "Korea, South", "ROK", "R.O.K.",
        "Republic of Korea", "Korea (Republic of)", "Korea, Republic of", "Korea, Rep.",
        "Korea Rep.", "Rep. of Korea", "The Republic of Korea", "韓国", "大韓民国", "韩国",
        "대한민국", "한국", "Südkorea", "Corée du Sud", "Corea del Sur", "Sydkorea",
        "Korea (ROK)",
    ),
    "LA": ("Laos", "Lao PDR", "Lao People's Democratic Republic"),
    "MD": ("Moldova (Republic of)", "Moldova, Republic of", "Republic of Moldova"),
    "MK": ("Macedonia", "North Macedonia", "FYROM"),
    "MM": ("Burma", "Myanmar (Burma)"),
    "MO": ("Macau", "Macao", "Macao SAR", "Macau SAR", "澳門", "澳门", "中国澳门", "マカオ"),
    "NL": (
        "Holland", "The Netherlands", "Netherlands (the)", "Netherlands (Kingdom of the)", "蘭",
        "オランダ王国", "Niederlande", "Pays Bas",
    ),
    "PS": ("Palestine", "Palestine, State of", "State of Palestine", "Palestinian Territories"),
    "RU": ("Russian Federation", "露", "ロシア連邦", "Russische Föderation"),
    "SY": ("Syria", "Syrian Arab Republic"),
    "SZ": ("Swaziland",),
    "TW": (
        "Taiwan", "Taiwan (R.O.C.)", "Taiwan, R.O.C.", "Taiwan ROC", "Taiwan R.O.C.", "R.O.C.",
        "Republic of China", "Taiwan (Republic of China)", "Taiwan, Province of China",
        "Taiwan (Province of China)", "Taiwan, China", "Chinese Taipei", "台湾", "臺灣", "中国台湾",
        "中華民国", "대만",
    ),
    "TZ": (
        "Tanzania, United Republic of", "United Republic of Tanzania",
        "Tanzania (United Republic of)",
    ),
    "TR": (
        "Turkey", "Türkiye", "Turkiye", "Republic of Türkiye", "Republic of Turkey", "Türkei",
        "Turquie", "Turquía", "Turkiet",
    ),
    "US": (
        "USA", "U.S.A.", "U.S.", "US", "United States of America", "The United States",
        "America", "米国", "アメリカ", "アメリカ合衆国", "米", "美国", "미국",
        "États-Unis d'Amérique", "EE.UU.", "EEUU", "EE UU", "Estados Unidos de América",
        "Vereinigte Staaten von Amerika", "Etats Unis", "USA (Hawaii)",
    ),
    "VE": ("Venezuela (Bolivarian Republic of)", "Venezuela, Bolivarian Republic of"),
    "VN": (
        "Viet Nam", "Vietnam", "Socialist Republic of Vietnam", "越南", "ベトナム社会主義共和国",
    ),
    "XK": ("Kosovo",),
}  # fmt: skip
"""Codes with what people write for them. What says too little to decide, as Congo, is not here."""

LIKELY = {"KR": ("Korea", "Corea", "Corée", "コリア"), "GE": ("Georgia",)}
"""What nearly always means one country, and is said to be read so."""

DOUBTFUL = frozenset(("congo", "guinea"))
"""What may be several countries, though CLDR or a code lets it pass for one; folded."""

QUALIFIERS = frozenset(
    (
        "republic", "islamic", "the", "of", "state", "states", "plurinational", "bolivarian",
        "kingdom", "federal", "federation", "federative", "socialist", "rep", "commonwealth",
        "sultanate", "principality", "hashemite", "arab",
    )
)  # fmt: skip
"""Words before or behind a name of a country that say only what kind of state it is; folded."""
