"""The town and how it presents its plan."""

from __future__ import annotations

from datetime import UTC, date, datetime

NAME, INSEE, DEPARTEMENT, POPULATION = "Clairval-sur-Seine", "92999", "Hauts-de-Seine", 32_140
TITLE = "Grandir à Clairval, 2026-2029"
STARTS_ON, ENDS_ON = date(2026, 9, 1), date(2029, 8, 31)
IMPORTED_AT = datetime(2026, 9, 14, 7, 40, tzinfo=UTC)
SHOWN_AT = datetime(2026, 10, 5, 6, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
NEWS_SINCE = datetime(2026, 11, 15, tzinfo=UTC)
"""Older news of the story have been read."""
INTRODUCTION = (
    "De la crèche au lycée, Clairval veut que chaque enfant découvre, pratique et trouve sa place, à l’école comme "
    "après. Ce projet dit ce que la ville, les écoles, les associations et les parents décident de faire ensemble "
    "pendant trois ans, et ce qu’ils en attendent."
)
EASY_READ = (
    "La ville a écrit un projet pour les enfants et les jeunes.\n"
    "Le projet dure 3 ans.\n"
    "Il parle de l’école, des loisirs, de l’aide aux familles.\n"
    "Chaque année, la ville regarde ce qui a changé.\n"
    "Vous pouvez lire le projet. Vous pouvez donner votre avis."
)
