"""An entry as a page to print: ``?modele=affiche`` (A4), ``depliant`` (two A5 on an A4), ``falc`` (easy to read)."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from preau.foundation.pdf import typeset
from preau.offer.activities.models import Activity
from preau.offer.finding.queries import entry_of
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.models import EntryVersion
from preau.surfaces.public.catalogue.views import the_town

from .facts import easy_facts, poster_facts

_TEMPLATE = Path(__file__).with_name("poster.typ")
MODELS = ("affiche", "depliant", "falc")
_A_DAY = 24 * 3600


@login_not_required
@require_safe
def poster(request: HttpRequest, slug: str) -> FileResponse:
    """404 for an entry that families do not see, an unknown model, an easy text that is not there or fell behind."""
    model = request.GET.get("modele", "affiche")
    activity = entry_of(the_town(), slug)
    if activity is None or not activity.is_shown or model not in MODELS:
        raise Http404
    today = timezone.localdate()
    with translation.override("fr"):  # a poster is a document of the town, whoever asks for it
        facts = (
            easy_facts(activity, _easy(activity), today) if model == "falc" else poster_facts(activity, today, model)
        )
    made = BytesIO(_made(facts))
    answer = FileResponse(made, filename=f"{model}-{slug}.pdf", content_type="application/pdf")
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _easy(activity: Activity) -> EntryVersion:
    version = activity.other_versions.filter(kind=EASY_READ).first()
    if version is None:
        raise Http404
    version.activity = activity
    if not version.is_current:
        raise Http404
    return version


def _made(facts: dict[str, Any]) -> bytes:
    """Kept for a day under what it says: typesetting is dear, and an entry that changes says something else."""
    said = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    key = f"poster:{hashlib.sha256(said.encode()).hexdigest()}"
    made: bytes | None = cache.get(key)
    if made is None:
        made = typeset(_TEMPLATE, facts)
        cache.set(key, made, _A_DAY)
    return made
