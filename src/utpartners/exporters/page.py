"""A whole catalogue as the page that an office puts on its web site. Not read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..page import page, require_fit

if TYPE_CHECKING:
    from ..progress import Progress
    from ..store.store import Store

__all__ = ["require_fit", "write"]


def write(store: Store, path: str, progress: Progress) -> None:
    """The page in the language in use; see :func:`utpartners.page.page` for its errors."""
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(page(store, progress))
