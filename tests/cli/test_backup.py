"""``export --force`` over a file that people have written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.formats.template import template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_comments_are_kept(run: Run, tmp_path: Path) -> None:
    """A file with comments is kept as .bak, which stderr says; one without is replaced."""
    path = tmp_path / "c.toml"
    path.write_text(template(), "utf-8")
    export = ("export", "--data", "c.toml", "-o", "c.toml", "--force")
    done = run(*export, cwd=tmp_path)
    assert done.returncode == 0
    note = "c.toml had comments, which are not written; the old file is c.toml.bak\n"
    assert done.stderr == note
    assert (tmp_path / "c.toml.bak").read_text("utf-8") == template()
    assert path.read_text("utf-8").count("#") == 0
    assert run(*export, cwd=tmp_path).stderr == ""
    assert (tmp_path / "c.toml.bak").read_text("utf-8") == template()


@pytest.mark.parametrize("old", ['a = "# no comment"\n', "a = '''\n# no comment'''\n", "\xff"])
def test_nothing_to_keep(run: Run, tmp_path: Path, old: str) -> None:
    """A number sign within a text is no comment, and a file that is no text has none."""
    (tmp_path / "c.toml").write_text(old, "latin-1")
    done = run("export", "-o", "c.toml", "--force", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "c.toml.bak").exists()
