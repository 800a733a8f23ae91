"""``utpartners init``"""

import os
import shlex
from typing import Annotated

import typer

from ...errors import UtpartnersError
from ..output import print_notes, write_pieces


def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to create.")],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Title of the catalogue.")
    ] = None,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="NAME", help="The university whose partnerships it lists."),
    ] = None,
) -> None:
    """The file contains an example of every kind of record, with comments, to replace with yours.

    An existing file is never overwritten, even with --force.

    utpartners init catalogue.toml --home 'Kita University'
    """
    from ...formats.template import template

    text = template(title, home)
    if os.path.lexists(file):
        raise UtpartnersError(
            f"{file} exists already",
            "init never replaces a file, not even with --force: give another name.",
        )
    write_pieces([text], file)
    if file != "-":
        name = shlex.quote(file)
        print_notes(
            [
                f"{file} is made. Replace its examples, then:",
                f"  utpartners check {name}",
                f"  utpartners list --data {name}",
                "For an editor that knows the keys (Taplo, Even Better TOML), beside it:",
                "  utpartners check --schema -o catalogue.schema.json",
            ]
        )
