"""JSON Schema of a catalogue file, with which editors check and complete.

``docs/make_schema.py`` writes it from the model.
"""

from __future__ import annotations

import os

PATH = os.path.join(os.path.dirname(__file__), "catalogue.schema.json")

ID = "urn:utpartners:catalogue"


def text() -> str:
    """Return the schema as JSON."""
    with open(PATH, encoding="utf-8") as file:
        return file.read()
