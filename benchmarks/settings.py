"""The product's settings, with one empty page added beside its own addresses."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
