from __future__ import annotations

from .reader import read_odt

__all__ = ["read_odt"]
