from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SmallNumbersConfig(AppConfig):
    name = "preau.people.smallnumbers"
    label = "smallnumbers"
    verbose_name = _("petits nombres")
