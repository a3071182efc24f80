"""Privacy: what each stored field is for, who reads it, how long it is kept, how it is erased."""

from .register import FieldClass, Sensitivity, each, personal, plain

__all__ = ["FieldClass", "Sensitivity", "each", "personal", "plain"]
