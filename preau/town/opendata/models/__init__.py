from .register import Register

__all__ = ["Register"]
