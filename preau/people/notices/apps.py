from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "preau.people.notices"
    label = "notices"
    verbose_name = _("nouvelles")
