"""The regions of UN M49, and the members of the EU: data only, read by :mod:`.geography`.

A row of REGIONS has the code of a region, that of the region around it, and the names in English
and Japanese, the usual one first.
"""

EUROPEAN_UNION = """
AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
""".split()  # noqa: SIM905 (two lines instead of nine)
"""The members of the EU since 2020."""

# The regions that CLDR and M49 call differently have both names.
REGIONS = """\
EU||European Union;EU|欧州連合;EU
002||Africa|アフリカ
019||Americas|アメリカ大陸;米州
142||Asia|アジア
150||Europe|ヨーロッパ;欧州
009||Oceania|オセアニア;大洋州
015|002|Northern Africa;North Africa|北アフリカ
202|002|Sub-Saharan Africa|サブサハラアフリカ;サハラ以南のアフリカ
011|202|Western Africa;West Africa|西アフリカ
014|202|Eastern Africa;East Africa|東アフリカ
017|202|Middle Africa;Central Africa|中部アフリカ
018|202|Southern Africa|南部アフリカ
021|019|Northern America|北アメリカ
003|019|North America|北アメリカ大陸;北米
419|019|Latin America and the Caribbean;Latin America|ラテンアメリカ;中南米
005|419|South America|南アメリカ;南米
013|419|Central America|中央アメリカ;中米
029|419|Caribbean|カリブ
143|142|Central Asia|中央アジア
030|142|Eastern Asia;East Asia|東アジア
035|142|South-eastern Asia;Southeast Asia;South-East Asia|東南アジア
034|142|Southern Asia;South Asia|南アジア
145|142|Western Asia;West Asia|西アジア
151|150|Eastern Europe|東ヨーロッパ;東欧
154|150|Northern Europe|北ヨーロッパ;北欧
039|150|Southern Europe|南ヨーロッパ;南欧
155|150|Western Europe|西ヨーロッパ;西欧
053|009|Australia and New Zealand;Australasia|オーストラリア・ニュージーランド;オーストララシア
054|009|Melanesia|メラネシア
057|009|Micronesian Region|ミクロネシア
061|009|Polynesia|ポリネシア
"""
