"""Sites: the pair of a school and its out-of-class care, the week of a child."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
