from .answer import AccessAnswer
from .opening import OpeningChange, OpeningHours
from .photo import SitePhoto
from .record import PlaceRecord
from .site import Site

__all__ = ["AccessAnswer", "OpeningChange", "OpeningHours", "PlaceRecord", "Site", "SitePhoto"]
