from .app import SheetApp
from .budget import BudgetLine
from .comment import SheetComment
from .document import SheetDocument
from .event import SheetEvent
from .links import SheetObjective, SheetTheme
from .milestone import SheetMilestone
from .partner import SheetPartner
from .reminder import SheetReminder
from .review import ActionReview
from .sheet import ActionSheet, ActionSheetQuerySet
from .validation import SheetValidation

__all__ = [
    "ActionReview",
    "ActionSheet",
    "ActionSheetQuerySet",
    "BudgetLine",
    "SheetApp",
    "SheetComment",
    "SheetDocument",
    "SheetEvent",
    "SheetMilestone",
    "SheetObjective",
    "SheetPartner",
    "SheetReminder",
    "SheetTheme",
    "SheetValidation",
]
