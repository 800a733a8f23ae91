"""The floor: the smallest program with the same Typer and Rich that prints a table of 16 rows."""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def main() -> None:
    table = Table("Partnership", "Status")
    for number in range(16):
        table.add_row(f"Partnership {number}", "primary")
    Console().print(table)


app()
