"""Words that people try as a command, and the command line that they mean."""

from __future__ import annotations

_WORDS = {
    "list": "ls partners partner-list partnerships partnership all universities institutions "
    "institution members index 一覧 提携校 協定校 連携先 大学",
    "show NAME": "view get open info partner university display describe detail details card "
    "profile cat print read 表示 詳細",
    "dept NAME": "department faculty school 部局 学部 研究科",
    "depts": "departments faculties schools units 部局一覧",
    "search WORDS": "find grep lookup look query-text fulltext where who 検索 探す",
    "timeline": "activities activity events event history chronology calendar log projects 活動 "
    "年表 イベント",
    "agreements": "agreement contract contracts mou mous treaty 協定 契約",
    "match FILE": "reconcile resolve map-names names identify lookup-list 照合",
    "about": "project catalogue catalog source sources phases readme 概要",
    "tree": "hierarchy outline",
    "tree --by country": "countries country nations regions 国 国別",
    "tree --by status": "status statuses",
    "matrix": "grid crosstab table cross-table heatmap 対応表",
    "compare NAME NAME": "common shared overlap intersect versus vs 比較",
    "diff OLD NEW": "changes changed delta difference differences 差分",
    "stats": "statistics stat count counts summary numbers totals kinds report-numbers 統計 集計",
    "export -o FILE": "save write download dump convert output backup csv excel xlsx json 出力 "
    "書き出し",
    "export -o map.svg": "map maps picture draw plot 地図",
    "export -o network.graphml": "network graph",
    "export -o page.html": "page html web publish",
    "export -f site -o site/": "site website",
    "sql 'SELECT …'": "query select database db sqlite",
    "sql --schema": "schema tables columns",
    "rename OLD NEW": "change-name rename-department rename-partner 改称 名称変更 改名",
    "merge OLD NEW": "combine unite join consolidate dedupe deduplicate 統合 統一 合併",
    "check FILE": "validate lint verify test checks problems errors doctor 検証 確認 チェック",
    "init FILE": "new create start begin template make setup 新規 作成",
    "help": "man manual usage commands h ? ヘルプ 使い方",
    "help options": "options flags",
    "help formats": "formats format",
    "--version": "version ver -v -V バージョン",
    "--install-completion": "completion completions autocomplete",
}

SYNONYMS = {word: line for line, words in _WORDS.items() for word in words.split()}
"""The command line, without the program's name, by the word in lower case."""

EDITING = frozenset(
    "add edit delete remove rm update set change modify 追加 編集".split()  # noqa: SIM905
)
"""Words for what no command does, because people edit the file."""
