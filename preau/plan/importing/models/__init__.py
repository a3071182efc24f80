from .plan_import import PlanImport

__all__ = ["PlanImport"]
