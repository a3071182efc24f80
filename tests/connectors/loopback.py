"""A server on loopback for as long as a test needs one: what plays the part of an outside system answers through it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

type Sent = tuple[int, dict[str, str], bytes]
"""Status, headers, body."""
type Answering = Callable[[BaseHTTPRequestHandler, bytes], Sent]
"""From what was asked, and its body (empty for GET)."""


@contextmanager
def loopback(answer: Answering) -> Iterator[str]:
    """Gives the address of the server; it is gone when the test is over."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _answer(self, asked: bytes) -> None:
            status, headers, body = answer(self, asked)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
