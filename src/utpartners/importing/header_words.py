"""The words of headers: what a column holds, in eight languages; folded by normalize.words."""

from __future__ import annotations

from functools import cache

from ..names.university_words import words_of

FIELDS = (
    "partner", "names", "aliases", "abbreviation", "country", "city", "website", "ror", "school",
    "department", "status", "since", "kind", "title", "id", "signed", "starts", "ends",
    "ended", "period", "term", "renews", "notice", "out", "in", "person", "email", "document",
    "note", "agreement", "ignore",
)  # fmt: skip
"""What a column may hold."""

REPEATED = frozenset(("department", "note", "agreement", "ignore", "names", "aliases", "school"))
"""What several columns may hold together."""

HEADERS: dict[str, tuple[str, ...]] = {
    "partner": (
        "partner", "partner university", "partner institution", "partner name", "name of partner",
        "partner universities", "partner institutions", "partners", "university", "institution",
        "name of institution",
        "name of university", "institution name", "university name", "partner organisation",
        "partner organization",
        "organisation", "organization", "foreign partner", "counterpart",
        "counterpart institution", "host university",
        "overseas partner", "overseas institution", "partner school",
        "name of partner institution", "name of partner university",
        "name of the institution", "name of the university", "foreign university", "name",
        "institutions", "universities", "party", "other party", "partner institution name",
        "大学名", "機関名", "協定校", "協定校名", "協定大学", "協定大学名", "協定先",
        "協定先大学", "協定先機関名", "相手大学", "相手大学名",
        "相手機関", "相手機関名", "相手先", "相手先機関", "相手先機関名", "相手方", "締結先",
        "締結先機関", "締結先機関名", "提携校", "提携大学", "提携先",
        "大学機関名", "大学等名", "学校名", "海外協定校", "交流協定校", "協定締結校",
        "協定締結大学", "協定締結先", "名称", "大学",
        "partneruniversität", "partnerhochschule", "hochschule", "universität",
        "partnerinstitution", "name der hochschule",
        "einrichtung", "partneruniversitäten", "partnerhochschulen", "name der universität",
        "université partenaire", "université", "établissement",
        "établissement partenaire", "partenaire", "institution partenaire",
        "nom de l'établissement", "nom de l'université",
        "universidad", "universidad socia", "institución", "socio", "institución socia",
        "contraparte", "universidad contraparte", "universidad extranjera",
        "nombre de la universidad",
        "partneruniversitet", "lärosäte", "partnerlärosäte", "universitet", "partnerinstitution",
        "lärosätets namn",
        "合作院校", "合作大学", "合作学校", "院校名称", "大学名称", "学校名称", "合作伙伴",
        "机构名称", "合作机构", "外方院校", "外方学校",
        "협정대학", "협정교", "대학명", "대학", "기관명", "상대기관", "교류대학", "학교명",
        "자매대학", "협정기관",
    ),
    "names": (
        "name in english", "english name", "local name", "native name", "original name",
        "name in local language", "英語名", "英文名", "英語名称", "和名", "日本語名", "現地語名",
        "name in japanese", "japanese name", "原語名", "大学名英", "大学名英語", "大学名英文",
        "大学名和文", "英文名称", "中文名称", "영문명", "국문명",
    ),
    "aliases": (
        "old name", "former name", "former names", "previous name", "formerly", "formerly known as",
        "alias", "aliases", "other name", "other names", "also known as", "alternative name",
        "旧称", "旧名", "旧名称", "旧大学名", "別名", "別称", "früherer name", "ehemaliger name",
        "frühere bezeichnung", "ancien nom", "autre nom", "nombre anterior", "antiguo nombre",
        "tidigare namn", "曾用名", "原名", "别名", "구명칭", "이전 명칭",
    ),
    "abbreviation": (
        "abbreviation", "acronym", "short name", "略称", "略号", "abkürzung", "kürzel", "sigle",
        "siglas", "förkortning", "简称", "약칭",
    ),
    "country": (
        "country", "country of partner", "partner country", "nation", "country or region",
        "country region",
        "country territory", "country area", "nationality", "host country", "国", "国名",
        "国地域", "国地域名", "国別", "国名地域名", "国または地域", "相手国", "所在国", "締結国",
        "land", "staat",
        "pays", "país", "pais", "国家", "国家地区", "国别", "국가", "국가명", "나라", "국가지역",
    ),
    "region": (
        "region", "continent", "area", "world region", "地域", "地域名", "エリア", "州",
        "kontinent", "région", "región", "världsdel", "地区", "洲", "지역", "대륙",
    ),
    "city": (
        "city", "town", "location", "place", "city state", "都市", "都市名", "所在地", "stadt",
        "ort", "ville", "ciudad", "stad", "城市", "도시", "소재지",
    ),
    "website": (
        "website", "web site", "url", "homepage", "web", "link", "web page", "partner website",
        "ウェブサイト", "ホームページ", "webseite", "site web", "sitio web", "webbplats",
        "hemsida", "网址", "网站", "홈페이지",
    ),
    "ror": ("ror", "ror id"),
    "school": (
        "partner faculty", "partner department", "partner school", "faculty of partner",
        "department of partner",
        "partner s faculty", "partner s department", "school of partner", "partner unit",
        "相手部局", "相手方部局", "相手先部局", "相手部局名", "相手側部局", "協定先部局",
        "相手学部",
        "fakultät der partneruniversität", "faculté partenaire", "facultad socia", "合作学院",
        "外方学院", "상대학부",
    ),
    "department": (
        "department", "departments", "faculty", "faculties", "school", "schools",
        "school faculty", "faculty school", "faculty department", "department faculty", "unit",
        "units", "college",
        "responsible unit", "responsible department", "responsible faculty", "home department",
        "home faculty", "our faculty", "our department", "faculty involved",
        "faculties involved", "participating faculties", "participating departments",
        "coordinating department", "coordinating faculty", "host department",
        "academic unit", "initiating department", "department in charge", "lead department",
        "division", "institute", "departments involved", "schools involved",
        "担当部局", "部局", "部局名", "締結部局", "担当学部", "学部", "学部名", "研究科",
        "学部研究科", "実施部局", "関係部局", "主管部局", "本学部局", "本学担当部局",
        "本学締結部局", "所管部局", "責任部局", "部局等", "本学学部", "本学側部局",
        "fakultät", "fachbereich", "institut", "abteilung", "fakultäten", "zuständige fakultät",
        "faculté", "composante", "département", "ufr", "service",
        "facultad", "departamento", "unidad", "facultad responsable", "fakultet",
        "institution vid", "institutioner", "avdelning", "ansvarig fakultet",
        "ansvarig institution",
        "学院", "院系", "负责学院", "我方学院", "部门", "负责部门", "학부", "학과", "담당부서",
        "단과대학", "주관부서", "담당학과",
    ),
    "status": (
        "status", "state", "agreement status", "current status", "状態", "状況", "現状",
        "ステータス", "statut", "estado", "状态", "상태", "현황", "有効無効", "situación",
    ),
    "since": (
        "partner since", "partnership since", "since", "cooperation since",
        "year of first agreement", "partenaire depuis", "partner seit", "partner sedan",
        "socio desde", "連携開始", "交流開始年",
    ),
    "kind": (
        "type of agreement", "agreement type", "kind of agreement", "type", "kind", "category",
        "type agreement", "agreement", "agreements", "form of cooperation",
        "type of cooperation", "cooperation type", "agreement category", "type of contract",
        "scope", "scope of agreement", "level", "activity type", "programme", "program",
        "type of partnership", "partnership type", "nature of agreement",
        "協定種別", "協定の種類", "種別", "種類", "協定区分", "区分", "協定内容", "協定名称種別",
        "協定種類", "協定の種別", "協定形態", "協定", "協定等の種類",
        "art des abkommens", "art der vereinbarung", "vertragsart", "abkommen", "vertragstyp",
        "art", "type d'accord", "type d'accord de coopération", "type de convention",
        "nature de l'accord", "accord",
        "tipo de convenio", "tipo de acuerdo", "tipo", "convenio", "typ av avtal", "avtalstyp",
        "avtal",
        "协议类型", "协议类别", "合作类型", "类型", "合作形式", "협정유형", "협정종류",
        "협정구분", "구분", "유형", "협정내용",
    ),
    "title": (
        "title", "agreement title", "title of agreement", "name of agreement", "agreement name",
        "協定名", "協定名称", "協定書名", "件名", "協定書名称", "titel", "bezeichnung", "titre",
        "intitulé", "intitulé de l'accord", "título", "nombre del convenio", "avtalets namn",
        "协议名称", "协议名", "협정명", "협약명",
    ),
    "id": (
        "agreement no", "agreement number", "agreement id", "reference", "ref", "ref no",
        "reference no", "reference number", "contract no", "contract number", "file no",
        "協定番号", "整理番号", "管理番号", "aktenzeichen", "vertragsnummer", "référence",
        "numéro de convention", "expediente", "diarienummer", "dnr", "协议编号", "협정번호",
        "관리번호",
    ),
    "number": (
        "no", "nr", "number", "#", "s no", "sl no", "sr no", "serial no", "item", "row", "s n",
        "番号", "通番", "連番", "項番", "no.", "lfd nr", "numéro", "número", "n°", "nº", "num",
        "序号", "编号", "번호", "연번", "순번",
    ),
    "signed": (
        "signed", "date signed", "date of signature", "signature date", "signing date",
        "date of signing", "signed on", "agreement date",
        "date of agreement", "date of conclusion", "conclusion date", "concluded", "year signed",
        "year of signature", "signed date", "date of first signature", "signature", "date",
        "agreement signed", "last signed", "year", "first signed", "date of last signature",
        "initial agreement", "date concluded",
        "締結日", "締結年月日", "協定締結日", "協定締結年月日", "締結年月", "締結年", "調印日",
        "署名日", "締結時期", "協定日", "締結", "最新締結日", "当初締結日", "初回締結日",
        "締結日付",
        "unterzeichnet", "unterzeichnet am", "unterzeichnung", "datum der unterzeichnung",
        "unterzeichnungsdatum", "abschluss", "abgeschlossen am", "datum", "unterschriftsdatum",
        "vertragsdatum",
        "date de signature", "signé le", "signature le", "fecha de firma", "firmado", "fecha",
        "firma", "fecha de suscripción",
        "undertecknat", "undertecknad", "datum för undertecknande", "signerat", "tecknat",
        "avtalsdatum", "undertecknandedatum", "signeringsdatum",
        "签署日期", "签订日期", "签约日期", "签署时间", "签订时间", "签约时间", "签署", "체결일",
        "체결일자", "서명일", "협정체결일", "체결년도", "체결연월일",
    ),
    "starts": (
        "start", "start date", "starts", "effective date", "effective from", "valid from",
        "from", "date of entry into force", "entry into force", "effective", "commencement",
        "commencement date", "in force from", "begin", "start of agreement", "begins",
        "validity start", "agreement start", "agreement start date",
        "開始日", "発効日", "発効年月日", "有効期間開始日", "協定開始日", "開始", "効力発生日",
        "開始年月日", "有効開始日", "始期", "期間開始", "有効期間自", "期間自",
        "beginn", "gültig ab", "inkrafttreten", "vertragsbeginn", "laufzeit von",
        "start der vereinbarung", "début", "date de début", "date d'effet", "entrée en vigueur",
        "date d'entrée en vigueur", "valable du",
        "inicio", "fecha de inicio", "vigente desde", "entrada en vigor", "vigencia desde",
        "giltigt från", "giltig från", "startdatum", "gäller från",
        "生效日期", "开始日期", "生效时间", "起始日期", "시작일", "발효일", "개시일",
    ),
    "ends": (
        "end", "end date", "ends", "valid until", "valid till", "valid to", "valid thru",
        "valid through", "expiry", "expiry date", "expiration", "expiration date", "expires",
        "expires on", "until", "to", "date of expiry", "date of expiration", "termination date",
        "end of agreement", "expiring", "due date", "validity", "validity date", "expire",
        "expire date", "agreement end", "agreement end date", "expired", "expiry year",
        "validity end", "date of expiration renewal", "valid upto", "valid up to",
        "有効期限", "終了日", "満了日", "期限", "有効期間終了日", "協定終了日", "満了年月日",
        "終了年月日", "失効日", "有効期限日", "終了", "満期", "終期", "有効期限満了日",
        "期間終了", "有効期間至", "協定期限", "期間至", "有効期限終了日", "有効期間満了日",
        "協定満了日",
        "ende", "gültig bis", "vertragsende", "laufzeit bis", "ablauf", "ablaufdatum",
        "läuft ab", "endet", "fin", "date de fin", "date d'échéance", "échéance",
        "valable jusqu'au", "expiration", "date d'expiration", "fin de validité",
        "fecha de término", "fecha de vencimiento", "vencimiento", "vigente hasta", "término",
        "vigencia", "fecha de fin", "fecha fin", "fecha de expiración", "válido hasta",
        "vigencia hasta",
        "giltigt till", "giltig till", "slutdatum", "upphör", "gäller till", "gäller t o m",
        "giltigt t o m", "utgångsdatum", "löper ut", "giltighetstid",
        "有效期至", "截止日期", "到期日", "终止日期", "有效期", "到期时间", "结束日期",
        "有效期限", "到期日期", "만료일", "종료일", "유효기간만료일", "유효기간", "만기일",
    ),
    "ended": (
        "terminated", "terminated on", "date terminated", "date of termination", "解約日",
        "解消日", "廃止日", "gekündigt", "gekündigt am", "résilié le", "rescindido", "uppsagt",
        "解除日期", "해지일",
    ),
    "period": (
        "period", "duration", "validity period", "period of validity", "agreement period",
        "term of agreement", "dates", "duration of agreement", "from to", "期間", "有効期間",
        "協定期間", "協定の期間", "協定有効期間", "laufzeit", "gültigkeit", "gültigkeitsdauer",
        "zeitraum", "période", "durée de validité", "validité", "période de validité", "período",
        "periodo", "periodo de vigencia", "avtalsperiod", "giltighetsperiod", "period av",
        "合作期限", "协议期限", "有效期间", "협정기간", "기간",
    ),
    "term": (
        "term", "length", "term years", "duration years", "number of years", "years", "年数",
        "期間年", "有効年数", "有効期間年", "dauer", "dauer jahre", "durée", "durée années",
        "duración", "plazo", "löptid", "期限年", "年限", "존속기간", "유효기간년",
    ),
    "renews": (
        "renewal", "renewals", "auto renewal", "automatic renewal", "renews", "renewal terms",
        "renewable", "renewal clause", "renewal type", "extension", "renewal condition",
        "renewal conditions", "auto renew", "renewal method", "更新", "自動更新", "更新方法",
        "更新条件", "更新の有無", "更新有無", "自動更新の有無", "更新区分", "verlängerung",
        "automatische verlängerung", "renouvellement", "reconduction", "tacite reconduction",
        "renovación", "prórroga", "förlängning", "förnyelse", "续签", "续约", "自动续签", "갱신",
        "갱신여부", "자동갱신", "갱신방법",
    ),
    "notice": (
        "notice", "notice period", "period of notice", "termination notice", "予告期間",
        "通知期間", "kündigungsfrist", "préavis", "preaviso", "uppsägningstid",
    ),
    "out": (
        "outgoing", "outbound", "places out", "out", "students out", "outgoing students",
        "outgoing places", "number of outgoing students", "outbound students", "plätze out",
        "students outgoing", "out students", "派遣", "派遣人数", "派遣枠", "派遣数",
        "派遣可能人数", "plätze outgoing", "étudiants sortants", "estudiantes salientes",
        "utresande", "派出人数", "파견", "파견인원",
    ),
    "in": (
        "incoming", "inbound", "places in", "in", "students in", "incoming students",
        "incoming places", "number of incoming students", "inbound students", "plätze in",
        "students incoming", "in students", "受入", "受入人数", "受入枠", "受入数",
        "受け入れ", "受入れ", "plätze incoming", "étudiants entrants", "estudiantes entrantes",
        "inresande", "接收人数", "초청", "수용인원",
    ),
    "person": (
        "contact", "contact person", "contacts", "coordinator", "coordinators", "responsible",
        "responsible person", "person in charge", "academic coordinator", "faculty contact",
        "liaison", "contact name", "academic contact", "programme coordinator",
        "program coordinator", "pic", "coordinator name", "departmental coordinator",
        "principal contact", "our contact",
        "担当者", "担当教員", "責任者", "コーディネーター", "世話教員", "実施責任者", "担当者名",
        "担当教員名", "本学担当者", "連絡責任者", "世話人", "コーディネータ", "本学責任者",
        "ansprechpartner", "ansprechperson", "koordinator", "verantwortlich", "beauftragter",
        "kontakt", "kontaktperson", "verantwortliche person", "responsable",
        "contact à l'université", "coordinateur", "coordonnateur", "référent", "correspondant",
        "coordinador", "contacto", "persona de contacto",
        "kontaktperson", "ansvarig", "samordnare", "koordinator", "联系人", "负责人", "协调人",
        "담당자", "책임자", "담당교수",
    ),
    "email": (
        "email", "e mail", "mail", "email address", "e mail address", "contact email",
        "coordinator email", "メール", "メールアドレス", "e-mail", "e-post", "courriel",
        "correo", "correo electrónico", "adresse e mail", "电子邮箱", "邮箱", "이메일",
    ),
    "document": (
        "document", "file", "scan", "document link", "link to agreement", "link to document",
        "pdf", "copy", "file location", "協定書", "文書", "書類", "dokument", "datei",
        "document", "fichier", "documento", "dokument", "文件", "문서",
    ),
    "note": (
        "note", "notes", "remarks", "remark", "comments", "comment", "memo", "other", "details",
        "description", "additional information", "備考", "備考欄", "摘要", "その他", "特記事項",
        "コメント", "メモ", "概要", "bemerkung", "bemerkungen", "anmerkung", "anmerkungen",
        "hinweise", "notizen", "kommentar",
        "remarques", "remarque", "commentaires", "observations", "commentaire", "notes internes",
        "observaciones", "notas", "comentarios", "anmärkning", "anmärkningar", "kommentarer",
        "kommentar", "anteckningar", "备注", "说明", "비고", "참고", "메모",
    ),
}  # fmt: skip
"""The words over a column by what it holds. ``region`` and ``number`` are known, and not used."""

UNUSED = ("region", "number")


@cache
def known_headers() -> dict[str, str]:
    """Return what a column holds by its folded header; the first mention counts."""
    found: dict[str, str] = {}
    for field, words in HEADERS.items():
        for text in words:
            found.setdefault(fold(text), field)
    return found


def fold(text: str) -> str:
    """Return a header without case, width, accents and punctuation."""
    return " ".join(words_of(text)) or text.strip()
