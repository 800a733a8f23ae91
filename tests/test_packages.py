"""What is built from the sources: an sdist, a wheel and an editable install, and how they run."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from utpartners.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
NAME = f"utpartners-{VERSION}"
PACKAGE = Path("src", "utpartners")

LEFTOVERS = (
    "build/lib/utpartners/deleted.py",
    "src/utpartners.egg-info/SOURCES.txt",
    "src/utpartners/__pycache__/deleted.cpython-311.pyc",
)
"""What earlier builds and runs of a checkout leave behind."""


def files(root: Path, *folders: str | Path) -> set[str]:
    """Return every file in some folders of ``root`` but compiled modules, relative to it."""
    found = (file for folder in folders for file in (root / folder).rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix() for file in found if "__pycache__" not in file.parts}


def build(source: Path, kind: str, target: Path) -> Path:
    """Build a ``sdist``, ``wheel`` or ``wheel:editable`` and return the file.

    It is built with the hatchling that is installed, as a test downloads nothing.
    """
    command = ["-P", "-m", "hatchling", "build", "--target", kind, "--directory", str(target)]
    done = subprocess.run([sys.executable, *command], cwd=source, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    (built,) = target.iterdir()
    return built


def unzipped(wheel: Path, folder: Path) -> Path:
    """Unpack a wheel as an installer does, without the man page, and return the folder."""
    shutil.unpack_archive(wheel, folder, "zip")
    return folder


def of_wheel(wheel: Path, ending: str) -> str:
    """Return the text of the one file of a wheel whose name ends so."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(ending))
        return archive.read(name).decode()


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def checkout(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they come out of the sdist, in a folder that was worked in for years."""
    folder = tmp_path_factory.mktemp("checkout")
    with tarfile.open(sdist) as archive:
        # Before Python 3.11.4 extractall has no parameter for this, and does not ask for it.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(folder)  # noqa: S202
    for name in LEFTOVERS:
        file = folder / NAME / name
        file.parent.mkdir(parents=True)
        file.write_bytes(b"deleted")
    return folder / NAME


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def read_only(checkout: Path, tmp_path: Path) -> Iterator[Path]:
    """The sources in folders that nobody but root may write to."""
    copy = tmp_path / "read-only"
    shutil.copytree(checkout, copy)
    folders = [copy, *(path for path in copy.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield copy
    for folder in folders:
        folder.chmod(0o755)


@pytest.fixture
def without_fts5(checkout: Path, tmp_path: Path) -> Path:
    """The sources, asking for a module that no SQLite has in place of FTS5."""
    copy = tmp_path / "without-fts5"
    shutil.copytree(checkout, copy)
    for name in ("hatch_build.py", PACKAGE / "store" / "search.sql"):
        text = (copy / name).read_text("utf-8")
        assert " USING fts5(" in text
        (copy / name).write_text(text.replace(" USING fts5(", " USING fts5_missing("), "utf-8")
    return copy


class Python(Protocol):
    """Runs this Python with the package that is in a folder, whichever is installed."""

    def __call__(self, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
        """Its exit status, and what it wrote on stdout and stderr."""
        ...


@pytest.fixture
def python(clean_env: dict[str, str]) -> Python:
    def running(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", *args],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**clean_env, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(folder)},
            timeout=60,
        )

    return running


def path_of_bundled(python: Python, folder: Path) -> Path:
    """Return where the package in a folder finds the bundled catalogue."""
    done = python(folder, "-c", "from utpartners import bundled; print(bundled.PATH)")
    assert done.stderr == ""
    return Path(done.stdout.rstrip("\n"))


def test_every_folder_of_modules_is_a_package() -> None:
    """No folder of Python files lacks the file that makes it a package."""
    folders = {file.parent for file in (ROOT / PACKAGE).rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []


def test_sdist_has_every_file(sdist: Path) -> None:
    """An sdist has all that is needed to build, to test, to read and to measure."""
    with tarfile.open(sdist) as archive:
        shipped = {name.removeprefix(f"{NAME}/") for name in archive.getnames()}
    folders = {".ci", "benchmarks", "data", "docs", "tests"}
    expected = files(ROOT, *folders, PACKAGE)
    assert {name for name in shipped if Path(name).parts[0] in {*folders, "src"}} == expected
    assert {name for name in shipped if "/" not in name} >= {
        *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "PKG-INFO", "README.md"),
        *("hatch_build.py", "noxfile.py", "pyproject.toml"),
    }


def test_wheel_has_the_package(wheel: Path, checkout: Path) -> None:
    """A wheel has what is under src now, the catalogue in both forms and the man page."""
    with zipfile.ZipFile(wheel) as archive:
        shipped = archive.namelist()
    sources = {name.removeprefix("src/") for name in files(checkout, PACKAGE)}
    bundled = {"utpartners/data/utokyo.toml", "utpartners/data/utokyo.db"}
    manual = {f"{NAME}.data/data/share/man/man1/utpartners.1"}
    assert len(shipped) == len(set(shipped))
    assert {name for name in shipped if ".dist-info/" not in name} == sources | bundled | manual


def test_wheel_says_what_it_is(wheel: Path) -> None:
    """The version is that of the module, and there is a classifier for each Python."""
    about = Parser().parsestr(of_wheel(wheel, ".dist-info/METADATA"))
    language = "Programming Language :: Python :: "
    classifiers = about.get_all("Classifier", [])
    minors = [text.removeprefix(language) for text in classifiers if text.startswith(language)]
    assert (about["Version"], about["License-Expression"]) == (VERSION, "MIT")
    assert about["Requires-Python"] == ">=3.11"
    assert minors == ["3", "3.11", "3.12", "3.13", "3.14"]
    assert "utpartners = utpartners.__main__:start" in of_wheel(wheel, "entry_points.txt")


def test_read_only_sources(read_only: Path, wheel: Path, tmp_path: Path) -> None:
    """Sources that cannot be written to give the same wheel, and nothing is tried in them.

    A file that was made and removed again would change the time of its folder: that shows what is
    tried also to root, who may write everywhere.
    """
    before = {path: path.stat().st_mtime_ns for path in (read_only, *read_only.rglob("*"))}
    again = build(read_only, "wheel", tmp_path / "built")
    after = {path: path.stat().st_mtime_ns for path in (read_only, *read_only.rglob("*"))}
    assert after == before
    assert again.read_bytes() == wheel.read_bytes()


def test_wheel_runs(wheel: Path, python: Python, run: Run, tmp_path: Path) -> None:
    """An installed package reads its database, and answers and searches like this one."""
    folder = unzipped(wheel, tmp_path)
    assert path_of_bundled(python, folder) == folder / "utpartners" / "data" / "utokyo.db"
    for question in (["list", "-f", "csv"], ["search", "quantum", "-f", "csv"]):
        done = python(folder, "-m", "utpartners", *question)
        assert (done.stdout, done.stderr) == (run(*question).stdout, "")


def test_editable_runs(checkout: Path, python: Python, run: Run, tmp_path: Path) -> None:
    """An editable install imports the sources and reads the catalogue that people edit."""
    wheel = build(checkout, "wheel:editable", tmp_path / "built")
    with zipfile.ZipFile(wheel) as archive:
        modules = [name for name in archive.namelist() if name.startswith("utpartners/")]
    assert modules == []
    folder = Path(of_wheel(wheel, ".pth").rstrip("\n"))
    assert folder == checkout / "src"
    assert path_of_bundled(python, folder) == checkout / "data" / "utokyo.toml"
    done = python(folder, "-m", "utpartners", "list", "-f", "csv")
    assert (done.stdout, done.stderr) == (run("list", "-f", "csv").stdout, "")


def test_without_fts5(without_fts5: Path, python: Python, run: Run, tmp_path: Path) -> None:
    """Where SQLite has no full-text search, a wheel has no database, and all but search works."""
    wheel = build(without_fts5, "wheel", tmp_path / "built")
    folder = unzipped(wheel, tmp_path / "installed")
    assert path_of_bundled(python, folder) == folder / "utpartners" / "data" / "utokyo.toml"
    assert os.listdir(folder / "utpartners" / "data") == ["utokyo.toml"]
    answered = python(folder, "-m", "utpartners", "list", "-f", "csv")
    assert (answered.stdout, answered.stderr) == (run("list", "-f", "csv").stdout, "")
    refused = python(folder, "-m", "utpartners", "search", "quantum")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "this Python's SQLite has no full-text search (FTS5)" in refused.stderr


def test_with_an_old_sqlite(checkout: Path, tmp_path: Path) -> None:
    """A SQLite without STRICT tables, which the program refuses, does not keep it from a build."""
    copy = tmp_path / "old-sqlite"
    shutil.copytree(checkout, copy)
    hook = copy / "hatch_build.py"
    text = hook.read_text("utf-8")
    assert ') STRICT"' in text
    hook.write_text(text.replace(') STRICT"', ') NO SUCH OPTION"'), "utf-8")
    with zipfile.ZipFile(build(copy, "wheel", tmp_path / "built")) as archive:
        data = [name for name in archive.namelist() if name.startswith("utpartners/data/")]
    assert data == ["utpartners/data/utokyo.toml"]


class Version(NamedTuple):
    """The beginning of ``sys.version_info``."""

    major: int
    minor: int


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build with a Python that is too old ends with what is needed, and what to type."""
    monkeypatch.setattr(sys, "version_info", Version(3, 10))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or later, .* 3\.10\. .* python3\.11"):
        runpy.run_path(str(ROOT / "hatch_build.py"))
