from .adult import Adult
from .child import Child
from .consent import Consent
from .document import SupportingDocument
from .guardian import Guardian
from .household import Household, HouseholdMember, Residence
from .invitation import Invitation
from .mandate import AssistanceMandate
from .pickup import PickupAuthorisation
from .quotient import FamilyQuotient
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
    "PickupAuthorisation",
    "Residence",
    "RetentionPolicy",
    "SupportingDocument",
]
