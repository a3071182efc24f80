"""Charts: one description, the same drawing in a page, in Word and in a PDF, always with its table. Pure.

Nouns: Chart, Series, Point, Target. ``templates/components/chart.html`` shows a ``Chart``; ``paper_svg`` and
``picture`` draw it for documents.
"""

from .model import Chart, Kind, Point, Series, Standing, Target
from .several import multiples

__all__ = ["Chart", "Kind", "Point", "Series", "Standing", "Target", "multiples"]
