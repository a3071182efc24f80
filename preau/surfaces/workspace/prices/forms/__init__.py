"""What people type of a price, checked before the domain hears of it."""

from .sheet import PriceSheet

__all__ = ["PriceSheet"]
