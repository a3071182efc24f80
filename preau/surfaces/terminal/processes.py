"""Several processes that serve the same port: one more for each core, as a thread waits for the others to be done.

The parent serves nobody. It looks after its children: one that dies is followed by another; told to stop, it stops
them; and if it is killed itself, they leave too, so that the port is free.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

PATIENCE = 60.0
"""Seconds in which a child finishes what it has begun, once it was told to stop."""
BREATH = 1.0
"""Seconds before a child that did not live longer than that is followed by another."""


def look_after(works: Sequence[Callable[[], None]]) -> None:
    """Runs each work in a process of its own until KeyboardInterrupt. A work ends when it is sent SIGTERM.

    Call it before any thread was started and any connection opened: they do not survive the birth of a process.
    """
    alive = _Family()
    try:
        for work in works:
            alive.bear(work)
        while True:
            alive.follow()
    except KeyboardInterrupt:
        pass
    finally:
        alive.stop()


class _Family:
    def __init__(self) -> None:
        self.children: dict[int, tuple[Callable[[], None], float]] = {}
        self._hears, self._holds = os.pipe()

    def bear(self, work: Callable[[], None]) -> None:
        pid = os.fork()
        if pid == 0:
            self._live(work)
        self.children[pid] = (work, time.monotonic())

    def follow(self) -> None:
        """Waits for a child to die, and gives its work to another."""
        pid, _status = os.wait()
        if pid not in self.children:
            return
        work, born = self.children.pop(pid)
        if time.monotonic() - born < BREATH:
            time.sleep(BREATH)
        self.bear(work)

    def stop(self) -> None:
        for pid in self.children:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while self.children and time.monotonic() < until:
            with suppress(ChildProcessError):
                pid, _status = os.waitpid(-1, os.WNOHANG)
                self.children.pop(pid, None)
            time.sleep(0.02)
        for pid in self.children:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _live(self, work: Callable[[], None]) -> NoReturn:
        code = 1
        try:
            os.close(self._holds)  # in the parent's hand alone: it closes when the parent is no more
            threading.Thread(target=self._leave_with_parent, name="parent", daemon=True).start()
            work()
            code = 0
        except KeyboardInterrupt:
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _leave_with_parent(self) -> None:
        os.read(self._hears, 1)
        os._exit(1)
