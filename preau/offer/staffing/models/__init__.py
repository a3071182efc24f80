from .ratio import RatioRule

__all__ = ["RatioRule"]
