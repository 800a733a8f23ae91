"""Data dumps of ROR with organisations that do not exist, in schema 2."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PLACES = {
    "Seestadt": ("AT", "Austria", 48.2, 16.5),
    "Kita": ("JP", "Japan", 43.06, 141.35),
    "Northfield": ("CA", "Canada", 45.5, -73.6),
    "Southport": ("US", "United States", 44.5, -73.2),
    "Lakeview": ("US", "United States", 40.1, -88.2),
}
"""The cities of the organisations, with their countries."""


def id_of(number: int) -> str:
    """The ROR id of an organisation by its number, with the right check digits."""
    # ISO/IEC 7064 (MOD 97-10), over the characters as a number in base 32.
    value = 0
    for digit in f"{number:06d}":
        value = value * 32 + int(digit)
    return f"https://ror.org/0{number:06d}{98 - value * 100 % 97:02d}"


def organisation(number: int, name: str, city: str, **more: Any) -> dict[str, Any]:
    """A record of schema 2; ``labels`` are by language, ``relations`` triples."""
    code, country, latitude, longitude = PLACES[city]
    names: list[dict[str, Any]] = [{"value": name, "types": ["ror_display", "label"], "lang": "en"}]
    names += [
        {"value": text, "types": ["label"], "lang": language}
        for language, text in more.get("labels", {}).items()
    ]
    for kind in ("alias", "acronym"):
        names += [{"value": t, "types": [kind], "lang": None} for t in more.get(kind, ())]
    details = {
        "country_code": code, "country_name": country, "name": city, "lat": latitude,
        "lng": longitude,
    }  # fmt: skip
    return {
        "id": id_of(number),
        "names": names,
        "status": more.get("status", "active"),
        "types": more.get("types", ["education"]),
        "established": None,
        "locations": [{"geonames_id": number, "geonames_details": details}],
        "links": [{"type": "website", "value": site} for site in more.get("websites", ())],
        "relationships": [
            {"type": kind, "id": id_of(other), "label": label}
            for kind, other, label in more.get("relations", ())
        ],
        "external_ids": [],
    }


ORGANISATIONS = (
    organisation(
        1,
        "University of Seestadt",
        "Seestadt",
        labels={"de": "Universität Seestadt", "ja": "ゼーシュタット大学"},
        alias=["Seestadt Academy"],
        acronym=["USE"],
        websites=["https://www.seestadt.example"],
    ),
    organisation(
        2, "Technical University of Seestadt", "Seestadt",
        labels={"de": "Technische Universität Seestadt"}, acronym=["SEETECH"],
    ),
    organisation(3, "Kita University", "Kita", labels={"ja": "北大学"}, acronym=["KU"]),
    organisation(4, "Northfield University", "Northfield", acronym=["NU"]),
    organisation(5, "Trinity College", "Southport"),
    organisation(6, "Trinity College", "Lakeview"),
    organisation(
        7, "Old College of Northfield", "Northfield", status="inactive",
        relations=[("successor", 4, "Northfield University")],
    ),
    organisation(8, "Withdrawn College", "Northfield", status="withdrawn"),
    organisation(
        9, "School of Music", "Northfield",
        relations=[("parent", 4, "Northfield University")],
    ),
    organisation(11, "School of Fine Arts", "Northfield"),
    organisation(12, "Universität Grünwald", "Seestadt"),
    organisation(13, "St. Anne's College", "Southport"),
    organisation(14, "Saint Anne's College", "Lakeview"),
    organisation(15, "Lakeview State Transport University", "Lakeview"),
    organisation(16, "University of Northmark", "Southport"),
    organisation(17, "University of Southport Northmark", "Southport"),
    organisation(18, "Ekstads universitet", "Seestadt"),
    organisation(10, "Lakeview Institute of Technology", "Lakeview", acronym=["LIT"]),
)  # fmt: skip


def write_dump(path: Path, records: Iterable[Any] = ORGANISATIONS) -> Path:
    """Write a dump: a zip file or JSON, by the suffix of its path."""
    text = json.dumps(list(records), ensure_ascii=False)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("v2-ror-data.json", text)
    else:
        path.write_text(text, encoding="utf-8")
    return path
