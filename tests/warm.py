"""The program in processes that are forked from one that has imported everything already.

Each run is a process of its own, with its own environment, folder and streams, as a user's is. Only
what is the same in each is made once: the imports, which are most of a short run, the names of
countries and months from CLDR, and the code of the templates of the page. What depends on how the
interpreter itself starts, and everything with ``--cold``, runs in a process that is started afresh.
"""

from __future__ import annotations

import array
import json
import os
import pkgutil
import selectors
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLD = ("PYTHON", "LC_", "TZ", "COVERAGE")
"""Beginnings of environment variables that act when an interpreter starts."""


def can_fork() -> bool:
    """Return whether this system has what a warm process needs."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


class Warm:
    """A process that has imported the program, and forks at each request."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, __file__, str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
        self._reply = self._ours.makefile("r")

    def start(
        self, args: Sequence[str], env: Mapping[str, str], cwd: str, streams: Sequence[int]
    ) -> int:
        """Run the program with three descriptors as its streams; return the number of its process.

        :meth:`wait` has to follow before the next start.
        """
        request = json.dumps({"args": list(args), "env": dict(env), "cwd": cwd}) + "\n"
        socket.send_fds(self._ours, [b"\n"], list(streams))
        self._ours.sendall(request.encode("utf-8", "surrogateescape"))
        return int(self._reply.readline())

    def wait(self) -> int:
        """Return the exit status of the program that was started; that of a signal is negative."""
        return int(self._reply.readline())

    def run(
        self, args: Sequence[str], env: Mapping[str, str], cwd: str, timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the program with nothing on stdin, and with pipes as stdout and stderr."""
        out, err = os.pipe(), os.pipe()
        with open(os.devnull, "rb") as nothing:
            pid = self.start(args, env, cwd, (nothing.fileno(), out[1], err[1]))
        os.close(out[1])
        os.close(err[1])
        stop = threading.Timer(timeout, os.kill, (pid, signal.SIGKILL))
        stop.start()
        contents = _contents(out[0], err[0])
        status = self.wait()
        stop.cancel()
        return subprocess.CompletedProcess(["utpartners", *args], status, *contents)

    def close(self) -> None:
        """End the process."""
        self._reply.close()
        self._ours.close()
        self._process.wait()


def _contents(*pipes: int) -> list[bytes]:
    """Read pipes until both are closed at the other side."""
    read: dict[int, list[bytes]] = {pipe: [] for pipe in pipes}
    with selectors.DefaultSelector() as selector:
        for pipe in pipes:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                if piece := os.read(key.fd, 1 << 16):
                    read[key.fd].append(piece)
                else:
                    selector.unregister(key.fd)
                    os.close(key.fd)
    return [b"".join(pieces) for pieces in read.values()]


def is_cold(env: Mapping[str, str], usual: Mapping[str, str]) -> bool:
    """Return whether an environment differs from the usual in what acts when Python starts."""
    names = {*env, *usual}
    return any(env.get(name) != usual.get(name) for name in names if name.startswith(COLD))


def _serve(descriptor: int) -> None:
    """Fork for each request that comes, until the other side closes."""
    import_everything()
    make_tables()
    with socket.socket(fileno=descriptor) as ours, ours.makefile("rb") as requests:
        while True:
            # The byte that carries the descriptors is read apart, so that nothing buffers past it.
            _, ancillary, _, _ = ours.recvmsg(1, socket.CMSG_SPACE(3 * array.array("i").itemsize))
            if not ancillary:
                return
            streams = array.array("i")
            streams.frombytes(ancillary[0][2])
            request = json.loads(requests.readline().decode("utf-8", "surrogateescape"))
            if not (pid := os.fork()):
                _become(request, list(streams))
            for stream in streams:
                os.close(stream)
            ours.sendall(f"{pid}\n".encode())
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            ours.sendall(f"{status}\n".encode())


LAZILY = ("babel.core", "openpyxl", "rapidfuzz.distance", "rapidfuzz.process", "tomli_w")
"""Packages that the program imports where it needs them, of those that many runs need."""


def import_everything() -> None:
    """Import each module of the program that this environment has what it needs for."""
    import utpartners

    # With numpy, which openpyxl takes if it is there, each fork takes half as long again.
    sys.modules["numpy"] = None  # type: ignore[assignment] # the way to hide a module
    modules = pkgutil.walk_packages(utpartners.__path__, "utpartners.")
    names = [module.name for module in modules if not module.name.endswith("__main__")]
    for name in (*names, *LAZILY):
        with suppress(ImportError):
            import_module(name)
    del sys.modules["numpy"]


def make_tables() -> None:
    """Make what every run makes alike, each as far as its package is there."""
    from utpartners.errors import UtpartnersError
    from utpartners.geography import country_code_in_any_language
    from utpartners.importing.countries import names, regions
    from utpartners.importing.date_forms import find_dates

    with suppress(ImportError, UtpartnersError):
        country_code_in_any_language("")
        names()
        regions()
        find_dates("2019")
    with suppress(ImportError):
        from utpartners.page import rendered

        environment = rendered._environment(str)
        for template in environment.list_templates():
            environment.get_template(template)


def _become(request: dict[str, Any], streams: list[int]) -> NoReturn:
    """Be the program with the arguments, environment, folder and streams of a request."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, max(streams) + 1)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    # As the interpreter opens them.
    sys.stdin = os.fdopen(0, "r", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = os.fdopen(
        2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False
    )
    sys.argv = ["utpartners", *request["args"]]
    from utpartners.__main__ import start

    start()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
