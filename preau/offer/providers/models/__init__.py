from .association import AssociationRecord

__all__ = ["AssociationRecord"]
