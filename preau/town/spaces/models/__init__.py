from .space import OpenSpace

__all__ = ["OpenSpace"]
