from .change import ImportChange
from .refusal import REFUSALS_KEPT, ImportRefusal
from .register import Register
from .run import ImportRun

__all__ = ["REFUSALS_KEPT", "ImportChange", "ImportRefusal", "ImportRun", "Register"]
