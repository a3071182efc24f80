"""The registers that speak of places, each with what it says: one module a register."""

from .access import ACCESS
from .digital import DIGITAL
from .schools import SCHOOLS
from .sports import SPORTS

__all__ = ["ACCESS", "DIGITAL", "SCHOOLS", "SPORTS"]
