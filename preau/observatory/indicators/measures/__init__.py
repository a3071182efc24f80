"""The measures of the house, gathered: {code of the library: measure}."""

from __future__ import annotations

from . import fairness, offered, participation, together
from .registry import MEASURES, Asked, Measure, Of, Outside, Shape

__all__ = ["MEASURES", "Asked", "Measure", "Of", "Outside", "Shape", "fairness", "offered", "participation", "together"]
