"""Fifteen action sheets of Clairval's first year, in every state that a sheet can be in."""

from .discovering import SHEETS as DISCOVERING
from .growing import SHEETS as GROWING
from .shapes import Sheet
from .supporting import SHEETS as SUPPORTING
from .welcoming import SHEETS as WELCOMING

SHEETS: tuple[Sheet, ...] = tuple(
    sorted((*DISCOVERING, *WELCOMING, *SUPPORTING, *GROWING), key=lambda sheet: sheet.opened)
)
