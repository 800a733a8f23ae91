"""Catalogues in many threads: opened at once, asked and dropped where they were not opened."""

from __future__ import annotations

import subprocess
import sys

MANY = """
import gc, queue, sys, threading
import utpartners

THREADS = 6
sys.setswitchinterval(1e-6)
opened = queue.Queue()
together = threading.Barrier(THREADS)
answers, faults = [], []

def work():
    together.wait()
    for _ in range(2):
        catalogue = utpartners.open_catalogue()
        rows = iter(catalogue.list())
        opened.put((catalogue, rows, next(rows)))
        del catalogue, rows
        other, unread, first = opened.get()
        answers.append((len([first, *unread]), other.show("ANU").record()["id"]))
        opened.put((other, iter(other.search("quantum")), None))
        del other, unread
        opened.get()
        gc.collect()

def watched():
    try:
        work()
    except BaseException as error:
        faults.append(repr(error))
        together.abort()

threads = [threading.Thread(target=watched) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(answers), set(answers), faults)
"""


def test_many_threads() -> None:
    """Threads that open catalogues at once, and ask and drop those of others, hear nothing of it.

    They begin together, before anything has been read: msgspec, which works out the types of the
    records when they are first needed, crashes the interpreter where two threads make it do so.
    """
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", MANY]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=300)
    expected = "12 {(16, 'anu')} []\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")
