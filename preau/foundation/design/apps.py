from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "preau.foundation.design"
    label = "design"
