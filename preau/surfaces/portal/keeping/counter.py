"""What the desk did in this adult's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from preau.people.accounts.models import User
from preau.people.counter.receipts import receipts_of
from preau.people.households.copying import Tables
from preau.people.households.doors import adult_of
from preau.people.households.models import Child


def receipts_copied(account: User, children: Sequence[Child], on: date) -> Tables:
    adult = adult_of(account)
    return {
        "recepisses": [
            {
                "numéro": each.number,
                "démarche": each.get_procedure_display(),
                "enfant": str(each.child or ""),
                "reçu le": timezone.localtime(each.received_at).isoformat(timespec="minutes"),
                "par": each.get_channel_display(),
                "ce qui a été fait": " ".join(each.lines),
            }
            for each in (receipts_of(adult) if adult else ())
        ]
    }
