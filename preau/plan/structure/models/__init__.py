from .change import ItemChange
from .item import PlanItem
from .plan import TerritorialEducationPlan
from .row import PlanRow

__all__ = ["ItemChange", "PlanItem", "PlanRow", "TerritorialEducationPlan"]
