from __future__ import annotations

from django.tasks import task
from django.utils import timezone

from .models import RuleStudy
from .studying import carry_out


@task
def carry_out_study(pk: int) -> None:
    """Nothing when the study was removed meanwhile."""
    study = RuleStudy.objects.select_related("campaign__commune").filter(pk=pk).first()
    if study is not None:
        carry_out(study, clock=timezone.now)
