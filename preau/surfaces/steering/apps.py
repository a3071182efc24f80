from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "preau.surfaces.steering"
    label = "steering"
