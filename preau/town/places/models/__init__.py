from .record import PlaceRecord
from .site import Site

__all__ = ["PlaceRecord", "Site"]
