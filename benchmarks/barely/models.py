from __future__ import annotations

from django.db import models


class Session(models.Model):
    capacity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.taken}/{self.capacity}"


class Registration(models.Model):
    session = models.ForeignKey(Session, models.PROTECT)
    person = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person}"
