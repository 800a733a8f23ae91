"""``utpartners people``"""

import typer

from ..session import current_session


def run(context: typer.Context) -> None:
    """People are internal: the page and other public outputs do not show them.

    utpartners people, utpartners people --json
    """
    session = current_session(context)
    session.write_answer(session.catalogue().people())
