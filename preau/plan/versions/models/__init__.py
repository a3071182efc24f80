from .version import PlanVersion

__all__ = ["PlanVersion"]
