from .comment import PlanComment
from .open_point import OpenPoint
from .returned import ReturnedDocument
from .suggestion import Suggestion
from .support import SuggestionSupport

__all__ = ["OpenPoint", "PlanComment", "ReturnedDocument", "Suggestion", "SuggestionSupport"]
