from .comment import PlanComment
from .open_point import OpenPoint
from .presence import EditingPresence
from .returned import ReturnedDocument
from .suggestion import Suggestion
from .support import SuggestionSupport

__all__ = ["EditingPresence", "OpenPoint", "PlanComment", "ReturnedDocument", "Suggestion", "SuggestionSupport"]
