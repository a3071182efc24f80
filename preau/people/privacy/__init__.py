"""Privacy: what each stored field is for, who reads it, how long it is kept, how it is erased."""

from .families import FamilyRows, removed, stays
from .register import FieldClass, Sensitivity, each, personal, plain

__all__ = ["FamilyRows", "FieldClass", "Sensitivity", "each", "personal", "plain", "removed", "stays"]
