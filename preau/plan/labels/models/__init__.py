from .file import LabelFile, LabelMilestone, LabelStep
from .proof import CriterionCheck, LabelProof
from .scheme import Criterion, LabelScheme, SchemeVersion

__all__ = [
    "Criterion",
    "CriterionCheck",
    "LabelFile",
    "LabelMilestone",
    "LabelProof",
    "LabelScheme",
    "LabelStep",
    "SchemeVersion",
]
