from .contact import DeskContact
from .receipt import Receipt
from .silence import SilenceRule

__all__ = ["DeskContact", "Receipt", "SilenceRule"]
