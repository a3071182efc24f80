from .agreement import Agreement
from .annex import Annex
from .delay import DelayRule
from .party import Party
from .reminder import Reminder
from .review import YearlyReview
from .signature import Signature
from .step import AgreementStep
from .text import AgreementText

__all__ = [
    "Agreement",
    "AgreementStep",
    "AgreementText",
    "Annex",
    "DelayRule",
    "Party",
    "Reminder",
    "Signature",
    "YearlyReview",
]
