from django.tasks import task
from django.utils import timezone

from .stepping import follow_windows


@task()
def follow_campaigns() -> int:
    """Opens and closes windows at the instants that were voted."""
    return follow_windows(now=timezone.now())
