"""Words and cities in names of universities by their meaning, in the languages of lists."""

from __future__ import annotations

MEANINGS = {
    "": "university universities hochschule fachhochschule hogskola hogskolan hogskole universite "
    "universidad 大学 大学校 大學 대학교 대학 総合大学",
    "technology": "technology technical technological technische technischen technisch tecnica "
    "tecnico tecnologica tecnologico tecnologia technique technologique technologie technika "
    "teknisk tekniska tekniske technicka techniczna tu th 工業 工科 工业 공과 공업 기술",
    "polytechnic": "polytechnic polytechnique polytechnischen politecnico politecnica politechnika "
    "politehnica 理工 이공",
    "science": "science sciences wissenschaft wissenschaften ciencia ciencias scienze scientifique "
    "科学 과학",
    "applied": "applied angewandte angewandten appliquees aplicadas 応用 应用 응용",
    "medical": "medical medicine medizinische medicale medica medico medicas medicinska medyczny 医科 "
    "医学 의과 의학",
    "national": "national nacional nationale nationales nazionale 国立 국립",
    "state": "state staatliche estatal estadual statale 州立 주립",
    "city": "city municipal 市立 시립",
    "catholic": "catholic katholische katholieke catholique catolica cattolica katolicki カトリック "
    "天主教 가톨릭",
    "free": "free freie libre libera livre vrije 自由 자유",
    "autonomous": "autonomous autonoma autonome 自治 자치",
    "royal": "royal koniglich kungliga kongelige royale real reale 王立 왕립",
    "agricultural": "agricultural agriculture agraria agricole lantbruksuniversitet 農業 农业 농업",
    "economics": "economics economic business economie economia wirtschaft ekonomicky 経済 经济 商業 "
    "경제",
    "normal": "normal 師範 师范 사범",
    "foreign-studies": "外国語 外国语 외국어",
    "institute": "institute institut instituto istituto institutet 学院",
    "new": "new neue nouvelle nueva nuova nova ny 新",
    "metropolitan": "metropolitan metropolitana metropolitaine 都立",
}  # fmt: skip
"""Words by their meaning, folded; what has none tells no universities apart."""

CITIES = """
Aachen/Aix-la-Chapelle アーヘン · Antwerp/Antwerpen/Anvers · Athens/Athen/Athenes/Athina · Basel/Basle/Bale
バーゼル · Beijing/Peking/Pekin 北京 베이징 북경 · Belgrade/Belgrad/Beograd · Berlin ベルリン 柏林 베를린 ·
Bern/Berne · Bologna/Bologne ボローニャ · Bonn ボン 波恩 본 · Braunschweig/Brunswick · Bruges/Brugge ·
Brussels/Brussel/Bruxelles/Bruselas ブリュッセル · Bucharest/Bukarest/Bucarest/Bucuresti ·
Cambridge ケンブリッジ 剑桥 케임브리지 · Cologne/Koln/Koeln/Colonia ケルン 科隆 쾰른 · Copenhagen/Kopenhagen/Kobenhavn/
Copenhague/Kopenhamn コペンハーゲン · Coimbra/Coimbre · Cracow/Krakow/Krakau/Cracovie クラクフ · Dresden/Dresde ドレスデン ·
Dusseldorf/Duesseldorf デュッセルドルフ · Edinburgh/Edimbourg/Edimburgo エディンバラ · Erlangen/Erlangue ·
Florence/Firenze/Florenz/Florencia フィレンツェ · Frankfurt/Francfort フランクフルト 法兰克福 · Freiburg/Fribourg フライブルク ·
Fukuoka 福岡 · Geneva/Geneve/Genf/Ginebra/Ginevra ジュネーブ ジュネーヴ 日内瓦 제네바 · Genoa/Genova/Genua/Genes ·
Ghent/Gent/Gand ヘント · Glasgow グラスゴー · Gothenburg/Goteborg ヨーテボリ · Gottingen/Goettingen/Gottingue
ゲッティンゲン 哥廷根 · Graz グラーツ · Guangzhou/Canton 広州 广州 · Hague/Haag · Hamburg/Hambourg/Hamburgo ハンブルク 汉堡 함부르크 ·
Hanover/Hannover ハノーファー · Hanoi/Ha-Noi ハノイ 河内 하노이 · Hangzhou 杭州 · Harbin 哈爾浜 哈尔滨 ·
Heidelberg ハイデルベルク 海德堡 하이델베르크 · Helsinki/Helsingfors ヘルシンキ · Hiroshima 広島 · Hokkaido 北海道 ·
Innsbruck インスブルック · Jerusalem エルサレム · Kobe 神戸 · Kyoto/Kioto 京都 교토 · Kyushu 九州 규슈 · Lausanne ローザンヌ ·
Leipzig ライプツィヒ · Leuven/Louvain/Lowen ルーヴェン · Liege/Luttich/Luik · Lille · Lisbon/Lisboa/Lissabon/Lisbonne リスボン ·
Ljubljana/Laibach · London/Londres/Londra ロンドン 伦敦 런던 · Lund ルンド · Lyon/Lyons リヨン 里昂 리옹 ·
Madrid マドリード 马德里 마드리드 · Marseille/Marseilles/Marsiglia · Melbourne メルボルン 墨尔本 멜버른 · Milan/Milano/Mailand
ミラノ 米兰 밀라노 · Montreal/Montréal モントリオール · Moscow/Moskva/Moskau/Moscou/Moscu モスクワ 莫斯科 모스크바 ·
Munich/Munchen/Muenchen ミュンヘン 慕尼黑 뮌헨 · Nagoya 名古屋 · Nanjing/Nanking 南京 난징 · Naples/Napoli/Neapel/Napoles ナポリ ·
Nuremberg/Nurnberg/Nuernberg · Osaka 大阪 오사카 · Oslo オスロ · Oxford オックスフォード 牛津 옥스퍼드 · Padua/Padova/Padoue ·
Paris/Parigi パリ 巴黎 파리 · Pisa/Pise · Porto/Oporto · Prague/Praha/Prag/Praga プラハ 布拉格 · Pusan/Busan 釜山 부산 ·
Rome/Roma/Rom ローマ 罗马 로마 · Rotterdam · Salamanca/Salamanque サラマンカ · Salzburg/Salzbourg · Sapporo 札幌 ·
Sendai 仙台 · Seoul/Seul ソウル 首尔 서울 · Seville/Sevilla · Shanghai/Schanghai 上海 상하이 · Singapore/Singapur/Singapour
シンガポール 新加坡 싱가포르 · Stockholm ストックホルム · Strasbourg/Strassburg/Estrasburgo ストラスブール · Stuttgart シュトゥットガルト ·
Sydney シドニー 悉尼 시드니 · Taipei/Taipeh 台北 · Tianjin/Tientsin 天津 · Tohoku 東北 · Tokyo/Tokio 東京 东京 도쿄 동경 ·
Toronto トロント 多伦多 토론토 · Trieste/Triest · Tsukuba 筑波 · Tubingen/Tuebingen/Tubingue テュービンゲン チュービンゲン ·
Turin/Torino トリノ 都灵 · Uppsala/Upsala ウプサラ · Utrecht ユトレヒト · Valencia/Valence · Venice/Venezia/Venedig/Venecia
ヴェネツィア · Vienna/Wien/Vienne/Viena ウィーン 维也纳 빈 · Warsaw/Warszawa/Warschau/Varsovie/Varsovia ワルシャワ ·
Wroclaw/Breslau · Wuhan 武漢 武汉 · Xian 西安 · Yokohama 横浜 · Zagreb/Agram · Zaragoza/Saragossa/Saragosse ·
Zurich/Zuerich/Zurigo チューリッヒ チューリヒ 苏黎世 취리히
"""
"""Cities with universities, as names of universities have them in several languages."""
