from .comment import PlanComment
from .open_point import OpenPoint
from .suggestion import Suggestion

__all__ = ["OpenPoint", "PlanComment", "Suggestion"]
