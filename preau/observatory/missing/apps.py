from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MissingConfig(AppConfig):
    name = "preau.observatory.missing"
    label = "missing"
    verbose_name = _("qui est vu")
