from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StructureConfig(AppConfig):
    name = "preau.plan.structure"
    label = "plan"
    verbose_name = _("projet éducatif")
