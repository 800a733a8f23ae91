"""``utpartners enrich`` and ``match --ror``, as an office uses them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import tomli

from .ror_dumps import id_of, write_dump

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.conftest import Run

CATALOGUE = """\
[catalogue]
title = "Partnerships of Kita University"
home = "kita"

[[country]]
code = "JP"
name = "Japan"

[[country]]
code = "AT"
name = "Austria"

[[country]]
code = "US"
name = "United States"

[[institution]]
id = "kita"
name = "Kita University"
country = "JP"
ror = "KITA"

[[institution]] # our oldest partner
id = "seestadt"
name = "Seestadt University"
names = { de = "Univ. Seestadt" }
country = "AT"
evidence = [
  "their letterhead",  # 2019
]

[[institution]]
id = "trinity"
name = "Trinity College"
country = "US"

[[institution]]
id = "atlantis"
name = "Atlantis Bank"
country = "AT"
""".replace("KITA", id_of(3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a catalogue and a dump."""
    (tmp_path / "ours.toml").write_text(CATALOGUE, encoding="utf-8")
    write_dump(tmp_path / "ror.zip")
    return tmp_path


class Enrich:
    """Runs the program in a folder, with a cache of its own."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run = run
        self.folder = folder

    def __call__(self, *args: str) -> subprocess.CompletedProcess[str]:
        env = {"XDG_CACHE_HOME": str(self.folder / "cache")}
        return self._run(*args, cwd=self.folder, env=env)

    def rows(self, *more: str) -> dict[str, Any]:
        """The rows of the answer by id."""
        done = self("enrich", "ours.toml", "--ror", "ror.zip", "--json", *more)
        return {row["id"]: row for row in json.loads(done.stdout)}


@pytest.fixture
def enrich(run: Run, folder: Path) -> Enrich:
    return Enrich(run, folder)


def test_proposals(enrich: Enrich) -> None:
    """A match has what the catalogue lacks; what is not clear has candidates that differ."""
    rows = enrich.rows()
    assert {id: row["state"] for id, row in rows.items()} == {
        "kita": "known", "seestadt": "match", "trinity": "candidate", "atlantis": "none",
    }  # fmt: skip
    seestadt = rows["seestadt"]
    assert (seestadt["ror"], seestadt["city"]) == (id_of(1), "Seestadt")
    assert (seestadt["latitude"], seestadt["longitude"]) == (48.2, 16.5)
    assert seestadt["website"] == "https://www.seestadt.example"
    assert seestadt["names"] == {"ja": "ゼーシュタット大学"}
    assert seestadt["aliases"] == [
        "Universität Seestadt",
        "Seestadt Academy",
        "USE",
    ]
    assert rows["trinity"]["candidates"] == [
        f"{id_of(5)} Trinity College (Southport, US, education)",
        f"{id_of(6)} Trinity College (Lakeview, US, education)",
    ]
    assert rows["kita"]["proposed"] == ["city", "coordinates", "names"]


def test_dry_run(enrich: Enrich) -> None:
    """Without --write the file stays, and stderr says what is next; candidates are status 1."""
    done = enrich("enrich", "ours.toml", "--ror", "ror.zip")
    assert done.returncode == 1
    assert "4 institutions: 1 matched, 1 known, 1 with candidates, 1 not found" in done.stderr
    assert f'at trinity: ror = "{id_of(5)}"' in done.stderr
    assert "add --write" in done.stderr
    assert (enrich.folder / "ours.toml").read_text(encoding="utf-8") == CATALOGUE


def test_quiet(enrich: Enrich) -> None:
    """--quiet leaves the answer alone."""
    assert enrich("enrich", "ours.toml", "--ror", "ror.zip", "--quiet").stderr == ""


def test_write(enrich: Enrich) -> None:
    """--write adds with evidence, keeps comments and what is there, and passes check."""
    enrich.rows("--write")
    text = (enrich.folder / "ours.toml").read_text(encoding="utf-8")
    found = {one["id"]: one for one in tomli.loads(text)["institution"]}
    assert found["seestadt"] == {
        "id": "seestadt",
        "name": "Seestadt University",
        "names": {"de": "Univ. Seestadt", "ja": "ゼーシュタット大学"},
        "country": "AT",
        "evidence": [
            "their letterhead",
            f"ROR, ror.zip ({id_of(1)[-9:]}): ror, city, coordinates, website, names, aliases",
        ],
        "city": "Seestadt",
        "website": "https://www.seestadt.example",
        "ror": id_of(1),
        "latitude": 48.2,
        "longitude": 16.5,
        "placement": "city",
        "aliases": ["Universität Seestadt", "Seestadt Academy", "USE"],
    }
    assert '  "their letterhead",  # 2019\n  "ROR, ror.zip' in text
    assert "[[institution]] # our oldest partner\n" in text
    assert found["trinity"] == {"id": "trinity", "name": "Trinity College", "country": "US"}
    assert enrich("check", "ours.toml").returncode == 0


def test_again(enrich: Enrich) -> None:
    """A second run has nothing to write; a candidate that was chosen gets its place."""
    enrich.rows("--write")
    path = enrich.folder / "ours.toml"
    before = path.read_bytes()
    again = enrich("enrich", "ours.toml", "--ror", "ror.zip", "--write")
    assert "Nothing to do" in again.stderr
    assert path.read_bytes() == before
    chosen = f'name = "Trinity College"\nror = "{id_of(6)}"'
    path.write_text(path.read_text(encoding="utf-8").replace('name = "Trinity College"', chosen))
    done = enrich("enrich", "ours.toml", "--ror", "ror.zip", "--write")
    assert done.returncode == 0
    assert 'city = "Lakeview"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "country: US in the catalogue, AT in ROR"),
        (3, "its ROR id is that of 'Kita University'"),
        (7, "ROR says that it is no longer active"),
        (7, f"its successor in ROR: Northfield University ({id_of(4)})"),
        (8, "ROR has withdrawn this id"),
        (77, f"{id_of(77)} is not in this dump"),
    ],
)
def test_contradictions(enrich: Enrich, number: int, said: str) -> None:
    """What ROR says against a known id is reported, and nothing is proposed from it."""
    path = enrich.folder / "ours.toml"
    given = f'name = "Trinity College"\nror = "{id_of(number)}"'
    path.write_text(CATALOGUE.replace('name = "Trinity College"', given), encoding="utf-8")
    row = enrich.rows()["trinity"]
    assert said in row["contradictions"]
    assert row["proposed"] == []
    assert enrich("enrich", "ours.toml", "--ror", "ror.zip").returncode == 1


def test_any_form(enrich: Enrich) -> None:
    """A dry run reads a catalogue in any form; only TOML is written."""
    enrich("export", "--data", "ours.toml", "-o", "ours.db")
    done = enrich("enrich", "--data", "ours.db", "--ror", "ror.zip", "--json")
    assert len(json.loads(done.stdout)) == 4
    refused = enrich("enrich", "ours.db", "--ror", "ror.zip", "--write")
    assert refused.returncode == 1
    assert refused.stderr.startswith("utpartners: --write: ours.db is no TOML file")
    assert refused.stdout == ""


def test_without_a_catalogue(enrich: Enrich) -> None:
    """Without a catalogue, and with several, wrong usage says what to type."""
    done = enrich("enrich", "--ror", "ror.zip")
    assert done.returncode == 2
    assert "utpartners enrich catalogue.toml --ror" in done.stderr
    several = enrich("enrich", "--ror", "ror.zip", "--data", "ours.toml", "--data", "x.toml")
    assert several.returncode == 2


def test_japanese(enrich: Enrich) -> None:
    """In Japanese, states and reasons are Japanese; data keeps its codes."""
    done = enrich("enrich", "ours.toml", "--ror", "ror.zip", "--lang", "ja")
    assert "候補" in done.stdout
    assert "match" not in done.stdout
    assert "--write" in done.stderr
    assert enrich.rows("--lang", "ja")["trinity"]["state"] == "candidate"


def test_match(enrich: Enrich) -> None:
    """match --ror adds the organisation to each row, in its order, and counts below."""
    names = "TU Seestadt\nKU\nAtlantis Bank\nTU Seestadt\n"
    (enrich.folder / "names.txt").write_text(names, encoding="utf-8")
    done = enrich("match", "names.txt", "--data", "ours.toml", "--ror", "ror.zip", "--json")
    rows = json.loads(done.stdout)
    assert [row["input"] for row in rows] == names.split("\n")[:-1]
    assert [row["state"] for row in rows] == ["match", "candidate", "none", "match"]
    assert [row["ror"] for row in rows] == [id_of(2), None, None, id_of(2)]
    assert (rows[0]["country"], rows[0]["city"]) == ("AT", "Seestadt")
    assert rows[1]["ror_candidates"] == [f"{id_of(3)} Kita University (Kita, JP, education)"]
    assert "4 names: 2 with a ROR id, 1 with candidates, 1 not found" in done.stderr


def test_no_dump(enrich: Enrich) -> None:
    """A dump that is none is an error before anything is printed."""
    (enrich.folder / "names.txt").write_text("x\n", encoding="utf-8")
    done = enrich("match", "names.txt", "--ror", "names.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "names.txt: it is not a JSON list of organisations" in done.stderr
