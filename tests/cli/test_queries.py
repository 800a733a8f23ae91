"""What people type, and where it leads: the answer, or one hint with the command that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

ANSWERED = {
    "list": "Australian National University",
    "list --country Germany": "Technical University of Munich",
    "list --country 韓国": "Seoul National University",
    "show ANU": "Australian National University",
    "show anu": "Australian National University",
    "show ＡＮＵ": "Australian National University",
    "show University of Cambridge": "Cambridge",
    "show cambridge university": "Cambridge",
    "show 清華大学": "Tsinghua University",
    "show 北京大学": "Peking University",
    "show ソウル大学": "Seoul National University",
    "show Zürich": "Swiss Federal Institute",
    "show zurich": "Swiss Federal Institute",
    "show KTH": "Stockholm",
    "dept GS Eng": "Tsinghua University",
    "dept 工学系研究科": "Tsinghua University",
    "dept gs-as": "Australian National University",
    "search quantum": "uantum",
    "search 量子": "",
    "timeline --kind symposium": "symposium",
    "agreements": "agreement",
    "compare ANU Cambridge": "GS",
    "list --lang ja": "オーストラリア国立大学",
    "help show": "Usage",
    # Plain words.
    "list Germany": "Technical University of Munich",
    "list ドイツ": "Technical University of Munich",
    "list 候補校": "Technical University of Munich",
    "list --status 候補校": "Technical University of Munich",
    "list 協定締結校 --lang ja": "オーストラリア国立大学",
    "list primary Germany": "",
    "timeline ANU": "Joint lectures",
    "timeline シンポジウム": "symposium",
    "agreements Law": "Peking University",
    "depts engineering": "GS Eng",
    "stats アジア": "partnerships",
    "tree GS Eng": "Tsinghua University",
    "matrix South Korea": "SNU",
    "--version": "utpartners ",
}
"""Lines that are answered, each with something that the answer has."""

LED = {
    # Commands by another name.
    "find quantum": "utpartners search quantum",
    "partners": "utpartners list",
    "ls": "utpartners list",
    "departments": "utpartners depts",
    "countries": "utpartners tree --by country",
    "activities": "utpartners timeline",
    "view ANU": "utpartners show ANU",
    "get tum": "utpartners show tum",
    "info tum": "utpartners show tum",
    "validate c.toml": "utpartners check c.toml",
    "version": "utpartners --version",
    "map": "utpartners export -o map.svg",
    "schema": "utpartners sql --schema",
    "add ANU": "utpartners check FILE",
    "検索 量子": "utpartners search '量子'",
    "一覧": "utpartners list",
    "協定": "utpartners agreements",
    "部局": "utpartners dept NAME",
    "ヘルプ": "utpartners help",
    # Commands that are misspelt.
    "lst": "utpartners list",
    "shwo ANU": "utpartners show ANU",
    "serach quantum": "utpartners search quantum",
    "timelin": "utpartners timeline",
    "departmets": "utpartners depts",
    "agreemnts": "utpartners agreements",
    "LIST": "utpartners list",
    # Names without a command.
    "anu": "utpartners show anu",
    "清華大学": "utpartners show tsinghua",
    "Germany": "utpartners list --country DE",
    "GS Eng": "utpartners dept gs-eng",
    "工学系研究科": "utpartners dept gs-eng",
    "primary": "utpartners list --status primary",
    "Beijing": "utpartners show tsinghua",
    "Taiwan": "utpartners list --country TW",
    # Names given to the command of another kind.
    "show Germany": "utpartners list --country DE",
    "show ドイツ": "utpartners list --country DE",
    "show GS Eng": "utpartners dept gs-eng",
    "show 工学系研究科": "utpartners dept gs-eng",
    "show Beijing": "utpartners show pku",
    "show symposium": "utpartners timeline --kind symposium",
    "show prospective": "utpartners list --status prospective",
    "show 候補校 --lang ja": "utpartners list --status prospective",
    "dept ANU": "utpartners show anu",
    "dept 北京大学": "utpartners show pku",
    "dept France": "utpartners list --country FR",
    "compare Germany France": "utpartners list --country DE",
    "timeline --partner Germany": "utpartners list --country DE",
    "timeline --dept ANU": "utpartners show anu",
    "list --country ANU": "utpartners show anu",
    "list --dept Germany": "utpartners list --country DE",
    "list --status Germany": "utpartners list --country DE",
    "list --status Asia": "utpartners list --region Asia",
    "list --kind ANU": "utpartners show anu",
    "list --kind institute": "utpartners depts --kind institute",
    "list --country GS Eng": "utpartners dept gs-eng",
    "list --region 北京大学": "utpartners show pku",
    "list --dept ANU": "utpartners show anu",
    "depts --kind ドイツ": "utpartners list --country DE",
    "timeline --kind 候補校": "utpartners list --status prospective",
    "agreements symposium": "utpartners timeline --kind symposium",
    # Names that are misspelt.
    "list Germny": "--country DE",
    "timeline ANUU": "--partner anu",
    "depts enginering": "--dept 'GS Eng'",
    "stats Asiaa": "--region Asia",
    "list primarry": "--status primary",
    "show Cambrige": "cambridge",
    "show Tsingua": "tsinghua",
    "show Germny": "utpartners list --country DE",
    "dept Enginering": "GS Eng",
    "list --country Germny": "DE",
    "list --status primery": "primary",
    # Options.
    "list --department ERI": "--dept",
    "list --from 2015": "--since",
    "timeline --type symposium": "--kind",
    "list --csv": "-f csv",
    "list --contry DE": "--country",
    "--data list": "utpartners list --data",
    "list --json -f csv": "Leave one of them out.",
}
"""Lines that lead on, each with what the hint proposes."""


def words(line: str) -> list[str]:
    return line.split(" ")


@pytest.mark.parametrize("line", ANSWERED)
def test_answered(run: Run, line: str) -> None:
    """What people type is answered."""
    done = run(*words(line))
    assert done.returncode == 0, done.stderr
    assert ANSWERED[line] in done.stdout


@pytest.mark.parametrize("line", LED)
def test_led(run: Run, line: str) -> None:
    """What is not answered is told with one hint, which has the way."""
    done = run(*words(line))
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    message, *hint = done.stderr.splitlines()
    assert message.startswith("utpartners: ")
    assert LED[line] in "\n".join(hint)


def test_there_are_enough() -> None:
    """The list is long, and much of it is Japanese or misspelt."""
    assert len(ANSWERED) + len(LED) >= 60
    japanese = [line for line in (*ANSWERED, *LED) if not line.isascii()]
    assert len(japanese) >= 15


@pytest.mark.parametrize("line", ["xyzzy", "show Tohoku", "list --sort qwxyz", "dept Qwxyz"])
def test_nothing_near_is_proposed_for_what_is_far(run: Run, line: str) -> None:
    """Where nothing is near, the hint says where to look, and proposes no record and no option."""
    hint = run(*words(line)).stderr.split("\n", 1)[1]
    assert "Did you mean" not in hint
    assert "Try" not in hint
