"""``utpartners people``"""

import typer

from ..session import current_session

DETAILS = "People are internal: the page and other public outputs do not show them."

EXAMPLES = (
    ("utpartners people", "everybody who is responsible"),
    ("utpartners people --json", "the same for another program"),
    ("utpartners people -o people.xlsx", "an Excel file"),
)


def run(context: typer.Context) -> None:
    """Print who is responsible for what."""
    session = current_session(context)
    session.write_answer(session.catalogue().people())
