"""Maps: outlines and numbered points, drawn by the server, moved by the browser. Nouns: Map, Box, Outline, Line, Point.

``templates/components/map.html`` shows a ``Map``: an SVG without JavaScript, Leaflet with it, and the same as a list.
"""

from .shapes import Box, Legend, Line, Outline, Point
from .whole import Map

__all__ = ["Box", "Legend", "Line", "Map", "Outline", "Point"]
