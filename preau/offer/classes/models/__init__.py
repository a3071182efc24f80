from .group import ClassGroup

__all__ = ["ClassGroup"]
