"""What an account is to its family, in one sentence."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.people.accounts.models import User
from preau.people.households.doors import adult_of, children_for
from preau.people.households.enums import GuardianKind
from preau.people.households.models import Guardian, Residence
from preau.people.households.rights import Act


def family_part(account: User, on: date) -> str:
    """« parent de 2 enfants », « parent de 2 enfants, autre domicile », « jeune de 16 ans », « famille d’accueil »."""
    if hasattr(account, "as_child"):
        return _("jeune de %(age)d ans") % {"age": account.as_child.age_on(on)}
    adult, count = adult_of(account), children_for(account, Act.READ, on).count()
    if adult is None or not count:
        return _("famille")
    links = Guardian.objects.on(on).filter(adult=adult)
    if links.filter(kind=GuardianKind.FOSTER_CARER).exists():
        return str(GuardianKind.FOSTER_CARER.label)
    said = ngettext("parent d’un enfant", "parent de %(count)d enfants", count) % {"count": count}
    at_mine = Residence.objects.filter(
        household__members__adult=adult, household__members__until_on__isnull=True, until_on__isnull=True
    )
    has_other_home = at_mine.filter(is_main=False).exists() and not at_mine.filter(is_main=True).exists()
    return _("%(who)s, autre domicile") % {"who": said} if has_other_home else said
