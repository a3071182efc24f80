"""Adoption of the plan, its convention and signatures."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
