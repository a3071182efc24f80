from django.apps import AppConfig


class VersionsConfig(AppConfig):
    name = "preau.plan.versions"
    label = "versions"
    verbose_name = "versions du projet"
