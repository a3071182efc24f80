from .rule import PriceRule

__all__ = ["PriceRule"]
