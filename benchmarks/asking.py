"""Clients that speak HTTP over connections that stay open, in one process that costs little: the load, not the thing
that is measured."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field


@dataclass
class Answer:
    status: int
    location: str
    body: bytes
    seconds: float


@dataclass
class Told:
    """What a run saw: seconds of each confirmation, and what went wrong, in words."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def at(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


class Client:
    """One connection; it is opened again when the other side closed it."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port, self.cookie = port, cookie
        self.fields: dict[str, str] = {}
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, body: str = "") -> Answer:
        started = time.perf_counter()
        if self._writer is None or self._writer.is_closing():
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {self.cookie}", "Accept-Language: fr"]
        fields = {"Content-Type": "application/x-www-form-urlencoded"} | self.fields if method == "POST" else {}
        head += [f"{name}: {value}" for name, value in fields.items()]
        if method == "POST":
            head.append(f"Content-Length: {len(body)}")
        self._writer.write(("\r\n".join(head) + "\r\n\r\n" + body).encode())
        await self._writer.drain()
        assert self._reader is not None
        try:
            return await self._answer(self._reader, started)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.close()
            raise

    async def _answer(self, reader: asyncio.StreamReader, started: float) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status = int(head.split(" ", 2)[1])
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        low = {name.lower(): value for name, value in fields.items()}
        if "content-length" in low:
            text = await reader.readexactly(int(low["content-length"]))
        elif low.get("transfer-encoding") == "chunked":
            text = b""
            while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
                text += (await reader.readexactly(size + 2))[:-2]
            await reader.readuntil(b"\r\n")
        else:
            text = b"" if status in (204, 304) else await reader.read()
        if low.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, low.get("location", ""), text, time.perf_counter() - started)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._writer = None


async def hammer[T](things: Sequence[T], clients: int, act: Callable[[int, T], Awaitable[None]]) -> float:
    """Every thing once, by so many clients that never rest. Seconds for all of them."""
    line = iter(things)

    async def one(number: int) -> None:
        for thing in line:
            await act(number, thing)

    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(clients):
            group.create_task(one(number))
    return time.perf_counter() - started
