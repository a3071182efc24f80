"""Places and registrations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.enrolment.models import Enrolment, EnrolmentMessage, EnrolmentStep
from preau.people.accounts.models import User
from preau.people.households.copying import Tables
from preau.people.households.doors import homes_of
from preau.people.households.models import Child


def places_copied(account: User, children: Sequence[Child], on: date) -> Tables:
    """The price is told to the home that pays, and to no other."""
    homes = set(homes_of(account, on).values_list("pk", flat=True))
    rows = Enrolment.objects.filter(child__in=children).select_related("child", "unit__activity")
    steps = EnrolmentStep.objects.filter(enrolment__child__in=children)
    told = EnrolmentMessage.objects.filter(adult__account=account)
    return {
        "inscriptions": [
            {
                "enfant": str(each.child),
                "activité": each.unit.activity.title,
                "groupe": each.unit.label,
                "état": each.get_state_display(),
                "demandée le": timezone.localtime(each.asked_at).isoformat(timespec="minutes"),
                "prix en centimes": str(each.cents or "") if each.household_id in homes else "",
            }
            for each in rows
        ],
        "etapes des inscriptions": [
            {
                "enfant": str(each.enrolment.child),
                "activité": each.enrolment.unit.activity.title,
                "étape": each.get_to_state_display(),
                "le": timezone.localtime(each.at).isoformat(timespec="minutes"),
            }
            for each in steps.select_related("enrolment__child", "enrolment__unit__activity")
        ],
        "messages d inscription": [
            {
                "activité": each.step.enrolment.unit.activity.title,
                "par": each.get_channel_display(),
                "fait le": timezone.localtime(each.done_at).isoformat(timespec="minutes") if each.done_at else "",
            }
            for each in told.select_related("step__enrolment__unit__activity")
        ],
    }


def places_binding(children: Sequence[Child], on: date) -> Iterable[str]:
    rows = Enrolment.objects.live().filter(child__in=children, unit__ends_on__gte=on)
    for each in rows.select_related("child", "unit__activity"):
        said = {"name": each.child.first_name, "what": each.unit.activity.title}
        yield _("%(name)s a une place ou attend une place : %(what)s") % said
