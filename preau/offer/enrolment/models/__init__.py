from .enrolment import Enrolment
from .step import EnrolmentStep
from .unit import BookingUnit

__all__ = ["BookingUnit", "Enrolment", "EnrolmentStep"]
