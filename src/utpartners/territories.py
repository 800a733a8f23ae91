"""The countries of ISO 3166-1: data only, read by :mod:`.geography`.

A row has the alpha-2 code, the code of M49 for the sub-region (one of :mod:`.regions`), and the
names in English and Japanese, the usual one first. Names are those of CLDR, without its additions
in brackets. Kosovo has a code that ISO leaves to users. Taiwan, which M49 does not list, stands in
Eastern Asia.
"""

# A text and no tuples: it is split in a fifth of the time in which Python would load as many
# constants, and a filter by region or by an unknown name of a country waits for it.
COUNTRIES = """\
AD|039|Andorra|アンドラ
AE|145|United Arab Emirates;UAE|アラブ首長国連邦;UAE
AF|034|Afghanistan|アフガニスタン
AG|029|Antigua and Barbuda|アンティグア・バーブーダ
AI|029|Anguilla|アンギラ
AL|039|Albania|アルバニア
AM|145|Armenia|アルメニア
AO|017|Angola|アンゴラ
AQ|001|Antarctica|南極
AR|005|Argentina|アルゼンチン
AS|061|American Samoa|米領サモア
AT|155|Austria|オーストリア
AU|053|Australia|オーストラリア;豪州
AW|029|Aruba|アルバ
AX|154|Åland Islands|オーランド諸島
AZ|145|Azerbaijan|アゼルバイジャン
BA|039|Bosnia and Herzegovina|ボスニア・ヘルツェゴビナ
BB|029|Barbados|バルバドス
BD|034|Bangladesh|バングラデシュ
BE|155|Belgium|ベルギー
BF|011|Burkina Faso|ブルキナファソ
BG|151|Bulgaria|ブルガリア
BH|145|Bahrain|バーレーン
BI|014|Burundi|ブルンジ
BJ|011|Benin|ベナン
BL|029|Saint Barthélemy|サン・バルテルミー
BM|021|Bermuda|バミューダ
BN|035|Brunei;Brunei Darussalam|ブルネイ
BO|005|Bolivia;Plurinational State of Bolivia|ボリビア
BQ|029|Caribbean Netherlands;Bonaire, Sint Eustatius and Saba|オランダ領カリブ
BR|005|Brazil|ブラジル
BS|029|Bahamas|バハマ
BT|034|Bhutan|ブータン
BV|005|Bouvet Island|ブーベ島
BW|018|Botswana|ボツワナ
BY|151|Belarus|ベラルーシ
BZ|013|Belize|ベリーズ
CA|021|Canada|カナダ
CC|053|Cocos (Keeling) Islands|ココス諸島
CD|017|DR Congo;Democratic Republic of the Congo;Congo-Kinshasa;DRC|コンゴ民主共和国
CF|017|Central African Republic|中央アフリカ共和国
CG|017|Congo;Republic of the Congo;Congo-Brazzaville|コンゴ共和国;コンゴ
CH|155|Switzerland|スイス
CI|011|Côte d’Ivoire;Ivory Coast|コートジボワール
CK|061|Cook Islands|クック諸島
CL|005|Chile|チリ
CM|017|Cameroon|カメルーン
CN|030|China;People’s Republic of China;Mainland China;PRC|中国;中華人民共和国
CO|005|Colombia|コロンビア
CR|013|Costa Rica|コスタリカ
CU|029|Cuba|キューバ
CV|011|Cabo Verde;Cape Verde|カーボベルデ
CW|029|Curaçao|キュラソー
CX|053|Christmas Island|クリスマス島
CY|145|Cyprus|キプロス
CZ|151|Czechia;Czech Republic|チェコ;チェコ共和国
DE|155|Germany|ドイツ
DJ|014|Djibouti|ジブチ
DK|154|Denmark|デンマーク
DM|029|Dominica|ドミニカ国
DO|029|Dominican Republic|ドミニカ共和国
DZ|015|Algeria|アルジェリア
EC|005|Ecuador|エクアドル
EE|154|Estonia|エストニア
EG|015|Egypt|エジプト
EH|015|Western Sahara|西サハラ
ER|014|Eritrea|エリトリア
ES|039|Spain|スペイン
ET|014|Ethiopia|エチオピア
FI|154|Finland|フィンランド
FJ|054|Fiji|フィジー
FK|005|Falkland Islands|フォークランド諸島
FM|057|Micronesia;Federated States of Micronesia|ミクロネシア連邦
FO|154|Faroe Islands|フェロー諸島
FR|155|France|フランス
GA|017|Gabon|ガボン
GB|154|United Kingdom;UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland|イギリス;英国
GD|029|Grenada|グレナダ
GE|145|Georgia|ジョージア;グルジア
GF|005|French Guiana|仏領ギアナ
GG|154|Guernsey|ガーンジー
GH|011|Ghana|ガーナ
GI|039|Gibraltar|ジブラルタル
GL|021|Greenland|グリーンランド
GM|011|Gambia|ガンビア
GN|011|Guinea|ギニア
GP|029|Guadeloupe|グアドループ
GQ|017|Equatorial Guinea|赤道ギニア
GR|039|Greece|ギリシャ
GS|005|South Georgia and the South Sandwich Islands|サウスジョージア・サウスサンドウィッチ諸島
GT|013|Guatemala|グアテマラ
GU|057|Guam|グアム
GW|011|Guinea-Bissau|ギニアビサウ
GY|005|Guyana|ガイアナ
HK|030|Hong Kong;Hong Kong SAR China|香港
HM|053|Heard Island and McDonald Islands|ハード島・マクドナルド諸島
HN|013|Honduras|ホンジュラス
HR|039|Croatia|クロアチア
HT|029|Haiti|ハイチ
HU|151|Hungary|ハンガリー
ID|035|Indonesia|インドネシア
IE|154|Ireland;Republic of Ireland|アイルランド
IL|145|Israel|イスラエル
IM|154|Isle of Man|マン島
IN|034|India|インド
IO|014|British Indian Ocean Territory|英領インド洋地域
IQ|145|Iraq|イラク
IR|034|Iran;Islamic Republic of Iran|イラン
IS|154|Iceland|アイスランド
IT|039|Italy|イタリア
JE|154|Jersey|ジャージー
JM|029|Jamaica|ジャマイカ
JO|145|Jordan|ヨルダン
JP|030|Japan|日本
KE|014|Kenya|ケニア
KG|143|Kyrgyzstan|キルギス
KH|035|Cambodia|カンボジア
KI|057|Kiribati|キリバス
KM|014|Comoros|コモロ
KN|029|Saint Kitts and Nevis;St. Kitts and Nevis|セントクリストファー・ネーヴィス
KP|030|North Korea;Democratic People’s Republic of Korea;DPRK|北朝鮮
KR|030|South Korea;Republic of Korea|韓国;大韓民国
KW|145|Kuwait|クウェート
KY|029|Cayman Islands|ケイマン諸島
KZ|143|Kazakhstan|カザフスタン
LA|035|Laos;Lao People’s Democratic Republic|ラオス
LB|145|Lebanon|レバノン
LC|029|Saint Lucia;St. Lucia|セントルシア
LI|155|Liechtenstein|リヒテンシュタイン
LK|034|Sri Lanka|スリランカ
LR|011|Liberia|リベリア
LS|018|Lesotho|レソト
LT|154|Lithuania|リトアニア
LU|155|Luxembourg|ルクセンブルク
LV|154|Latvia|ラトビア
LY|015|Libya|リビア
MA|015|Morocco|モロッコ
MC|155|Monaco|モナコ
MD|151|Moldova;Republic of Moldova|モルドバ
ME|039|Montenegro|モンテネグロ
MF|029|Saint Martin;St. Martin|サン・マルタン
MG|014|Madagascar|マダガスカル
MH|057|Marshall Islands|マーシャル諸島
MK|039|North Macedonia;Macedonia|北マケドニア
ML|011|Mali|マリ
MM|035|Myanmar;Burma|ミャンマー;ビルマ
MN|030|Mongolia|モンゴル
MO|030|Macao;Macau;Macao SAR China|マカオ
MP|057|Northern Mariana Islands|北マリアナ諸島
MQ|029|Martinique|マルティニーク
MR|011|Mauritania|モーリタニア
MS|029|Montserrat|モントセラト
MT|039|Malta|マルタ
MU|014|Mauritius|モーリシャス
MV|034|Maldives|モルディブ
MW|014|Malawi|マラウイ
MX|013|Mexico|メキシコ
MY|035|Malaysia|マレーシア
MZ|014|Mozambique|モザンビーク
NA|018|Namibia|ナミビア
NC|054|New Caledonia|ニューカレドニア
NE|011|Niger|ニジェール
NF|053|Norfolk Island|ノーフォーク島
NG|011|Nigeria|ナイジェリア
NI|013|Nicaragua|ニカラグア
NL|155|Netherlands;Holland|オランダ
NO|154|Norway|ノルウェー
NP|034|Nepal|ネパール
NR|057|Nauru|ナウル
NU|061|Niue|ニウエ
NZ|053|New Zealand|ニュージーランド
OM|145|Oman|オマーン
PA|013|Panama|パナマ
PE|005|Peru|ペルー
PF|061|French Polynesia|仏領ポリネシア
PG|054|Papua New Guinea|パプアニューギニア
PH|035|Philippines|フィリピン
PK|034|Pakistan|パキスタン
PL|151|Poland|ポーランド
PM|021|Saint Pierre and Miquelon;St. Pierre and Miquelon|サンピエール島・ミクロン島
PN|061|Pitcairn Islands|ピトケアン諸島
PR|029|Puerto Rico|プエルトリコ
PS|145|Palestine;Palestinian Territories;State of Palestine|パレスチナ
PT|039|Portugal|ポルトガル
PW|057|Palau|パラオ
PY|005|Paraguay|パラグアイ
QA|145|Qatar|カタール
RE|014|Réunion|レユニオン
RO|151|Romania|ルーマニア
RS|039|Serbia|セルビア
RU|151|Russia;Russian Federation|ロシア
RW|014|Rwanda|ルワンダ
SA|145|Saudi Arabia|サウジアラビア
SB|054|Solomon Islands|ソロモン諸島
SC|014|Seychelles|セーシェル
SD|015|Sudan|スーダン
SE|154|Sweden|スウェーデン
SG|035|Singapore|シンガポール
SH|011|Saint Helena, Ascension and Tristan da Cunha;St. Helena|セントヘレナ
SI|039|Slovenia|スロベニア
SJ|154|Svalbard and Jan Mayen|スバールバル諸島・ヤンマイエン島
SK|151|Slovakia;Slovak Republic|スロバキア
SL|011|Sierra Leone|シエラレオネ
SM|039|San Marino|サンマリノ
SN|011|Senegal|セネガル
SO|014|Somalia|ソマリア
SR|005|Suriname|スリナム
SS|014|South Sudan|南スーダン
ST|017|São Tomé and Príncipe|サントメ・プリンシペ
SV|013|El Salvador|エルサルバドル
SX|029|Sint Maarten|シント・マールテン
SY|145|Syria;Syrian Arab Republic|シリア
SZ|018|Eswatini;Swaziland|エスワティニ
TC|029|Turks and Caicos Islands|タークス・カイコス諸島
TD|017|Chad|チャド
TF|014|French Southern Territories;French Southern and Antarctic Lands|仏領極南諸島
TG|011|Togo|トーゴ
TH|035|Thailand|タイ
TJ|143|Tajikistan|タジキスタン
TK|061|Tokelau|トケラウ
TL|035|Timor-Leste;East Timor|東ティモール
TM|143|Turkmenistan|トルクメニスタン
TN|015|Tunisia|チュニジア
TO|061|Tonga|トンガ
TR|145|Türkiye;Turkey|トルコ
TT|029|Trinidad and Tobago|トリニダード・トバゴ
TV|061|Tuvalu|ツバル
TW|030|Taiwan;Taiwan, Province of China|台湾
TZ|014|Tanzania;United Republic of Tanzania|タンザニア
UA|151|Ukraine|ウクライナ
UG|014|Uganda|ウガンダ
UM|057|U.S. Outlying Islands;United States Minor Outlying Islands|合衆国領有小離島
US|021|United States;United States of America;USA;America|アメリカ合衆国;アメリカ;米国
UY|005|Uruguay|ウルグアイ
UZ|143|Uzbekistan|ウズベキスタン
VA|039|Vatican City;Holy See|バチカン市国;バチカン
VC|029|Saint Vincent and the Grenadines|セントビンセント及びグレナディーン諸島
VE|005|Venezuela;Bolivarian Republic of Venezuela|ベネズエラ
VG|029|British Virgin Islands|英領ヴァージン諸島
VI|029|U.S. Virgin Islands|米領ヴァージン諸島
VN|035|Vietnam;Viet Nam|ベトナム;ヴェトナム
VU|054|Vanuatu|バヌアツ
WF|061|Wallis and Futuna|ウォリス・フツナ
WS|061|Samoa|サモア
XK|039|Kosovo|コソボ
YE|145|Yemen|イエメン
YT|014|Mayotte|マヨット
ZA|018|South Africa|南アフリカ;南アフリカ共和国
ZM|014|Zambia|ザンビア
ZW|014|Zimbabwe|ジンバブエ
"""
