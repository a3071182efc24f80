"""Fifteen action sheets of Clairval's first year, in every state that a sheet can be in."""

from .discovering import SHEETS as DISCOVERING
from .growing import SHEETS as GROWING
from .shapes import Sheet
from .supporting import SHEETS as SUPPORTING
from .welcoming import SHEETS as WELCOMING

SHEETS: tuple[Sheet, ...] = tuple(
    sorted((*DISCOVERING, *WELCOMING, *SUPPORTING, *GROWING), key=lambda sheet: sheet.opened)
)
PLACES = (
    ("Piscine des Bords de Seine", "sport", "2 quai de la Baignade"),
    ("Théâtre du Lavoir", "culture", "5 quai du Lavoir"),
    ("Médiathèque des Quais", "culture", "18 quai des Mariniers"),
    ("Base d’aviron", "sport", "30 chemin de halage"),
)
"""Where actions happen, beside the three sites of the schools: name, kind, address."""
