"""The map beside the list."""

from __future__ import annotations

import re

from tests.page.conftest import Read


def test_links(bundled: Read) -> None:
    """Each mark of a partner leads to a record, and says whose it is."""
    links = [found for tag, found in bundled.elements if tag == "a" and "data-p" in found]
    marks = [found for found in links if found.get("aria-label")]
    anchors = {anchor for found in marks for anchor in found["data-p"].split()}
    assert len(anchors) == 16
    assert any("Karolinska Institutet" in found["aria-label"] for found in marks)


def test_looks_are_of_the_style(bundled: Read) -> None:
    """The picture has no colours of its own, so that it follows the theme."""
    (picture,) = re.findall(r'<div class="picture">(.*?)</div>', bundled.html, re.DOTALL)
    assert "#" not in re.sub(r'(href="#[^"]*"|&#[0-9]+;)', "", picture)
    assert "font-size" not in picture


def test_told_to_who_cannot_see(bundled: Read) -> None:
    """The picture has a description with the countries."""
    assert bundled.has("A map of the world with 27 partner institutions in Australia,")
