from .adult import Adult
from .child import Child
from .consent import Consent
from .document import SupportingDocument
from .guardian import Guardian
from .household import Household, HouseholdMember, Residence
from .invitation import Invitation
from .mandate import AssistanceMandate
from .outside_login import OutsideLogin
from .pickup import PickupAuthorisation
from .quotient import FamilyQuotient, QuotientTerm
from .reading import FileReading
from .retention import Elimination, RetentionPolicy

__all__ = [
    "Adult",
    "AssistanceMandate",
    "Child",
    "Consent",
    "Elimination",
    "FamilyQuotient",
    "FileReading",
    "Guardian",
    "Household",
    "HouseholdMember",
    "Invitation",
    "OutsideLogin",
    "PickupAuthorisation",
    "QuotientTerm",
    "Residence",
    "RetentionPolicy",
    "SupportingDocument",
]
