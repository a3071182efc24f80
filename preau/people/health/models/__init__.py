from .sheet import HealthSheet

__all__ = ["HealthSheet"]
