"""What is asked of the map: who, when, what, at which price, how far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from preau.observatory.equity.rules.travel import Gait, cycle
from preau.town.areas.distance import Pace

WINDOW = 2
"""Hours after the one that is asked: a session that runs in them counts."""
FOOT, BICYCLE = "pied", "velo"
BAND_OF_AGE = ((3, "aged_0_3"), (5, "aged_4_5"), (10, "aged_6_10"), (17, "aged_11_17"))
"""The oldest of each of INSEE's bands → how squares call it."""


@dataclass(frozen=True, slots=True)
class Question:
    """``hour`` None: at any hour. ``domain``, "" for all, as the catalogue's addresses write it. ``price``: euros for
    one session at that ``quotient``, None whatever it costs. ``minutes``: what is near.
    """

    age: int = 8
    weekday: int = 2
    hour: int | None = 14
    domain: str = ""
    quotient: int = 600
    price: int | None = None
    is_adapted: bool = False
    minutes: int = 15
    mode: str = FOOT

    @property
    def band(self) -> str:
        """The field of a square that counts children of about that age."""
        return next(name for oldest, name in BAND_OF_AGE if self.age <= oldest)

    def holds(self, weekday: int | None, starts_at: time, ends_at: time) -> bool:
        """Whether a session of the week runs then."""
        if weekday != self.weekday:
            return False
        return self.hour is None or (starts_at < time(self.hour + WINDOW) and ends_at > time(self.hour))

    def gait(self, pace: Pace) -> Gait:
        return cycle(self.age) if self.mode == BICYCLE else Gait(pace.km_per_hour, pace.detour)
