from .list import OutreachLine, OutreachList, OutreachResult
from .objection import OutreachObjection
from .referent import OutreachReferent
from .terms import OutreachTerms

__all__ = [
    "OutreachLine",
    "OutreachList",
    "OutreachObjection",
    "OutreachReferent",
    "OutreachResult",
    "OutreachTerms",
]
