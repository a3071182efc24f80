from .enrolment import Enrolment
from .message import EnrolmentMessage
from .step import EnrolmentStep
from .terms import DomainCap, EnrolmentTerms
from .unit import BookingUnit

__all__ = ["BookingUnit", "DomainCap", "Enrolment", "EnrolmentMessage", "EnrolmentStep", "EnrolmentTerms"]
