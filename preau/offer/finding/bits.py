"""Sets of entries as whole numbers: bit *n* says whether entry *n* is in. Python's integers do the work in C."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

_FULL = re.compile(rb"[^\0]")
_FEW = 64
"""Members under which looking for them one by one is faster than spreading all the bits out."""
_IN_BYTE = [[bit for bit in range(8) if value >> bit & 1] for value in range(256)]


def bits_of(numbers: Iterable[int]) -> int:
    """The set of these numbers. Linear, however many there are."""
    wanted = numbers if isinstance(numbers, list) else list(numbers)
    if not wanted:
        return 0
    room = bytearray(max(wanted) // 8 + 1)
    for number in wanted:
        room[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(room, "little")


def numbers_in(bits: int) -> list[int]:
    """The members of the set, in order. Empty stretches cost next to nothing, nor do full ones."""
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    if bits.bit_count() > _FEW:
        numbers: list[int] = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little").nonzero()[0].tolist()
        return numbers
    return [byte.start() * 8 + bit for byte in _FULL.finditer(data) for bit in _IN_BYTE[data[byte.start()]]]


def union(sets: Iterable[int]) -> int:
    whole = 0
    for each in sets:
        whole |= each
    return whole
