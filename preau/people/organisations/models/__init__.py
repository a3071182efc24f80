from .commune import Commune
from .organisation import Organisation

__all__ = ["Commune", "Organisation"]
