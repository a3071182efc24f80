"""From what a person wrote to a place, and how sure it is. Pure: it knows the streets, no table, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from preau.foundation.maps.distance import metres

from .doors import CLOSE, Spot, spots
from .matching import Match, matches
from .readings import readings, written
from .streets import StreetIndex

LEAST = 0.55
"""Likeness under which a street is not even proposed."""
LIKELY = 0.8
"""Likeness from which a street that has no rival is taken."""
APART = 0.13
"""How much less a rival must score for the first to be taken."""
PROPOSED, PLAUSIBLE = 8, 0.3
"""How many candidates a person chooses among, and how much less than the first they may score."""
_LESS_EXPLAINED = 0.25


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Candidate:
    lon: float
    lat: float
    label: str


@dataclass(frozen=True, slots=True)
class Located:
    """Where it is, or the candidates among which a person must choose.

    ``lon`` and ``lat`` are None when UNCERTAIN: nothing is placed in silence. ``candidates`` may then be empty.
    """

    lon: float | None
    lat: float | None
    label: str
    certainty: Certainty
    candidates: tuple[Candidate, ...] = ()

    @property
    def is_placed(self) -> bool:
        return self.certainty is not Certainty.UNCERTAIN


def find(index: StreetIndex, text: str) -> Located:
    said = written(text)
    found = matches(index, readings(said, index.cities))
    if not found or found[0].likeness < LEAST:
        return Located(None, None, "", Certainty.UNCERTAIN)
    first = found[0]
    here = _spots(first)[0]
    is_ours = said.is_whole and _is_here(index, said.postcodes)
    rivals = [match for match in found[1:] if _is_rival(match, first)]
    if is_ours and here.is_near and _is_likely(first) and all(_agree(here, _spots(rival)) for rival in rivals):
        is_sure = here.is_official and not rivals and first.is_exact and not first.has_other_type
        return Located(here.lon, here.lat, here.label, Certainty.SURE if is_sure else Certainty.LIKELY)
    return Located(None, None, "", Certainty.UNCERTAIN, _candidates(found))


def suggest(index: StreetIndex, text: str) -> tuple[Candidate, ...]:
    """Up to eight addresses that what has been typed so far may become, the likeliest first."""
    found = matches(index, readings(written(text), index.cities), is_typing=True)
    return _candidates([match for match in found if match.explained >= LEAST])


def _is_here(index: StreetIndex, postcodes: tuple[str, ...]) -> bool:
    """Whether the postcode that was written, if one was, is one of the town's."""
    return not postcodes or not index.postcodes or bool(index.postcodes & set(postcodes))


def _candidates(found: list[Match]) -> tuple[Candidate, ...]:
    """Those that a person may have meant: not far behind the first."""
    kept = [match for match in found if match.score > found[0].score - PLAUSIBLE]
    spots = [each for match in kept for each in _spots(match)]
    return tuple(Candidate(each.lon, each.lat, each.label) for each in spots[:PROPOSED])


def _spots(match: Match) -> list[Spot]:
    return spots(match.street, match.reading.number, match.reading.suffix)


def _agree(here: Spot, others: list[Spot]) -> bool:
    return all(metres(here.lon, here.lat, other.lon, other.lat) <= CLOSE for other in others)


def _is_likely(match: Match) -> bool:
    """Nothing was written that the street does not have, and enough of it was: all, or its last word exactly."""
    return match.explained >= LIKELY and (match.likeness >= LIKELY or match.has_last_word)


def _is_rival(match: Match, first: Match) -> bool:
    """Whether the text may as well mean this street.

    A street that is exact in name and type has no rival; nor has one of the right type in the same name elsewhere, or
    one that has the number where the other is too short. Where only a part of the name was written, or no
    type, whoever has that part is a rival.
    """
    if first.is_exact and first.has_type and not (match.is_exact and match.has_type):
        return False
    if match.explained < first.explained - _LESS_EXPLAINED:
        return False
    if match.street.words == first.street.words and (first.has_type or _is_too_short(match, first)):
        return False
    if match.explained >= LIKELY and (first.likeness < LIKELY or (match.has_last_word and not first.has_type)):
        return True
    return match.score > first.score - APART


def _is_too_short(match: Match, first: Match) -> bool:
    number = first.reading.number
    return bool(first.street.suffixes(number)) and match.street.longest < number and not match.has_type
