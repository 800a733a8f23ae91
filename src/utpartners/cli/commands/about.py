"""``utpartners about``"""

import typer

from ..session import current_session

DETAILS = "The description of the catalogue, the numbers of its records, and its sources."

EXAMPLES = (
    ("utpartners about", "the project on one screen"),
    ("utpartners about --lang ja", "the same in Japanese"),
    ("utpartners about --json", "the same for another program"),
)


def run(context: typer.Context) -> None:
    """Print what the catalogue says of itself."""
    session = current_session(context)
    session.write_answer(session.catalogue().about())
