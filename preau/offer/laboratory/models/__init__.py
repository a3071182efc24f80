from .study import RuleStudy

__all__ = ["RuleStudy"]
