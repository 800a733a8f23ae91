"""The examples in docstrings are true."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "module", ["utpartners", "utpartners.api", "utpartners.api.data", "utpartners.api.partners"]
)
def test_examples_run_as_printed(module: str) -> None:
    """Each example of the public API gives what its docstring says."""
    result = doctest.testmod(import_module(module))
    assert result.attempted > 0
    assert result.failed == 0
