from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "preau.foundation.jobs"
    label = "jobs"
