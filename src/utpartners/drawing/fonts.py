"""The fonts of a picture: which are preferred, and whether they have all its characters."""

from __future__ import annotations

STACK = (
    "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', 'Noto Sans CJK JP', sans-serif"
)
