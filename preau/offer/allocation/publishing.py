"""The file that a campaign publishes, and how anybody finds out whether it is true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from .allocating import Outcome, solve
from .draw import Draw
from .errors import BadFile
from .problem import Problem
from .reading import read
from .shapes import load
from .writing import FORMAT, draw_json, fingerprint, outcome_json, problem_json, sha256, text_of

_OUTCOME = ("fingerprint", "offers_outcome", "applications_outcome", "unsettled", "seal")
_SECTIONS = {
    "format": "format",
    "draw": "tirage",
    "rules": "règles",
    "offers": "offres",
    "applications": "demandes",
    "fingerprint": "empreinte des demandes",
    "offers_outcome": "résultat par offre",
    "applications_outcome": "résultat par demande",
    "unsettled": "vœux groupés",
    "seal": "sceau du fichier",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """``written`` in the file, ``computed`` again from it."""

    line: int
    section: str
    written: str
    computed: str


def minimal(problem: Problem) -> Problem:
    """Without the facts that no rule uses: what is published says no more of a child than the rules need."""
    used = {code for needed in problem.rules.classes for code in needed}
    used |= {reserve.criterion for offer in problem.offers for reserve in offer.reserves}
    return replace(
        problem,
        applications=tuple(
            replace(
                each,
                facts=each.facts & used,
                facts_at=tuple((offer, facts & used) for offer, facts in each.facts_at if facts & used),
            )
            for each in problem.applications
        ),
    )


def publish(problem: Problem, draw: Draw, outcome: Outcome | None = None) -> str:
    """The whole file. ``outcome``: the one of this problem and draw, when it is known already."""
    problem = minimal(problem)
    outcome = outcome or solve(problem, seed=draw.seed)
    document: dict[str, Any] = {
        "format": FORMAT,
        "draw": draw_json(draw),
        **problem_json(problem),
        "fingerprint": fingerprint(problem),
        **outcome_json(outcome),
    }
    return text_of({**document, "seal": sha256(text_of(document))})


def verify(data: str | bytes) -> list[Difference]:
    """Everything computed again from the problem and the draw of the file; empty when nothing differs.

    Raises BadFile when it cannot be computed, a promise that was not kept included.
    """
    problem, draw, document = _read(data)
    text = data.decode() if isinstance(data, bytes) else data
    return _differences(text, publish(problem, draw), document)


def published(data: str | bytes) -> tuple[Problem, Draw]:
    """What a published file was computed from. Raises BadFile."""
    problem, draw, _document = _read(data)
    return problem, draw


def demand_of(data: str | bytes) -> Problem:
    """The wishes of a file, whether it was published or is still to be drawn. Raises BadFile."""
    return _read(data)[0] if "seal" in load(data) else read(data)[0]


def _read(data: str | bytes) -> tuple[Problem, Draw, dict[str, Any]]:
    problem, draw, document = read(data, also=("draw", *_OUTCOME))
    if draw is None:
        raise BadFile("Ce fichier n’a pas de tirage : rien ne peut être recalculé.")
    return problem, draw, document


def _differences(written: str, computed: str, document: dict[str, Any]) -> list[Difference]:
    section, found = "format", []
    for number, (one, other) in enumerate(zip_longest(written.split("\n"), computed.split("\n"), fillvalue=""), 1):
        name = other.removeprefix("{").partition(":")[0].strip('"')
        section = name if name in document else section
        if one != other:
            found.append(Difference(number, _SECTIONS[section], one, other))
    return found
