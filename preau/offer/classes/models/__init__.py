from .group import ClassGroup
from .offer import ClassOffer
from .record import GroupRecord
from .wish import ClassWish, ClassWishStep

__all__ = ["ClassGroup", "ClassOffer", "ClassWish", "ClassWishStep", "GroupRecord"]
