"""Pictures and graphs on the command line."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import OnTerminal
    from tests.conftest import Run

pytestmark = pytest.mark.slow

PICTURES = {
    "matrix": ["matrix"],
    "timeline": ["timeline"],
    "map": ["export"],
}
STARTS = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}


@pytest.mark.parametrize("format", STARTS)
@pytest.mark.parametrize("name", PICTURES)
def test_by_name(run: Run, tmp_path: Path, name: str, format: str) -> None:
    """The suffix says the form, of each picture."""
    done = run(*PICTURES[name], "-o", f"{name}.{format}", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / f"{name}.{format}").read_bytes().startswith(STARTS[format])


def test_by_option(run: Run, tmp_path: Path) -> None:
    """The map is the picture of export, whatever its file is called."""
    for args in (["-o", "map.svg"], ["--picture", "map", "-o", "a.svg"], ["-o", "partners.SVG"]):
        assert run("export", *args, cwd=tmp_path).returncode == 0
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


@pytest.mark.parametrize("name", ["network.svg", "Network.png"])
def test_no_picture_of_the_network(run: Run, tmp_path: Path, name: str) -> None:
    """Who asks for a picture of the network is told how to get it for a graph program."""
    done = run("export", "-o", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "-o network.dot" in done.stderr
    assert os.listdir(tmp_path) == []


def test_size_and_outlines(run: Run, tmp_path: Path) -> None:
    """--size sets the width of a picture, --outlines its letters; elsewhere they are an error."""
    for name, args in {"a": [], "b": ["--size", "column"], "c": ["--outlines"]}.items():
        assert run("matrix", *args, "-o", f"{name}.svg", cwd=tmp_path).returncode == 0
    a, b, c = ((tmp_path / f"{name}.svg").read_text("utf-8") for name in "abc")
    assert ('width="526.0pt"' in a, 'width="257.0pt"' in b) == (True, True)
    assert ("<text" in a, "<text" in c) == (True, False)
    for args, message in (
        (["--size", "slide"], "--size applies to pictures and documents, not to csv"),
        (["--outlines"], "--outlines applies to svg, not to csv"),
        (["--size", "a3"], "'a3' is not a possible value"),
    ):
        done = run("matrix", *args, "-f", "csv")
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr


def test_documents_and_pictures(run: Run, tmp_path: Path) -> None:
    """As PDF, the map of export is a picture; what a command lists is printed on pages."""
    for name, args in {
        "map": ["export"],
        "picture": ["export", "--picture", "map"],
        "links": ["export", "--table", "links"],
        "list": ["list"],
    }.items():
        assert run(*args, "-o", f"{name}.pdf", cwd=tmp_path).returncode == 0
    sizes = {
        path.stem: round(PdfReader(path).pages[0].mediabox.height) for path in tmp_path.iterdir()
    }
    assert sizes["links"] == sizes["list"] == 842
    assert sizes["map"] == sizes["picture"] < 842
    done = run("list", "--size", "slide", "-o", "slide.pdf", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a document cannot be printed at --size slide" in done.stderr
    assert "a4, letter" in done.stderr


def test_filters_and_language(run: Run, tmp_path: Path) -> None:
    """The options of a question hold for its picture."""
    for number, args in enumerate((["matrix"], ["matrix", "--status", "primary"])):
        assert run(*args, "-o", f"{number}.svg", cwd=tmp_path).returncode == 0
    assert (tmp_path / "0.svg").stat().st_size > (tmp_path / "1.svg").stat().st_size
    dot = run("export", "-f", "dot", "--country", "Sweden", "--lang", "de").stdout
    assert "partnership/stockholm" in dot
    assert "partnership/pku" not in dot


@pytest.mark.parametrize("args", [["-f", "png"], ["-f", "svg", "-o", "-"], ["-f", "pdf"]])
def test_pipe(program: list[str], clean_env: dict[str, str], args: list[str]) -> None:
    """A pipe gets the bytes of a picture as they are."""
    done = subprocess.run(
        [*program, "matrix", *args], capture_output=True, check=True, env=clean_env
    )
    assert done.stdout.startswith(STARTS[args[1]])
    assert done.stderr == b""


def test_picture_to_a_pipe(run: Run) -> None:
    """--picture alone gives SVG; with a format of rows it gives the facts of the picture."""
    assert run("export", "--picture", "map").stdout.startswith("<?xml")
    rows = run("export", "--picture", "map", "-f", "csv").stdout.splitlines()
    assert rows[0] == (
        "id,name,abbreviation,country,country_name,city,latitude,longitude,home,partnerships,statuses"
    )
    assert len(rows) == 29
    assert run("export", "--picture", "network", "-f", "csv").stdout.startswith(
        "source,target,kind"
    )


@pytest.mark.parametrize("format", STARTS)
def test_terminal(on_terminal: OnTerminal, format: str) -> None:
    """A terminal gets no picture, but what to write instead."""
    shown = on_terminal("matrix", "-f", format)
    assert shown.startswith(f"utpartners: {format} can only be written to a file")
    assert f"-o answer.{format}" in shown


@pytest.mark.parametrize("format", ["dot", "graphml", "gexf", "mermaid"])
def test_graph(run: Run, on_terminal: OnTerminal, tmp_path: Path, format: str) -> None:
    """A graph goes to a file, a pipe or a terminal, the same each time."""
    suffix = "mmd" if format == "mermaid" else format
    assert run("export", "-o", f"anything.{suffix}", cwd=tmp_path).returncode == 0
    text = (tmp_path / f"anything.{suffix}").read_text("utf-8")
    assert run("export", "-f", format).stdout == text
    assert on_terminal("export", "-f", format) == text


def test_graph_on_a_terminal_is_harmless(on_terminal: OnTerminal, small_path: Path) -> None:
    """No text of a catalogue acts on a terminal."""
    shown = on_terminal("export", "-f", "graphml", "--data", str(small_path))
    assert "\x1b" not in shown


def test_two_at_once(run: Run) -> None:
    """--table and --picture cannot both be meant."""
    done = run("export", "--table", "links", "--picture", "map")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Leave out one of them" in done.stderr


@pytest.mark.parametrize(
    ("path", "reason"),
    [("folder.svg", "it is a folder"), ("none/map.svg", "no folder"), ("old.svg", "exists")],
)
def test_no_place(run: Run, tmp_path: Path, path: str, reason: str) -> None:
    """A picture that cannot be written leaves everything as it was."""
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "old.svg").write_text("mine")
    done = run("matrix", "-o", path, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert reason in done.stderr
    assert sorted(os.listdir(tmp_path)) == ["folder.svg", "old.svg"]
    assert (tmp_path / "old.svg").read_text() == "mine"


def test_impossible_latitude(run: Run, tmp_path: Path, small_path: Path) -> None:
    """A place beyond the pole is told with its line, and nothing is drawn."""
    text = small_path.read_text("utf-8").replace("latitude = 43.07", "latitude = 91")
    (tmp_path / "c.toml").write_text(text, "utf-8")
    done = run("export", "-o", "map.svg", "--data", "c.toml", cwd=tmp_path)
    assert done.returncode == 1
    assert "latitude: 91 is not degrees from -90 to 90" in done.stderr
    assert os.listdir(tmp_path) == ["c.toml"]
