from .association import AssociationRecord
from .delay import CatalogueDelay
from .join import JoinRequest
from .paper import ProviderPaper
from .reminder import EntryReminder, PaperReminder

__all__ = ["AssociationRecord", "CatalogueDelay", "EntryReminder", "JoinRequest", "PaperReminder", "ProviderPaper"]
