"""Writes the JSON Schema of a catalogue file from the model and its docstrings.

Run it as ``python docs/make_schema.py`` with utpartners installed. With ``--check`` it writes
nothing, and its exit status is 1 where the file is not what it would write.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from utpartners import field_types, model
from utpartners.formats import json_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def generated() -> str:
    """The schema as JSON."""
    whole = msgspec.json.schema(model.Catalogue)
    described = _described(_tomlish(whole))
    head = {"$schema": DIALECT, "$id": json_schema.ID, "title": "Catalogue of partnerships"}
    return json.dumps({**head, **described}, ensure_ascii=False, indent=2) + "\n"


def _tomlish(node: Any) -> Any:
    """A schema without what TOML has not (null), and with patterns as ECMAScript writes them.

    Defaults that say nothing (empty, false) go, too: an editor would write them out.
    """
    if isinstance(node, list):
        return [_tomlish(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    found = {key: _tomlish(value) for key, value in node.items()}
    if not found.get("default"):
        found.pop("default", None)
    if "pattern" in found:
        found["pattern"] = found["pattern"].replace("\\Z", "$")
    if "anyOf" in found:
        (some,) = (inner for inner in found.pop("anyOf") if inner != {"type": "null"})
        found = {**some, **found}
    return found


def _described(whole: dict[str, Any]) -> dict[str, Any]:
    """A schema in which every record and key says what its docstring says."""
    for name, record in whole["$defs"].items():
        docs = _attribute_docs(getattr(model, name))
        fields = {f.encode_name: f.name for f in msgspec.structs.fields(getattr(model, name))}
        record["description"] = _markdown(inspect.cleandoc(record["description"]))
        for key, value in record["properties"].items():
            said = [docs.get(fields[key], ""), _sentence(value.get("description", ""))]
            if text := " ".join(filter(None, said)):
                value["description"] = _markdown(text)
            if isinstance(value.get("additionalProperties"), dict):
                # The languages of texts; msgspec describes keys only since version 0.22.
                names = _tomlish(msgspec.json.schema(field_types.Text))
                value.setdefault("propertyNames", {k: names[k] for k in names if k != "type"})
    return whole


def _attribute_docs(record: type) -> dict[str, str]:
    """What stands as a docstring below each field of a record."""
    (definition,) = ast.parse(inspect.getsource(record)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    found = {}
    for field, after in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match after:
                case ast.Expr(ast.Constant(str(text))):
                    found[field.target.id] = " ".join(text.split())
    return found


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _markdown(text: str) -> str:
    return text.replace("``", "`")


def main() -> int:
    """Write the file; with ``--check``, only say whether it is as the model is."""
    path = Path(json_schema.PATH)
    if "--check" not in sys.argv[1:]:
        path.write_text(generated(), encoding="utf-8", newline="\n")
    elif not path.exists() or json.loads(path.read_text("utf-8")) != json.loads(generated()):
        print(f"{path.name} is not as the model is: run {sys.argv[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
