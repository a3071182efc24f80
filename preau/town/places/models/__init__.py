from .site import Site

__all__ = ["Site"]
