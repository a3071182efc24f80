from .snapshot import FactsSnapshot

__all__ = ["FactsSnapshot"]
