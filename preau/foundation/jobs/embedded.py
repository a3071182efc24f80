"""Runs the background workers in threads of this process, next to the web server."""

from __future__ import annotations

import logging
import threading

from dj_queue.runtime.supervisor import AsyncSupervisor

logger = logging.getLogger(__name__)


class EmbeddedWorker:
    """``start()`` before serving, ``stop()`` after: claimed jobs are finished, the rest stays in the queue."""

    def __init__(self) -> None:
        self._supervisor = AsyncSupervisor.from_backend_config(backend_alias="default", standalone=False)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._poll, name="jobs", daemon=True)

    def start(self) -> None:
        self._supervisor.start()
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._supervisor.stop()
        self._thread.join(timeout=10)

    def _poll(self) -> None:
        while not self._stopping.wait(self._supervisor.polling_interval):
            try:
                self._supervisor.poll_once()
            except Exception:  # the web goes on; the next turn tries again
                logger.exception("the background worker stumbled")
