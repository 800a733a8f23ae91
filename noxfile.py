"""Runs the tests on every other Python that this machine has, and with the lowest dependencies."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import nox
from packaging.requirements import Requirement

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["tests", "lowest"]

MINORS = range(11, 20)

TESTED = ("excel", "import", "page", "calendar", "parquet", "print", "test")
"""The extras whose packages the tests use."""


def _interpreters() -> list[str]:
    """A path for each release of Python from 3.11 on, other than the one that runs nox."""
    found: dict[str, str] = {}
    for path in _candidates():
        found.setdefault(_version(path), path)
    return [path for version, path in found.items() if version not in ("", sys.version)]


def _candidates() -> list[str]:
    """Every Python that may be there: on the path, the system's own, and those that pyenv keeps."""
    names = [f"python3.{minor}" for minor in MINORS]
    found = [path for name in names if (path := shutil.which(name))]
    found += [f"/usr/bin/{name}" for name in names if Path("/usr/bin", name).exists()]
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=True)
        versions = Path(root.stdout.strip(), "versions")
        found += [str(path) for name in names for path in sorted(versions.glob(f"*/bin/{name}"))]
    return found


def _version(path: str) -> str:
    """What a Python says of itself; empty where it does not start or cannot make environments."""
    command = [path, "-c", "import ensurepip, sys; print(sys.version)"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.removesuffix("\n")


@nox.session(python=_interpreters())
def tests(session: nox.Session) -> None:
    """The tests on another Python."""
    session.install(".[test]")
    session.run("python", "-m", "pytest", "-q", *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests with the lowest version of each dependency that pyproject.toml allows."""
    constraints = Path(session.create_tmp(), "lowest.txt")
    constraints.write_text("\n".join(_lowest()), "utf-8")
    session.install("-c", str(constraints), ".[test]")
    session.run("python", "-m", "pytest", "-q", *session.posargs)


@nox.session
def newest(session: nox.Session) -> None:
    """The tests with the newest version of each dependency, pre-releases included."""
    session.install("--upgrade", "--pre", ".[test]")
    session.run("python", "-m", "pytest", "-q", *session.posargs)


@nox.session
def shuffled(session: nox.Session) -> None:
    """The tests in random order. A failure is repeated by --random-order-seed, as it is printed."""
    # Unlike pytest-randomly it is idle until it is asked, and seeds neither random nor Hypothesis,
    # whose examples are to be the same in each run.
    session.install(".[test]", "pytest-random-order>=1.1.1")
    session.run("python", "-m", "pytest", "-q", "--random-order", *session.posargs)


@nox.session
def mutate(session: nox.Session) -> None:
    """Break the source on purpose: nox -s mutate -- SIZE SEED. Fails if over 10 % go unnoticed."""
    session.install(".[mutation,test]")
    session.run("python", "-m", "tests.mutation", *session.posargs)


def _lowest() -> list[str]:
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    texts = [*project["dependencies"], *(text for extra in TESTED for text in extras[extra])]
    return [
        f"{requirement.name}=={bound.version}"
        for requirement in map(Requirement, texts)
        for bound in requirement.specifier
        if bound.operator == ">="
    ]
