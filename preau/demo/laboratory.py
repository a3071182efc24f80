"""A finished study of Clairval, for whoever decides. Computing it takes a minute: its document is kept beside, and a
test computes it again and finds the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from preau.demo.content import laboratory as story
from preau.offer.allocation.writing import sha256
from preau.offer.laboratory.demands import invented
from preau.offer.laboratory.enums import StudyState
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.studying import ask_study
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune

DOCUMENT = Path(__file__).parent / "content" / "study.json"


def open_laboratory(commune: Commune, people: Mapping[str, User]) -> RuleStudy:
    study = ask_study(
        commune,
        title=story.TITLE,
        rule_sets=story.RULE_SETS,
        invention=story.INVENTION,
        seed=story.SEED,
        hand=Hand(people["yasmine.ferhat"], story.ASKED_AT),
    )
    study.document = DOCUMENT.read_text(encoding="utf-8")
    study.input_hash = invented(story.INVENTION, seed=story.SEED).fingerprint
    study.result_hash = sha256(study.document)
    study.state, study.progress, study.ended_at = StudyState.DONE, 100, story.ENDED_AT
    study.save()
    return study
