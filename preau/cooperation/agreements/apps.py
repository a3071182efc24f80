from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "preau.cooperation.agreements"
    label = "agreements"
    verbose_name = _("conventions")
