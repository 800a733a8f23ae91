"""The JSON Schema of a catalogue file, read by a validator that is not ours."""

from __future__ import annotations

import json
from copy import deepcopy
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import tomli
from jsonschema import Draft202012Validator

from utpartners import bundled, model
from utpartners.checks.shape import shape_problems
from utpartners.formats import json_schema
from utpartners.formats.template import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def make_schema() -> Any:
    """The script that writes the schema."""
    spec = spec_from_file_location("make_schema", DOCS / "make_schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    parsed = json.loads(json_schema.text())
    Draft202012Validator.check_schema(parsed)
    return Draft202012Validator(parsed)


@pytest.fixture
def document() -> dict[str, Any]:
    with open(bundled.TOML, "rb") as file:
        return tomli.load(file)


def test_it_is_that_of_the_model(make_schema: Any) -> None:
    """The file in the package says what docs/make_schema.py writes now.

    Compared as JSON, because versions of msgspec give the keys in different orders.
    """
    assert json.loads(json_schema.text()) == json.loads(make_schema.generated())


def test_the_command_prints_it(run: Run) -> None:
    """check --schema prints it, and asks for no file."""
    done = run("check", "--schema")
    assert (done.returncode, done.stdout, done.stderr) == (0, json_schema.text(), "")


def test_the_command_writes_it(run: Run, tmp_path: Path) -> None:
    """-o writes it to a file."""
    path = tmp_path / "catalogue.schema.json"
    assert run("check", "--schema", "-o", str(path)).returncode == 0
    assert path.read_text("utf-8") == json_schema.text()


def test_right_catalogues(validator: Draft202012Validator, document: dict[str, Any]) -> None:
    """The bundled catalogue and that of init are valid."""
    assert list(validator.iter_errors(document)) == []
    assert list(validator.iter_errors(tomli.loads(template()))) == []


def changed(document: dict[str, Any], change: Callable[[Any], object]) -> dict[str, Any]:
    document = deepcopy(document)
    change(document)
    return document


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("catalogue"),
        lambda d: d.update(partnerships=[]),
        lambda d: d.update(partnership={}),
        lambda d: d["catalogue"].pop("home"),
        lambda d: d["catalogue"].update(title=""),
        lambda d: d["catalogue"].update(home="a b"),
        lambda d: d["phase"][0].update(first=14),
        lambda d: d["phase"][0].update(number=-1),
        lambda d: d["country"][0].update(code="jp"),
        lambda d: d["country"][0].update(code="JPN"),
        lambda d: d["institution"][0].update(latitude=91),
        lambda d: d["institution"][0].update(placement="garden"),
        lambda d: d["institution"][0].update(names={"ja": ""}),
        lambda d: d["institution"][0].update(names=["x"]),
        lambda d: d["department"][0].update(colour="red"),
        lambda d: d["partnership"][0].update(members=[]),
        lambda d: d["partnership"][0].update(members="anu"),
        lambda d: d["partnership"][0].update(since=2015),
        lambda d: d["partnership"][0]["activity"][0].update(participants="many"),
        lambda d: d["partnership"][0]["activity"][0].update(planned="yes"),
        lambda d: d["partnership"][0]["activity"][0].update(format="zoom"),
        lambda d: d["partnership"][0].update(agreement=[{"signed": "2015"}]),
    ],
)
def test_broken_catalogues(
    validator: Draft202012Validator, document: dict[str, Any], change: Callable[[Any], object]
) -> None:
    """What has not the shape of a catalogue is invalid, and to check as well."""
    for key in ("partnership", "institution", "department"):
        document[key] = document[key][:2]  # as good as all of them, and sooner read
    broken = changed(document, change)
    assert list(validator.iter_errors(broken))
    assert list(shape_problems(broken))


def test_every_key_is_described() -> None:
    """Every record says what it is, and every key that has a docstring or a form says that."""
    definitions = json.loads(json_schema.text())["$defs"]
    records = {
        name
        for name, record in vars(model).items()
        if isinstance(record, type) and issubclass(record, model.Record)
    } - {"Record"}
    assert set(definitions) == records
    for name, definition in definitions.items():
        assert definition["description"]
        assert definition["additionalProperties"] is False
        keys = {f.encode_name for f in msgspec.structs.fields(getattr(model, name))}
        assert set(definition["properties"]) == keys
    members = definitions["Partnership"]["properties"]["members"]
    assert members["description"].startswith("Ids of the partner institutions;")


def test_it_is_for_editors() -> None:
    """Nothing is null, which TOML has not, and no pattern is of Python's own kind."""
    text = json_schema.text()
    assert '"null"' not in text
    assert "\\\\Z" not in text
    assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_check_says_what_is_stale(
    make_schema: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """--check writes nothing and fails for a file that is missing or differs."""
    monkeypatch.setattr(json_schema, "PATH", str(tmp_path / "s.json"))
    monkeypatch.setattr("sys.argv", ["make_schema.py", "--check"])
    assert make_schema.main() == 1
    assert capsys.readouterr().err == "s.json is not as the model is: run make_schema.py\n"
    monkeypatch.setattr("sys.argv", ["make_schema.py"])
    assert make_schema.main() == 0
    monkeypatch.setattr("sys.argv", ["make_schema.py", "--check"])
    assert make_schema.main() == 0
