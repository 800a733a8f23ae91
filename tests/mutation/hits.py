"""Which tests run which functions, so that a mutant is tried on those that can notice it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from mutmut.core import MutmutCallStack
from mutmut.state import state

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

NOTING = "stats"
"""The name of a mutant with which every function notes that it is called."""


class Hits:
    """A plugin of pytest that writes the tests of each function to a file, the shortest first.

    What a fixture runs for several tests may be noticed by any of them: such a function is left
    out, as is what only another process runs.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tests: dict[str, list[str]] = defaultdict(list)
        self._shared: set[str] = set()
        self._seconds: dict[str, float] = {}
        # The stack of calls serves other reports of mutmut's, and raises LookupError here.
        MutmutCallStack.set = lambda _: None  # type: ignore[method-assign,assignment,return-value]
        MutmutCallStack.reset = lambda _: None  # type: ignore[method-assign,assignment]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None]:
        before = set(state()._stats)
        state()._stats.clear()
        result = yield
        if fixturedef.scope != "function":
            self._shared |= state()._stats
        state()._stats.update(before)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None]:
        result = yield
        for function in state()._stats:
            self._tests[function].append(item.nodeid)
        state()._stats.clear()
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration

    def pytest_sessionfinish(self) -> None:
        found = {
            function: sorted(tests, key=self._seconds.__getitem__)
            for function, tests in self._tests.items()
            if function not in self._shared
        }
        self._path.write_text(json.dumps(found), "utf-8")
