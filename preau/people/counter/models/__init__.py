from .receipt import Receipt
from .silence import SilenceRule

__all__ = ["Receipt", "SilenceRule"]
