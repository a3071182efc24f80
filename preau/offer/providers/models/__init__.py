from .association import AssociationRecord
from .delay import CatalogueDelay
from .join import JoinRequest
from .paper import ProviderPaper
from .reminder import PaperReminder

__all__ = ["AssociationRecord", "CatalogueDelay", "JoinRequest", "PaperReminder", "ProviderPaper"]
