"""How much of a file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are bytes. The defaults take a 400-page report with 50 MB of pictures, which are never opened."""

    package: int = 60_000_000  # .docx, .odt, .doc as received
    text: int = 20_000_000  # plain text as received
    entries: int = 5_000  # files inside the package
    part: int = 40_000_000  # one XML part, unpacked
    parts: int = 80_000_000  # all XML parts that are read, unpacked
    ratio: int = 500  # unpacked over packed, beyond ``ratio_floor``: text seldom passes 60, a bomb is near 1000
    ratio_floor: int = 2_000_000
    nodes: int = 2_000_000  # tags of one XML part
    cells: int = 200_000  # cells of all tables, repetitions counted
    office_seconds: float = 90.0  # patience with LibreOffice
