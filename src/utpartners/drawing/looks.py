"""What the elements of a picture look like: the attributes of each class, and sizes of letters."""

from __future__ import annotations

from .marks import GREY

SMALL, TEXT, HEADING = 6.5, 7.5, 11.0
"""Font sizes."""
HALF_CAPITAL = 0.36
"""Half the height of a capital letter, as a share of the font size."""

INK, LINE, SHADE, LAND, SEA = "#1a1a1a", "#c9c9c9", "#f2f2f2", "#dcdcdc", "#f7f9fb"

LOOKS: dict[str, dict[str, str]] = {
    "title": {"font-size": str(HEADING), "font-weight": "bold"},
    "title-2": {"font-size": "8", "font-weight": "bold"},
    "title-3": {"font-size": str(SMALL), "font-weight": "bold"},
    "label": {"font-size": str(TEXT)},
    "halo": {
        "font-size": str(TEXT), "stroke": "#ffffff", "stroke-width": "2", "paint-order": "stroke",
        "stroke-linejoin": "round",
    },
    "halo-small": {
        "font-size": str(SMALL), "stroke": "#ffffff", "stroke-width": "2.4",
        "paint-order": "stroke", "stroke-linejoin": "round",
    },
    "strong": {"font-size": str(TEXT), "font-weight": "bold"},
    "small": {"font-size": str(SMALL)},
    "faint": {"font-size": str(SMALL), "fill": GREY},
    "line": {"fill": "none", "stroke": LINE, "stroke-width": "0.5"},
    "time": {"fill": "none", "stroke-width": "1.2"},
    "edge": {"fill": "none", "stroke": GREY, "stroke-width": "0.7"},
    "leader": {"fill": "none", "stroke": GREY, "stroke-width": "0.5"},
    "shade": {"fill": SHADE},
    "land": {"fill": LAND, "fill-rule": "evenodd"},
    "sea": {"fill": SEA},
}  # fmt: skip
"""The attributes of each class in a file. A text without its own fill has that of the picture."""

TITLES = ("title", "title-2", "title-3")
"""The looks of a title on one, two and three lines, which take no more than ``TOP`` together."""
